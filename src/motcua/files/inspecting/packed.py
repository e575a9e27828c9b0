"""Documents that are packed folders (DOCX, XLSX): weighed before they are unpacked, and without
anything that runs or fetches."""

import re
import zipfile
import zlib
from pathlib import Path

from motcua.files.inspecting.faults import Fault

PARTS = 2_000
UNPACKED = 200_000_000
PIECE = 1 << 20
_RUNS = re.compile(r"vba|activex|macrosheet|oleobject|\.(exe|dll|js|vbs|bat|com|scr|cmd)$", re.I)
_FETCHES = re.compile(
    rb"relationships/(attachedTemplate|oleObject|frame|subDocument|externalLink)[^>]*"
    rb'TargetMode="External"|TargetMode="External"[^>]*relationships/'
    rb"(attachedTemplate|oleObject|frame|subDocument|externalLink)",
    re.I,
)
_RUNNING_TYPE = re.compile(rb"macroEnabled|vbaProject", re.I)
_FIELD = re.compile(rb"\bDDE(AUTO)?\b")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)


def names(source: Path) -> frozenset[str]:
    """What is inside, by name. Raises Fault for what is no packed folder."""
    try:
        with zipfile.ZipFile(source) as folder:
            return frozenset(folder.namelist()[: PARTS + 1])
    except _BROKEN:
        raise Fault("file_truncated") from None


def check(source: Path, document: str) -> None:
    """Unpack every part once, piece by piece, within the limits. Raises Fault."""
    try:
        with zipfile.ZipFile(source) as folder:
            listed = folder.infolist()
            _weigh(listed, source.stat().st_size)
            for part in listed:
                _check_part(folder, part, document)
    except _BROKEN:
        raise Fault("file_unreadable") from None


def _weigh(listed: list[zipfile.ZipInfo], size: int) -> None:
    if len(listed) > PARTS or sum(part.file_size for part in listed) > UNPACKED:
        raise Fault("file_bomb")
    if sum(part.compress_size for part in listed) > size:  # parts that overlap
        raise Fault("file_bomb")
    if len({part.filename for part in listed}) < len(listed):
        raise Fault("file_polyglot")
    for part in listed:
        if part.flag_bits & 0x1:
            raise Fault("file_password")
        if part.filename.startswith("/") or ".." in part.filename.split("/"):
            raise Fault("file_polyglot")
        if _RUNS.search(part.filename):
            raise Fault("file_macros")


def _check_part(folder: zipfile.ZipFile, part: zipfile.ZipInfo, document: str) -> None:
    asked = part.filename.endswith(".rels") or part.filename in ("[Content_Types].xml", document)
    read, kept = 0, b""
    with folder.open(part) as opened:
        while piece := opened.read(PIECE):
            read += len(piece)
            if read > part.file_size:
                raise Fault("file_bomb")
            kept += piece if asked else b""
    if part.filename == "[Content_Types].xml" and _RUNNING_TYPE.search(kept):
        raise Fault("file_macros")
    if part.filename.endswith(".rels") and _FETCHES.search(kept):
        raise Fault("file_macros")
    if part.filename == document and _FIELD.search(kept):
        raise Fault("file_macros")
