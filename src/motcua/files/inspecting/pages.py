"""PDF: whole, open, nothing in it that runs, and drawable by the library that will draw it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from motcua.files.inspecting.faults import Fault

TAIL = 2048
OBJECTS = 200_000
LARGEST_SIDE = 14_400
ACTIVE = frozenset({"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/XFA"})
RUNS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition",
     "/Movie", "/Sound", "/RichMediaExecute"}
)  # fmt: skip
"""Links to the web (`/URI`) and to a page (`/GoTo`) stay: nothing follows them by itself."""

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def check(source: Path, most_pages: int) -> int:
    """The number of pages. Nothing is stripped: a signature would break. Raises Fault."""
    _check_end(source)
    try:
        reader = PdfReader(source, strict=False)
        if reader.is_encrypted:
            raise Fault("file_password")
        count = len(reader.pages)
        _check_count(count, most_pages)
        for one in _everything(reader):
            _check_passive(one)
    except Fault:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        raise Fault("file_unreadable") from None
    except RecursionError:
        raise Fault("file_too_heavy") from None
    _check_drawable(source, count)
    return count


def _check_end(source: Path) -> None:
    """A PDF says where it ends; what a reader could repair was cut off on the way."""
    with source.open("rb") as file:
        file.seek(max(0, source.stat().st_size - TAIL))
        tail = file.read()
    end = tail.rfind(b"%%EOF")
    if end < 0 or b"startxref" not in tail[:end]:
        raise Fault("file_truncated")
    if tail[end + 5 :].strip(b"\r\n\t \0"):
        raise Fault("file_polyglot")


def _check_count(count: int, most: int) -> None:
    if not count:
        raise Fault("file_unreadable")
    if count > most:
        raise Fault("file_pages", most=most)


def _everything(reader: PdfReader) -> Iterator[object]:
    """Each object of the file once, whether or not a page leads to it."""
    numbers = {(number, generation) for generation, of in reader.xref.items() for number in of}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > OBJECTS:
        raise Fault("file_too_heavy")
    yield reader.trailer
    for number, generation in sorted(numbers):
        if number:
            yield reader.get_object(IndirectObject(number, generation, reader))


def _check_passive(one: object) -> None:
    """Raises Fault for what runs, or carries a file; goes no further than the object itself."""
    waiting = [one]
    while waiting:
        value = waiting.pop()
        if isinstance(value, DictionaryObject | StreamObject):
            raw = [value.raw_get(key) for key in value]
            if ACTIVE.intersection(value) or _runs(value):
                raise Fault("file_active")
            waiting += [part for part in raw if not isinstance(part, IndirectObject)]
        elif isinstance(value, ArrayObject):
            waiting += [
                part for part in list.__iter__(value) if not isinstance(part, IndirectObject)
            ]


def _runs(value: DictionaryObject) -> bool:
    kind = value.get("/S")
    return isinstance(kind, str) and kind in RUNS


def _check_drawable(source: Path, count: int) -> None:
    try:
        document = pypdfium2.PdfDocument(source)
        if len(document) != count:
            raise Fault("file_polyglot")
        for number in range(count):
            width, height = document.get_page_size(number)
            if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
                raise Fault("file_unreadable")
    except pypdfium2.PdfiumError:
        raise Fault("file_unreadable") from None
