"""This machine booted once more inside itself: the same Debian under a layer that is thrown away,
systemd as its first process. For what only a service of a machine can show. Root only.

A cut of the power here ends every process at once; what the kernel has taken but not yet written
to a disk survives it, unlike on a real one.
"""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import watching

SCRIPT = Path(__file__).with_name("boot.sh")
SPACES = ("--fork", "--pid", "--mount", "--uts", "--ipc", "--cgroup", "--kill-child")
LAYER = (
    "mount -t tmpfs tmpfs {0} && mkdir {0}/upper {0}/work {0}/root && mount -t overlay overlay"
    " -o lowerdir=/,upperdir={0}/upper,workdir={0}/work {0}/root && echo there && exec sleep 1d"
)


@dataclass
class Machine:
    """The second machine; `holder` keeps its disk, `first` is its first process while it runs."""

    root: Path
    holder: subprocess.Popen[str]
    first: int = 0

    def boot(self) -> None:
        """Until every service has been started."""
        words = [*self._enter("-m"), "unshare", *SPACES, "sh", SCRIPT, self.root]
        outer = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        children = Path(f"/proc/{outer.pid}/task/{outer.pid}/children")
        assert watching.until(lambda: children.read_text().strip() != "", 10)
        self.first = int(children.read_text().split()[0])
        ready = ("running", "degraded")
        assert watching.until(lambda: self.said("systemctl", "is-system-running") in ready, 60)

    def cut_power(self) -> None:
        """No process of it is left."""
        os.kill(self.first, signal.SIGKILL)
        assert watching.until(lambda: not Path(f"/proc/{self.first}").exists(), 20)
        self.first = 0

    def run(self, *words: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
        """What a command at its keyboard says, as root with an empty home of its own."""
        inside = ["nsenter", "-t", str(self.first), "-m", "-p", "-u", "-i", "-r", "-w"]
        clean = ["/usr/bin/env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/root"]
        return subprocess.run(
            [*inside, *clean, *words], input=given, capture_output=True, text=True, check=False
        )

    def said(self, *words: str | Path) -> str:
        return self.run(*words).stdout.strip()

    def take(self, source: Path, place: str) -> None:
        """Copy a folder or file onto its disk, as from a stick."""
        subprocess.run([*self._enter("-m"), "cp", "-r", source, self.root / place], check=True)

    def _enter(self, *spaces: str) -> list[str]:
        return ["nsenter", "-t", str(self.holder.pid), *spaces]


@contextmanager
def machine(folder: Path) -> Iterator[Machine]:
    """A machine that is switched off; its disk is gone afterwards."""
    words = ["unshare", "--mount", "--propagation", "private", "sh", "-c", LAYER.format(folder)]
    holder = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "there\n"
    made = Machine(folder / "root", holder)
    try:
        yield made
    finally:
        if made.first:
            made.cut_power()
        holder.kill()
        holder.communicate()
