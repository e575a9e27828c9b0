"""One data folder with tables for all tests that begin where nobody has moved in yet."""

import fcntl
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import watching


@pytest.fixture(scope="session")
def prepared(session_folder: Path) -> Callable[[Path], Path]:
    """Copies a stopped folder with tables and reference data, into which no office moved, to where
    it is told. Running every migration takes a quarter of a minute: once a session is enough."""
    data = session_folder / "prepared"
    with (session_folder / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not data.exists():
            draft = session_folder / "prepared-draft"
            done = subprocess.run(
                [*watching.PROGRAM, "setup"],
                env=watching.environment(draft),
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert "mã thiết lập:" in done.stdout
            assert watching.until(lambda: not watching.of_folder(draft), 10)
            draft.rename(data)

    def copy(to: Path) -> Path:
        return shutil.copytree(data, to, dirs_exist_ok=True)

    return copy
