"""What a page costs: questions to the database, CPU of the server, bytes on the wire."""

import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.wire import Wire

ASKED = 60
"""How often each page is asked for, for its CPU; the clock of the kernel ticks every 10 ms."""


@dataclass(frozen=True)
class Page:
    """One page as one officer or passer-by gets it. CPU in milliseconds, sizes in bytes."""

    name: str
    queries: int
    cpu_ms: float
    again: int
    first: int


def measure(
    name: str, path: str, client: Any, cookie: str, port: int, cpu: Callable[[], float]
) -> Page:
    """Warm, with gzip, as a browser asks. `again` is the page alone, `first` with its assets."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    if client.get(path).status_code != 200:
        raise RuntimeError(f"{path} is not to be had")
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    wire, headers = Wire(port), {"Accept-Encoding": "gzip"} | ({"Cookie": cookie} if cookie else {})
    turns = []
    for _ in range(3):
        before = cpu()
        answers = [wire.get(path, _someone(headers, n)) for n in range(ASKED)]
        turns.append((cpu() - before) * 1000 / ASKED)
    if any(answer.status != 200 for answer in answers):
        raise RuntimeError(f"{path} answered {answers[-1].status}")
    size = len(answers[-1].head) + len(answers[-1].body)
    return Page(
        name, len(asked), statistics.median(turns), size, size + _assets(wire, client, path)
    )


def _someone(headers: dict[str, str], n: int) -> dict[str, str]:
    return {**headers, "X-Forwarded-For": f"10.1.{n // 250}.{n % 250}"}


def _assets(wire: Wire, client: Any, path: str) -> int:
    """Bytes of the styles, scripts, pictures and letters the page names, compressed."""
    text = client.get(path).content.decode()
    wanted = sorted(set(re.findall(r'(?:href|src)="(/static/[^"#]+)', text)))
    answers = [wire.get(one, {"Accept-Encoding": "gzip, br"}) for one in wanted]
    return sum(len(one.head) + len(one.body) for one in answers)
