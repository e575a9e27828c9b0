"""Watching processes from outside, for the tests of starting, stopping and killing."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PROGRAM = [sys.executable, "-m", "motcua.config"]


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a program under test: nothing of ours but its data folder."""
    kept = {n: os.environ[n] for n in ("PATH", "HOME", "LANG", "PYTHONPATH") if n in os.environ}
    return kept | {"MOTCUA_DATA": str(data)} | more


def open_interpreter(user: int) -> str:
    """A Python of our version that this user may run; empty when there is none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for candidate in (sys.executable, shutil.which(version, path="/usr/local/bin:/usr/bin")):
        try:
            subprocess.run([candidate or "", "-c", ""], user=user, extra_groups=[], check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return candidate or ""
    return ""


def of_folder(data: Path) -> list[int]:
    """The processes that name the data folder or work in it, ours left out."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
            place = os.fsencode((process / "cwd").readlink())
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if os.fsencode(data) in words + place and state != "Z" and int(process.name) != os.getpid():
            found.append(int(process.name))
    return found


def asked_of(pid: int) -> str:
    """The command line of a process; empty when it has just ended."""
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_text()
    except OSError:
        return ""


def until(happens: Callable[[], bool], seconds: float) -> bool:
    """Wait for something; whether it happened in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happens():
            return True
        time.sleep(0.05)
    return happens()


def hold(data: Path) -> subprocess.Popen[str]:
    """A process that holds the embedded server until it is told to end by its input closing."""
    code = (
        "import sys; from pathlib import Path; from motcua.config import embedded\n"
        "with embedded.using(Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(data),
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder
