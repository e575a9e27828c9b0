"""Files a scanner drops into a folder: read once they are quiet; what is refused is put aside.

A folder is reached by other machines, so nothing in it is trusted: links are not followed, names
are not kept, and a file still being written is left alone.
"""

import os
import stat
import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from motcua.core.refusal import Refused

QUIET = timedelta(seconds=5)
"""How long nothing was written before a file counts as whole."""

ASIDE = "tu-choi"
PIECE = 1 << 16
KEPT_ASIDE = timedelta(days=7)


def folder_of(slug: str) -> Path:
    """Where the scanner of the office called `slug` drops files."""
    return Path(settings.MOTCUA_SCANNER) / slug


def dropped(folder: Path, now: datetime) -> Sequence[Path]:
    """What lies in `folder` and was not touched for a while, oldest first. `now` by the machine."""
    if folder.is_symlink() or not folder.is_dir():
        return ()
    quiet = (now - QUIET).timestamp()
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            written = entry.stat(follow_symlinks=False).st_mtime
            whole = written <= quiet or entry.is_symlink()
            if whole and not entry.name.startswith(".") and not entry.is_dir(follow_symlinks=False):
                found.append((written, Path(entry.path)))
    return [path for _, path in sorted(found)]


def pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a plain file. Raises Refused("file_link") for anything else."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        raise Refused("file_link") from None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused("file_link")
        while piece := file.read(PIECE):
            yield piece


def put_aside(path: Path, why: str) -> None:
    """Move a refused file into the folder beside, with the sentence; a link is just removed."""
    if not stat.S_ISREG(path.lstat().st_mode):
        path.unlink()
        return
    aside = path.parent / ASIDE
    aside.mkdir(mode=0o700, exist_ok=True)
    name = f"{uuid.uuid4().hex[:8]}-{path.name[-80:]}"
    (aside / f"{name}.txt").write_text(f"{why}\n", encoding="utf-8")
    path.replace(aside / name)


def sweep_aside(root: Path, now: datetime) -> int:
    """Delete what was put aside more than seven days ago, in every folder of `root`."""
    oldest = (now - KEPT_ASIDE).timestamp()
    old = [path for path in root.glob(f"*/{ASIDE}/*") if path.lstat().st_ctime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def refused(folder: Path) -> Sequence[tuple[str, str]]:
    """What lies aside: the name the scanner gave, and why it was not taken."""
    return [
        (path.stem.partition("-")[2], path.read_text(encoding="utf-8").strip())
        for path in sorted((folder / ASIDE).glob("*.txt"))
    ]
