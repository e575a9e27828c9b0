"""Debian's PostgreSQL 15, started for the tests: what a town's server may be."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from motcua.config import unprivileged

BINARIES = Path("/usr/lib/postgresql/15/bin")


@contextmanager
def running(folder: Path) -> Iterator[dict[str, str]]:
    """A fresh cluster under `folder`; gives libpq's parts of its address."""
    cluster, guise = folder / "postgres", unprivileged.guise(folder / "x", BINARIES / "initdb")
    own = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "cwd": folder}
    subprocess.run(
        [*guise.prefix, BINARIES / "initdb", "-D", cluster, "-U", "motcua", "-A", "trust", "-N"],
        check=True,
        env={"LC_ALL": "C.UTF-8"},
        **own,
    )
    control = [*guise.prefix, BINARIES / "pg_ctl", "-D", cluster, "-w", "-s"]
    options = f"-c listen_addresses= -k {folder} -c fsync=off"
    subprocess.run([*control, "-l", folder / "log", "-o", options, "start"], check=True, **own)
    try:
        yield {"host": str(folder), "user": "motcua"}
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, **own)
