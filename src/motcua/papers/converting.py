"""DOCX to PDF by LibreOffice, where it is installed: a process with a profile, a folder and limits
of its own, one at a time in a worker. Without it DOCX still works, and a sentence says what to do.
"""

import resource
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from motcua.core.refusal import Refused

SECONDS = 60
CPU_SECONDS = 60
LARGEST = 50_000_000
PACKAGE = "libreoffice-writer-nogui"
_one = threading.Lock()


def can_convert() -> bool:
    """Whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def to_pdf(content: bytes) -> bytes:
    """The document as PDF, in 2 to 5 s. Raises Refused("no_office", "not_converted")."""
    program = shutil.which("soffice")
    if program is None:
        raise Refused("no_office", package=PACKAGE)
    with _one, tempfile.TemporaryDirectory(prefix="motcua-") as name:
        folder = Path(name)
        (folder / "in.docx").write_bytes(content)
        asked = [
            program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", name,
            str(folder / "in.docx"),
        ]  # fmt: skip
        try:
            subprocess.run(  # noqa: S603 (a program of Debian, a file of ours)
                asked, cwd=name, env={"HOME": name, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
                capture_output=True, timeout=SECONDS, check=False, preexec_fn=_limited,
            )  # fmt: skip
            return (folder / "in.pdf").read_bytes()
        except (subprocess.TimeoutExpired, OSError):
            raise Refused("not_converted") from None


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
