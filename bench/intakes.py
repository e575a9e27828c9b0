"""What an intake costs: with tallies and without, over few dossiers and over millions."""

import statistics
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import psycopg

from bench import office
from bench.goals import Line, at_most, noted
from bench.house import OFFICES, Folder, server_cpu
from bench.teams import Team, ratio, team

WRITERS = 16
INTAKES = 400


def with_and_without(
    where: Folder, turns: int, seconds: float, say: Callable[[str], None]
) -> Sequence[Line]:
    """P6: sixteen writers with tallies and without, in turns; who begins changes each turn."""
    told: Sequence[dict[str, Any]] = [
        {"slug": slug, "procedure": office.procedure_of(slug), "conninfo": where.conninfo,
         "django": True, "threads": WRITERS // len(OFFICES)}
        for slug in OFFICES
    ]  # fmt: skip
    with ExitStack() as stack:
        teams: dict[str, Team] = {
            kind: stack.enter_context(team(kind, [one | {"kind": kind} for one in told]))
            for kind in ("service-intake", "untallied-intake")
        }
        for turn in range(turns):
            order = list(teams.values())
            for one in order if turn % 2 else reversed(order):
                one.turn(seconds, lambda: {"postgres": server_cpu(where)})
                say(f"turn {turn + 1} of {turns}: {one.name} {one.rates[-1]:.0f}/s")
        kept, bare = teams["service-intake"], teams["untallied-intake"]
        cpu = {one.name: one.cpu("client") + one.cpu("postgres") for one in (kept, bare)}
    each = " and ".join(f"{ms:.2f} ms" for ms in cpu.values())
    more = 100 * (cpu[kept.name] / cpu[bare.name] - 1)
    return [
        at_most("P6", "16 writers: CPU more with tallies", 5, more, "%"),
        noted("", "rate with tallies / without", f"{ratio(kept, bare):.3f} ×"),
        noted("", "CPU of an intake with, without", each),
    ]  # fmt: skip


@dataclass(frozen=True)
class Cost:
    """One intake: milliseconds of CPU (Python and PostgreSQL), bytes on the disk, round trips."""

    cpu: float
    size: float
    queries: float


def cost(where: Folder) -> Cost:
    """The mean over some hundred intakes by the service, one at a time; the median CPU of ten
    parts of them."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    procedure = office.procedure_of(OFFICES[0])
    office.received(OFFICES[0], procedure)
    before, spent = _bytes(where), []
    for _ in range(10):
        started = time.process_time() + server_cpu(where)
        for _ in range(INTAKES // 10):
            office.received(OFFICES[0], procedure)
        spent.append((time.process_time() + server_cpu(where) - started) * 10 / INTAKES)
    size = (_bytes(where) - before) / INTAKES
    with CaptureQueriesContext(connection) as captured:
        office.received(OFFICES[0], procedure)
    return Cost(1000 * statistics.median(spent), size, len(captured))


def flat(few: Cost, many: Cost, ratio_of: str) -> Sequence[Line]:
    """P9: what an intake costs among many over what it costs among few."""
    said = [
        f"{one.cpu:.2f} ms, {one.size:.0f} bytes, {one.queries:.0f} queries" for one in (few, many)
    ]
    return [
        at_most("P9", f"CPU of an intake, {ratio_of}", 1.1, many.cpu / few.cpu, "×"),
        at_most("P9", f"bytes of an intake, {ratio_of}", 1.1, many.size / few.size, "×"),
        at_most("P9", f"queries of an intake, {ratio_of}", 1, many.queries / few.queries, "×"),
        noted("", "an intake among few, among many", "; ".join(said)),
    ]


def _bytes(where: Folder) -> int:
    """The whole database."""
    with psycopg.connect(where.conninfo) as connection:
        row = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    return int(row[0]) if row else 0
