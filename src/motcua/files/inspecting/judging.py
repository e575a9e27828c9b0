"""What a file is, by its content alone; its name is never asked."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

from motcua.files.inspecting import packed
from motcua.files.inspecting.faults import Fault
from motcua.files.kinds import KINDS, PDF, Kind

HEAD = 1024


@dataclass(frozen=True, slots=True)
class Judged:
    """What is kept: its kind and pages (0 where a file has none), and whether it was made anew."""

    media_type: str
    pages: int
    made: bool


def judge(source: Path, made: Path, *, most_pages: int, most_pixels: int) -> Judged:
    """Read the file through. Pictures are written to `made` as PDF. Raises Fault."""
    with source.open("rb") as file:
        head = file.read(HEAD)
    kind = _kind(head, source)
    if kind.holds:
        packed.check(source, kind.holds)
        return Judged(kind.becomes, 0, made=False)
    if (
        _is_also_packed(source)
        or _is_also_a_page(head)
        or (kind.name != "PDF" and b"%PDF-" in head)
    ):
        raise Fault("file_polyglot")
    if kind.name == "PDF":
        from motcua.files.inspecting import pages  # each library only where it is asked for

        return Judged(PDF, pages.check(source, most_pages), made=False)
    from motcua.files.inspecting import pictures

    count = pictures.make_pdf(source, made, kind.name, most_pages, most_pixels)
    return Judged(kind.becomes, count, made=True)


def _kind(head: bytes, source: Path) -> Kind:
    begun = [kind for kind in KINDS if head.startswith(kind.begins)]
    if not begun:
        raise Fault("file_kind")
    if not begun[0].holds:
        return begun[0]
    held = packed.names(source)
    found = next((kind for kind in begun if kind.holds in held), None)
    if found is None:
        raise Fault("file_kind")
    return found


def _is_also_packed(source: Path) -> bool:
    return zipfile.is_zipfile(source)


def _is_also_a_page(head: bytes) -> bool:
    """Whether a browser that guesses would take it for a page with a script."""
    low = head.lower()
    return any(mark in low for mark in (b"<html", b"<script", b"<!doctype", b"<svg", b"<?php"))
