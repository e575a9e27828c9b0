"""The keys of an installation in its backup: all of them, as they lie in `keys/`.

Key files that sign documents (PKCS#12) stay locked with their own PIN; the installation's secret
and the keys of the codes on papers are no more locked in the backup than in the folder. Whoever
has a backup can therefore give out codes in the office's name: it is kept as the keys are.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

_NAMES = re.compile(
    r"secret|qr/[0-9a-f]{8}\.json|signing/[0-9a-f-]{36}\.(p12|png)|trust/\w[\w .()-]*\.(pem|crl)"
)


def found(data: Path) -> Mapping[str, bytes]:
    """Every key of the folder by its name under `keys/`, the secret first."""
    room = data / "keys"
    names = sorted(
        path.relative_to(room).as_posix()
        for folder in (room, *(room / one for one in ("qr", "signing", "trust")))
        for path in folder.glob("*")
        if path.is_file()
    )
    kept = [name for name in names if is_key(name)]
    return {name: (room / name).read_bytes() for name in kept}


def is_key(name: str) -> bool:
    """Whether `name` is one a backup holds: no path that leads elsewhere is."""
    return _NAMES.fullmatch(name) is not None


def put(data: Path, keys: Mapping[str, bytes]) -> None:
    """The keys into the folder. One that lies there stays: it may have been renewed or revoked
    since; the secret alone is the backup's, since what is printed was made with it."""
    for name, content in keys.items():
        path = data / "keys" / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if name == "secret" or not path.exists():
            _write(path, content)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, readable by nobody else."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
