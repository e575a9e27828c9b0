"""What an office adds to its papers where the law has nothing: one line and a logo at the foot.

The head, the names and the order of a form are the law's and cannot be reached from here.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from motcua.files import store
from motcua.papers.models import OfficeMark

LONGEST_LINE = 120


@dataclass(frozen=True, slots=True)
class Mark:
    """The line and the logo (a PNG in the store with its size in pixels); both may be empty."""

    line: str = ""
    logo: str = ""
    width: int = 0
    height: int = 0


NO_MARK = Mark()


def mark_of(office_id: int) -> Mark:
    """What that office's papers bear now. One query."""
    row = OfficeMark.objects.filter(office_id=office_id).first()
    if row is None:
        return NO_MARK
    return Mark(row.line, row.logo_sha256, row.logo_width, row.logo_height)


def drawn(mark: Mark) -> Mapping[str, str]:
    """The mark for a template; the logo as an SVG around the stored picture."""
    return {
        "line": mark.line,
        "logo": _svg(mark.logo, mark.width, mark.height) if mark.logo else "",
    }


@lru_cache(maxsize=16)
def _svg(sha256: str, width: int, height: int) -> str:
    picture = base64.b64encode(store.read(sha256)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><image width="{width}" height="{height}" '
        f'href="data:image/png;base64,{picture}"/></svg>'
    )
