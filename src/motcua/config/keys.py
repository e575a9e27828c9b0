"""Secrets of the installation: made at first start in `keys/`, readable by nobody else."""

import contextlib
import hashlib
import hmac
import os
import secrets
from datetime import datetime
from pathlib import Path

from motcua.core.clock import VN
from motcua.papers import seal_keys


def ensure(data: Path) -> None:
    """Make the keys of the data folder that are not there yet: its secret, and the one that signs
    the codes on papers. Safe when two start."""
    folder = data / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    seal_keys.ensure(data, datetime.now(VN).date())
    path = folder / "secret"
    if path.exists():
        return
    draft = folder / f"secret.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):  # another start came first; a rename would win
        path.hardlink_to(draft)
    draft.unlink()


def secret(data: Path) -> str:
    """The secret key; before the first start, one for this process alone."""
    path = data / "keys" / "secret"
    try:
        return path.read_text().strip()
    except OSError:
        return secrets.token_urlsafe(64)


def derived(key: str, purpose: str) -> bytes:
    """A key for one purpose, so that a leak of one tells nothing about another."""
    return hmac.digest(key.encode(), purpose.encode(), hashlib.sha256)
