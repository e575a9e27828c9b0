"""Jobs of the child that opens files: see `inspecting`. At most two at a time in one process."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from motcua.core.refusal import Refused

SECONDS = 30
"""By the wall; the child itself has less of the processor."""
TOGETHER = BoundedSemaphore(2)
_COMMAND = (sys.executable, "-I", "-m", "motcua.files.inspecting")


def child(job: str, made: Path, **facts: Any) -> Mapping[str, Any]:
    """Do `job`, which may write `made`; without an answer nothing of that stays.

    Raises Refused: what the child found, `file_too_heavy` when it ran out of time or memory,
    `file_unreadable` when it broke. About 0.2 s, most of it the start.
    """
    told = json.dumps({"job": job, "made": str(made), **facts})
    try:
        with TOGETHER:
            done = subprocess.run(  # noqa: S603 - the command is ours, the file is only its input
                _COMMAND, input=told, capture_output=True, text=True, timeout=SECONDS, check=False
            )
        answer = _answer(done)
    except subprocess.TimeoutExpired:
        made.unlink(missing_ok=True)
        raise Refused("file_too_heavy") from None
    except Refused:
        made.unlink(missing_ok=True)
        raise
    return answer


def _answer(done: "subprocess.CompletedProcess[str]") -> Mapping[str, Any]:
    if done.returncode == 0:
        found: Mapping[str, Any] = json.loads(done.stdout)
        return found
    if done.returncode == 3:
        told = json.loads(done.stdout)
        raise Refused(told["refused"], **told["facts"])
    killed = done.returncode < 0 or "MemoryError" in done.stderr
    raise Refused("file_too_heavy" if killed else "file_unreadable")
