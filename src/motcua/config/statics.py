"""Assets under names that carry their content's hash, so that browsers keep them for good."""

import hashlib
import io
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStatics(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed names where the assets were collected (`serve` does), plain names elsewhere."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name, or the plain one before anything was collected."""
        try:
            return str(super().stored_name(name))
        except ValueError:
            return name


def collect() -> None:
    """Copy the assets of every room into the data folder's `run/static`, with hashed and
    compressed copies. Done only when one of them changed."""
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".stamp"
    state = _state()
    if stamp.is_file() and stamp.read_text() == state:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True, stdout=io.StringIO())
    stamp.write_text(state)


def _state() -> str:
    """A digest of every asset's place, size and time."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
