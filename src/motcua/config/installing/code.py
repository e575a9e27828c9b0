"""The code that only who sees the terminal knows: without it nobody on the network takes a folder.

It lies in `keys/first-run` from the first start until the office has moved in.
"""

import hmac
import os
from pathlib import Path

from motcua.identity.passwords import one_time


def the_code(data: Path) -> str:
    """The code of this folder, made when there is none. Safe when two start at once."""
    path = _path(data)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(one_time())
    return path.read_text().strip()


def matches(data: Path, typed: str) -> bool:
    """Whether `typed` is the code, in any case, with or without its dashes. 49 bits: no limit of
    tries is needed."""
    return hmac.compare_digest(_plain(typed).encode(), _plain(the_code(data)).encode())


def forget(data: Path) -> None:
    """The office has moved in; the code opens nothing any more."""
    _path(data).unlink(missing_ok=True)


def _path(data: Path) -> Path:
    return data / "keys" / "first-run"


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
