"""Holds what was not written here (fonts, htmx, icons) against its npm packages.

    python deploy/vendor.py           says what differs from the registry; then exit status 1
    python deploy/vendor.py --write   writes files and sums of the versions named in vendor.toml

Needs npm and the network. A file with `cut` is a subset made with fontTools: only what it was cut
from is compared, the cutting is done by hand with the command that stands beside it.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

STATIC = Path(__file__).parent.parent / "src/motcua/config/static/motcua"
LIST = STATIC / "vendor.toml"
SYMBOL = re.compile(r'<symbol id="([^"]+)".*?</symbol>', re.DOTALL)
GRID = re.compile(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>')


def main(arguments: list[str]) -> int:
    """0 when everything is as the registry has it, or was written; else 1."""
    listed = tomllib.loads(LIST.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        unpacked = {each["name"]: _unpack(each, Path(folder)) for each in listed["package"]}
        fresh = _files(listed, unpacked) | _sprite(listed["sprite"], unpacked)
        different = [name for name, content in fresh.items() if _now(name) != content]
        if "--write" in arguments:
            _write(listed, {name: fresh[name] for name in different})
            different = []
        different += _recut(listed, unpacked)
    sys.stdout.write("".join(f"{name} differs\n" for name in different) or "all as listed\n")
    return 1 if different else 0


def _unpack(package: dict[str, Any], folder: Path) -> Path:
    """The package's files, from its tarball in the registry npm is set up for."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed")
    wanted = f"{package['name']}@{package['version']}"
    packed = subprocess.run(  # noqa: S603 - npm, asked for the packages of our own list
        [npm, "pack", "--silent", "--pack-destination", str(folder), wanted],
        check=True,
        capture_output=True,
        text=True,
    )
    into = folder / package["name"].replace("/", "+")
    with tarfile.open(folder / packed.stdout.strip().splitlines()[-1]) as tarball:
        tarball.extractall(into, filter="data")
    return into / "package"


def _files(listed: dict[str, Any], unpacked: dict[str, Path]) -> dict[str, bytes]:
    """Every file taken whole, by its path among our assets."""
    return {
        file["path"]: (unpacked[package["name"]] / file["from"]).read_bytes()
        for package in listed["package"]
        for file in package["file"]
        if "cut" not in file
    }


def _sprite(sprite: dict[str, Any], unpacked: dict[str, Path]) -> dict[str, bytes]:
    """The sprite with the listed icons; our own signs are carried over from the present one."""
    present = (STATIC / sprite["path"]).read_text("utf-8")
    own = {found[1]: found[0] for found in SYMBOL.finditer(present)}
    symbols = [
        _symbol(name, (unpacked[sprite["package"]] / sprite["from"] / f"{name}.svg").read_text())
        for name in sprite["icons"]
    ]
    lines = [*symbols, *(own[name] for name in sprite["own"])]
    body = "\n".join(['<svg xmlns="http://www.w3.org/2000/svg">', *lines, "</svg>", ""])
    return {sprite["path"]: body.encode()}


def _symbol(name: str, drawing: str) -> str:
    """Only the strokes: size, width and colour are the stylesheet's."""
    inner = GRID.sub("", drawing[drawing.index(">") + 1 : drawing.rindex("</svg>")])
    strokes = "".join(map(str.strip, inner.splitlines()))
    return f'<symbol id="{name}" viewBox="0 0 24 24">{strokes}</symbol>'


def _recut(listed: dict[str, Any], unpacked: dict[str, Path]) -> list[str]:
    """Cut files whose source has changed."""
    return [
        file["path"]
        for package in listed["package"]
        for file in package["file"]
        if "cut" in file
        and _sum((unpacked[package["name"]] / file["from"]).read_bytes()) != file["from_sha256"]
    ]


def _write(listed: dict[str, Any], changed: dict[str, bytes]) -> None:
    """The files, and their new sums in place of the old ones."""
    text = LIST.read_text("utf-8")
    files = [file for package in listed["package"] for file in package["file"]]
    for entry in [*files, listed["sprite"]]:
        if entry["path"] in changed:
            content = changed[entry["path"]]
            (STATIC / entry["path"]).write_bytes(content)
            text = text.replace(entry["sha256"], _sum(content))
    LIST.write_text(text, "utf-8")


def _now(name: str) -> bytes:
    path = STATIC / name
    return path.read_bytes() if path.is_file() else b""


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
