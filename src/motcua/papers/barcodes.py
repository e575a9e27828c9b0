"""Code 128 and QR as bars and modules: for the page as SVG, for paper as numbers to draw.

Code 128 is our own: set B with a change to set C for runs of digits, so that a dossier code stays
narrow enough for modules of 0.25 mm and more on half a page. Source: ISO/IEC 15417.
"""

import re
from collections.abc import Sequence

import segno

SVG = "http://www.w3.org/2000/svg"
QUIET = 10
"""Modules of white on either side that the standard asks for."""
QR_MODULE_MM = 0.34
"""A module of a QR on paper; telephones begin to fail under 0.3 mm."""
QR_SIDE_MM = 19
"""The least side of a QR on paper: a short one is printed larger, and is read at 200 dpi."""
BORDER = 4
"""Modules of white that the standard asks for on every side of a QR. Source: ISO/IEC 18004."""
MASK = 3
"""All eight masks can be read; trying each to find the most even one takes three times as long."""

# fmt: off
_WIDTHS = (
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
)
# fmt: on
_BLACK = re.compile(rb"\x01+")
_TO_C, _TO_B, _START_B, _START_C, _STOP = 99, 100, 104, 105, 106


def code128(text: str) -> list[int]:
    """The widths of bars and spaces in modules, a bar first. Printable ASCII; ValueError else."""
    symbols = _symbols(text)
    check = symbols[0] + sum(place * value for place, value in enumerate(symbols[1:], start=1))
    return [int(w) for s in (*symbols, check % 103, _STOP) for w in _WIDTHS[s]]


def code128_svg(text: str) -> str:
    """The bars as an SVG, 10 modules of quiet on either side; attributes only, no style."""
    path, width = _bars(text, QUIET)
    return (
        f'<svg class="bc" viewBox="0 0 {width} 30" preserveAspectRatio="none" role="img" '
        f'aria-label="Mã vạch {text}" shape-rendering="crispEdges">{path}</svg>'
    )


def _bars(text: str, quiet: int) -> tuple[str, int]:
    """One path of all bars, 30 high, and how many modules wide it is with its quiet zones."""
    at, path = quiet, []
    for place, width in enumerate(code128(text)):
        if place % 2 == 0:
            path.append(f"M{at} 0h{width}v30h-{width}z")
        at += width
    return f'<path d="{"".join(path)}"/>', at + quiet


MODULE_MM = 0.28
"""The narrowest bar on paper; readers begin to fail under 0.25 mm."""


def printed(code: str) -> dict[str, str | float]:
    """The bars of `code` for a template: `svg`, `width` in mm, and `says`, what a reader hears.

    Without quiet zones: the margin of the paper is one, what stands beside keeps its distance. One
    picture of one path is a hundred times cheaper to set than a shape a bar. Edges are smooth:
    crisp ones would round a bar of 2.2 dots to 2 or 3.
    """
    path, width = _bars(code, 0)
    drawn = f'<svg xmlns="{SVG}" viewBox="0 0 {width} 30" preserveAspectRatio="none">{path}</svg>'
    return {"svg": drawn, "width": round(width * MODULE_MM, 2), "says": f"Mã vạch {code}"}


def qr_svg(text: str, label: str) -> str:
    """The modules as an SVG; attributes only, no style."""
    path, size = _modules(text)
    return (
        f'<svg class="qr" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" '
        f'shape-rendering="crispEdges">{path}</svg>'
    )


def printed_qr(text: str, says: str = "Mã vuông tra cứu hồ sơ") -> dict[str, str | float]:
    """The QR of `text` for a template, `width` in mm; an empty one for no text prints nothing."""
    if not text:
        return {"svg": "", "says": "", "width": 0}
    path, size = _modules(text)
    drawn = f'<svg xmlns="{SVG}" viewBox="0 0 {size} {size}">{path}</svg>'
    return {"svg": drawn, "says": says, "width": max(QR_SIDE_MM, round(size * QR_MODULE_MM, 2))}


def _modules(text: str) -> tuple[str, int]:
    """One path of all runs of black, a third of the shapes, and the side in modules; level M."""
    rows: Sequence[bytearray] = segno.make(text, error="m", micro=False, mask=MASK).matrix
    runs = [
        (run.start() + BORDER, y, run.end() - run.start())
        for y, row in enumerate(rows, start=BORDER)
        for run in _BLACK.finditer(row)
    ]
    path = "".join(f"M{x} {y}h{length}v1.01h-{length}z" for x, y, length in runs)
    return f'<path d="{path}"/>', len(rows) + 2 * BORDER


def _symbols(text: str) -> list[int]:
    if not text or not all(" " <= sign <= "~" for sign in text):
        raise ValueError("Code 128 takes printable ASCII")
    found: list[int] = []
    in_c = False
    for run in re.findall(r"\d+|\D+", text):
        pairs = len(run) // 2 if run.isdigit() and len(run) >= 4 else 0
        if pairs:
            found += [] if in_c else [_START_C if not found else _TO_C]
            found += [int(run[2 * i : 2 * i + 2]) for i in range(pairs)]
            in_c, run = True, run[2 * pairs :]
        if run:
            if in_c or not found:
                found.append(_TO_B if found else _START_B)
            found += [ord(sign) - 32 for sign in run]
            in_c = False
    return found
