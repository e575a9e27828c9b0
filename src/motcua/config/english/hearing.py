"""All that officials' screens say, heard from the sources: what `desk.po` must hold.

Templates say what stands between their tags. Python says what its strings hold in Vietnamese, an
f-string with a gap for each of its values. Documents of the law (`papers`, `reports`), files,
the command line and the citizens' pages speak for themselves and are not among them.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from motcua.config.english.runs import BETWEEN, VIETNAMESE, core_of, sayings

PACKAGE = Path(__file__).parents[2]
TEMPLATES = ("desk/templates", "config/templates")
PYTHON = (
    "audit", "boxes", "catalogue", "config/refusals.py", "core", "desk", "dossiers", "feedback",
    "fees", "files", "identity", "messages", "organization", "papers/batches.py",
    "papers/documents",
)  # fmt: skip
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
MADE = (
    "{1} ngày", "{1} giờ", "{1} phút", "{1} ngày {2} giờ", "{1} giờ {2} phút", "quý {1}",
    "quý {1} năm {2}", "{1} ngày làm việc", "{1} giờ làm việc",
    *(f"{{1}} {day} {{2}}" for day in _DAYS), *(f"{{1}} {day}, {{2}}" for day in _DAYS),
    *(f"{day} {{1}}" for day in _DAYS),
)  # fmt: skip
"""What is put together of pieces (`core.clock.words`), as it is read."""
_VALUE = re.compile(r"%\((\w+)\)s|%s|\{\w*\}")


def heard() -> dict[str, str]:
    """Each saying, and one place where it is said."""
    found = dict.fromkeys(MADE, "")
    for room in TEMPLATES:
        for path in sorted((PACKAGE / room).rglob("*.html")):
            for words in sayings(path.read_text(encoding="utf-8")):
                found.setdefault(words, str(path.relative_to(PACKAGE)))
    for room in PYTHON:
        place = PACKAGE / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if "migrations" not in path.parts:
                for words in _of_python(path.read_text(encoding="utf-8")):
                    found.setdefault(words, str(path.relative_to(PACKAGE)))
    return found


def _of_python(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(id(node.value))  # docstrings
        if isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _cores(node.value)
        elif isinstance(node, ast.JoinedStr):
            yield from _cores("".join(map(_part, node.values)))


def _part(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "{}"


def _cores(text: str) -> Iterator[str]:
    if not VIETNAMESE.search(text) or "(?:" in text:  # a pattern is not said
        return
    for piece in " ".join(text.split()).split(BETWEEN):
        core = core_of(piece)
        places = iter(range(1, 100))
        core = _VALUE.sub(lambda _: f"{{{next(places)}}}", core)  # noqa: B023 (used at once)
        if VIETNAMESE.search(core):
            yield core
