"""One job, told as JSON on the standard input; the limits are set before anything is opened."""

import json
import resource
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

MEMORY = 1 << 30
SECONDS = 20
WRITTEN = 256 << 20


def _limit() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, WRITTEN),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))


def _judge(job: Mapping[str, Any]) -> Mapping[str, Any]:
    from motcua.files.inspecting.judging import judge

    found = judge(
        Path(job["source"]), Path(job["made"]), most_pages=job["pages"], most_pixels=job["pixels"]
    )
    return {"media_type": found.media_type, "pages": found.pages, "made": found.made}


def _draw(job: Mapping[str, Any]) -> Mapping[str, Any]:
    from motcua.files.inspecting.drawing import draw

    draw(Path(job["source"]), Path(job["made"]), page=job["page"], width=job["width"])
    return {}


def _arrange(job: Mapping[str, Any]) -> Mapping[str, Any]:
    from motcua.files.inspecting.drawing import arrange

    parts = [(Path(source), page, turn) for source, page, turn in job["parts"]]
    return {"pages": arrange(parts, Path(job["made"]))}


JOBS: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = {
    "judge": _judge,
    "draw": _draw,
    "arrange": _arrange,
}


def main() -> int:
    """0 with the answer, 3 with a fault, as one line of JSON."""
    from motcua.files.inspecting.faults import Fault

    job = json.load(sys.stdin)
    _limit()
    try:
        answer, status = JOBS[job["job"]](job), 0
    except Fault as fault:
        answer, status = {"refused": fault.code, "facts": fault.facts}, 3
    except MemoryError:
        answer, status = {"refused": "file_too_heavy", "facts": {}}, 3
    sys.stdout.write(json.dumps(answer))
    return status


if __name__ == "__main__":
    sys.exit(main())
