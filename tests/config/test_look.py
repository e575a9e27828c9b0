"""The rules of the screen that a file can be held to: no inline style or script, icons that exist,
small first views, no borrowed keys."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path("src/motcua")
STATIC = SOURCES / "config/static/motcua"
TEMPLATES = sorted(SOURCES.rglob("templates/**/*.html"))
ICON = re.compile(r'{%\s*icon "([\w-]+)"')
SYMBOL = re.compile(r'<symbol id="([^"]+)"')
COLOURED = re.compile(r"(?:^|[\s;{])((?:background(?:-color|-image)?|color|opacity)\s*:[^;}]*)")
INLINE = re.compile(r"\sstyle=|\son\w+=\"|<style|javascript:|data:[a-z]+/|<script(?![^>]*\ssrc=)")


def compressed(name: str) -> int:
    content = (STATIC / name).read_bytes()
    return len(content) if name.endswith("woff2") else len(gzip.compress(content, 9))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_inline_style_script_or_data(template: Path) -> None:
    assert INLINE.findall(template.read_text("utf-8")) == []


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    held = set(SYMBOL.findall((STATIC / "icons.svg").read_text("utf-8")))
    named = {name for path in TEMPLATES for name in ICON.findall(path.read_text("utf-8"))}

    assert named - held == set()


def test_the_stylesheet_asks_for_nothing_outside_its_folder() -> None:
    css = (STATIC / "motcua.css").read_text("utf-8")
    wanted = set(re.findall(r"url\(([^)#]+)\)", css))

    assert all((STATIC / name).is_file() for name in wanted)
    assert "@import" not in css


def test_no_width_of_the_screen_changes_a_colour() -> None:
    """So contrast judged at one width holds at all of them."""
    css = (STATIC / "motcua.css").read_text("utf-8")
    by_width = [rules for asked, rules in media(css) if "width" in asked]

    assert len(by_width) > 10
    assert [found for rules in by_width for found in COLOURED.findall(rules)] == []


def media(css: str) -> Iterator[tuple[str, str]]:
    """Each media query of a stylesheet and the rules under it."""
    for begun in re.finditer(r"@media([^{]*){", css):
        depth, end = 1, begun.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield begun[1], css[begun.end() : end - 1]


def test_what_an_official_loads_first_leaves_room_for_the_page() -> None:
    text = ["source-sans-3-latin-wght-normal", "source-sans-3-vietnamese-wght-normal"]
    fonts = sum(compressed(f"fonts/{name}.woff2") for name in text)
    rest = ["motcua.css", "htmx.min.js", "motcua.js", "icons.svg"]

    assert fonts + sum(compressed(name) for name in rest) <= 79_500


def test_what_a_citizen_loads_first_leaves_room_for_the_page() -> None:
    fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))

    assert fonts + compressed("motcua.css") + compressed("icons.svg") <= 83_000


@pytest.mark.parametrize(
    ("script", "most"), [("motcua.js", 13_000), ("session.js", 5_000), ("kiosk.js", 2_000)]
)
def test_our_scripts_stay_small_enough_to_be_read(script: str, most: int) -> None:
    assert (STATIC / script).stat().st_size <= most


def test_keys_of_browsers_screen_readers_and_vietnamese_keyboards_stay_theirs() -> None:
    script = (STATIC / "motcua.js").read_text("utf-8")

    assert set(re.findall(r"\bF\d+\b", script)) == {"F2", "F4", "F8", "F9"}
