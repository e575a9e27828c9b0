"""What was not written here is exactly what `vendor.toml` says, with its licence beside it."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

STATIC = Path("src/motcua/config/static/motcua")
LISTED = tomllib.loads((STATIC / "vendor.toml").read_text("utf-8"))
FILES = [file for package in LISTED["package"] for file in package["file"]] + [LISTED["sprite"]]
OURS = {
    "motcua.css",
    "motcua.js",
    "session.js",
    "kiosk.js",
    "mark.svg",
    "panels.svg",
    "vendor.toml",
}


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["path"])
def test_a_vendored_file_is_byte_for_byte_the_one_listed(entry: dict[str, str]) -> None:
    assert hashlib.sha256((STATIC / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]


def test_every_asset_is_listed_or_ours() -> None:
    found = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file()}

    assert found == OURS | {entry["path"] for entry in FILES}


@pytest.mark.parametrize("package", LISTED["package"], ids=lambda package: package["name"])
def test_every_package_is_pinned_and_brings_its_licence(package: dict[str, object]) -> None:
    files = package["file"]
    assert isinstance(files, list)
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(package["version"]))
    assert any("LICENSE" in file["path"] for file in files)
    assert package["licence"] in {"MIT", "0BSD", "OFL-1.1"}


def test_the_sprite_holds_the_listed_icons_and_our_own_signs() -> None:
    sprite = LISTED["sprite"]
    held = re.findall(r'<symbol id="([^"]+)"', (STATIC / sprite["path"]).read_text("utf-8"))

    assert held == [*sprite["icons"], *sprite["own"]]
