"""Sets one template in a process of its own: `python -m motcua.papers.press TEMPLATE`.

JSON in, PDF out. What typst keeps of a long print goes with the process, so that a worker which
lives for weeks stays small. Needs no database and no settings.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from motcua.papers.typesetting import pdf

SECONDS = 600


class PressFailed(Exception):
    """The process that sets pages ended without a document."""


def pressed(template: str, data: Mapping[str, Any]) -> bytes:
    """The same bytes as `typesetting.pdf`, made by another process. Raises PressFailed."""
    asked = [sys.executable, "-m", "motcua.papers.press", template]
    given = json.dumps(data, ensure_ascii=False).encode()
    try:
        ran = subprocess.run(  # noqa: S603 (our own module, a template of ours)
            asked, input=given, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise PressFailed(template) from error
    if ran.returncode:
        raise PressFailed(template)
    return ran.stdout


if __name__ == "__main__":
    sys.stdout.buffer.write(pdf(sys.argv[1], json.load(sys.stdin.buffer)))
