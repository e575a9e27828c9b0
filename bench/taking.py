"""A register of 100,000 dossiers taken over, then reports: `python -m bench.taking`.

A folder of its own with the demonstration; the command is run as anybody runs it, and its clock,
its CPU and its memory are taken. Then Phụ lục II and II.06a over random offices, periods and
calendars (half-months, where tallies answer, and any days, where dossiers are counted) must equal
a plain count in SQL and a plain count in Python. Not part of `make test` or `make bench`.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from bench.goals import Line, at_most, noted, table
from bench.house import Folder, folder
from bench.registers import COMMUNES, LAST, TOWN, write
from motcua.core.clock import VN

NOW = datetime(2017, 3, 31, 9, 0, tzinfo=VN)
FIRST = date(2016, 6, 1)
SEED = 47
UNCOUNTED = ("intake_refused", "void", "submitted", "incomplete")
KINDS = ("early", "on_time", "overdue", "pending_in_time", "pending_overdue")
_ROWS = """
SELECT d.office_id, d.channel = 'online', d.received_at, d.due_at,
       date_trunc('minute', d.finished_at), v.field
FROM dossiers_dossier d JOIN catalogue_procedureversion v ON v.id = d.procedure_version_id
WHERE d.stage <> ALL(%s)
"""
_COUNTED = """
SELECT v.field, d.received_at < %(start)s, d.channel = 'online',
       CASE WHEN d.finished_at >= %(shut)s OR d.finished_at IS NULL THEN
           CASE WHEN d.due_at < %(judged)s THEN 'pending_overdue' ELSE 'pending_in_time' END
       WHEN date_trunc('minute', d.finished_at) > d.due_at THEN 'overdue'
       WHEN (d.finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
           < (d.due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date THEN 'early'
       ELSE 'on_time' END,
       count(*)
FROM dossiers_dossier d JOIN catalogue_procedureversion v ON v.id = d.procedure_version_id
WHERE d.stage <> ALL(%(uncounted)s) AND d.office_id = ANY(%(offices)s)
  AND d.received_at < %(end)s AND d.received_at <= %(judged)s
  AND (d.finished_at IS NULL OR d.finished_at >= %(start)s)
GROUP BY 1, 2, 3, 4
"""
"""Written beside the program: dossiers by field, whether carried over, whether online, and kind."""

Row = tuple[int, bool, datetime, datetime | None, datetime | None, str]
Counted = Mapping[tuple[str, bool, bool, str], int]


@dataclass(frozen=True)
class Choice:
    """An office, a period, and until when it is judged."""

    office: str
    first: date
    last: date
    below: bool

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, datetime.min.time(), VN)

    @property
    def end(self) -> datetime:
        return datetime.combine(self.last + timedelta(days=1), datetime.min.time(), VN)

    @property
    def judged(self) -> datetime:
        return min(self.end, NOW)

    @property
    def shut(self) -> datetime:
        """Finished before this is finished: the minute it is counts, the next day does not."""
        return min(self.end, NOW + timedelta(minutes=1))


def choices(number: int) -> Iterator[Choice]:
    """A third calendar quarters or months, a third 15th to 14th, a third any two days."""
    drawn = random.Random(SEED)  # noqa: S311 (no secret)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days)]
    for n in range(number):
        first, last = sorted(drawn.sample(days, 2))
        if n % 3:
            begins = 1 if n % 3 == 1 else 15
            first = first.replace(day=begins)
            last = (last.replace(day=28) + timedelta(days=20)).replace(day=begins)
            last -= timedelta(days=1)
        yield Choice(drawn.choice((TOWN, *COMMUNES)), first, last, drawn.random() < 0.5)


def main() -> int:
    """Take over, compare, and print both."""
    asked = argparse.ArgumentParser(prog="python -m bench.taking", description=__doc__)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--choices", type=int, default=300)
    given = asked.parse_args()
    with folder() as where:
        _motcua("demo", "--no-serve")
        file = where.data / "so.xlsx"
        write(file, given.rows)
        lines = [*_taken(file, given.rows), *_compared(where, given.choices)]
    sys.stdout.write(table(lines) + "\n")
    return 0 if all(line.met is not False for line in lines) else 1


def _taken(file: Path, rows: int) -> Sequence[Line]:
    say(f"{rows:,} lines are taken over")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    _motcua("import", "register", str(file), "--commit")
    took = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [
        at_most("8", f"{rows:,} lines by motcua import register --commit", 60, took, "s"),
        noted("", "of it CPU of the command, PostgreSQL's apart", f"{cpu:.0f} s"),
        at_most("8", "largest process of the run, at most", 500, after.ru_maxrss / 1024, "MB"),
    ]


def _compared(where: Folder, number: int) -> Sequence[Line]:
    import django

    django.setup()
    from motcua.organization.selectors import office_by_slug, offices_between

    say(f"{number} reports are counted in three ways")
    differ: Counter[str] = Counter()
    ways: Counter[str] = Counter()
    with psycopg.connect(where.conninfo) as direct:
        every: Sequence[Row] = direct.execute(_ROWS, [list(UNCOUNTED)]).fetchall()
        for choice in choices(number):
            units = offices_between(choice.office, choice.first, choice.last)
            town, own = {unit.id for unit in units}, {office_by_slug(choice.office).id}
            ids = town if choice.below else own
            by_python = _in_python(every, choice, ids)
            by_sql = _in_sql(direct, choice, ids)
            differ["SQL / Python"] += by_sql != by_python
            differ["II.06a"] += _ii_06a(choice) != _as_ii_06a(by_python)
            differ["Phụ lục II"] += _phu_luc_ii(choice) != _as_phu_luc_ii(
                _in_python(every, choice, town or own)
            )
            ways[_way(choice)] += 1
    said = ", ".join(f"{way} {count}" for way, count in ways.items())
    return [
        noted("", "dossiers; reports, and how they were answered", f"{len(every):,}; {said}"),
        *(
            Line("8", f"{name} differ", "0", str(differ[name]), not differ[name])
            for name in ("SQL / Python", "II.06a", "Phụ lục II")
        ),
    ]  # fmt: skip


def _way(choice: Choice) -> str:
    from motcua.reports import tallies
    from motcua.reports.period import Period

    over = tallies.span(Period(choice.first, choice.last, choice.judged))
    return "counted" if over is None else "from tallies"


def _in_python(every: Sequence[Row], choice: Choice, ids: set[int]) -> Counted:
    found: Counter[tuple[str, bool, bool, str]] = Counter()
    start, end, judged = choice.start, choice.end, choice.judged
    for office, online, received, due, finished, field in every:
        if office not in ids or received >= end or received > judged:
            continue
        if finished is not None and finished < start:
            continue
        if finished is None or finished >= choice.shut:
            kind = "pending_overdue" if due and due < judged else "pending_in_time"
        elif due and finished > due:
            kind = "overdue"
        else:
            early = due and finished.astimezone(VN).date() < due.astimezone(VN).date()
            kind = "early" if early else "on_time"
        found[field, received < start, online, kind] += 1
    return found


def _in_sql(direct: psycopg.Connection[Any], choice: Choice, ids: set[int]) -> Counted:
    given = {"start": choice.start, "end": choice.end, "judged": choice.judged, "shut": choice.shut,
             "offices": list(ids), "uncounted": list(UNCOUNTED)}  # fmt: skip
    rows = direct.execute(_COUNTED, given).fetchall()
    return {(field, carried, online, kind): n for field, carried, online, kind, n in rows}


def _as_ii_06a(counted: Counted) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for (field, carried, online, kind), number in counted.items():
        line = found.setdefault(field, Counter())
        new = "online" if online else "direct_or_post"
        line["carried_over" if carried else new] += number
        line[kind] += number
    return found


def _as_phu_luc_ii(counted: Counted) -> tuple[int, int, int]:
    """Received, overdue, and still open in time: of those received in the period."""
    new = Counter[str]()
    for (_, carried, _, kind), number in counted.items():
        if not carried:
            new[kind] += number
    late = new["overdue"] + new["pending_overdue"]
    return sum(new.values()), late, new["pending_in_time"]


def _ii_06a(choice: Choice) -> Mapping[str, Counter[str]]:
    from motcua.reports.ii_06a import ii_06a

    sheet = ii_06a(
        choice.office, choice.first, choice.last, now=NOW, with_below=choice.below
    )  # fmt: skip
    names = ("online", "direct_or_post", "carried_over", *KINDS)
    return {
        row.field: +Counter({name: getattr(row, name) for name in names}) for row in sheet.rows[:-1]
    }


def _phu_luc_ii(choice: Choice) -> tuple[int, int, int]:
    from motcua.reports.phu_luc_ii import phu_luc_ii

    sheet = phu_luc_ii(choice.office, choice.first, choice.last, now=NOW)
    received, late = (
        sum(getattr(row, name) for row in sheet.rows) for name in ("received", "overdue")
    )
    return received, late, sheet.still_open


def _motcua(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "motcua.config", *words], check=True, stdout=2)  # noqa: S603


def say(words: str) -> None:
    """One line of progress."""
    sys.stderr.write(f"bench: {words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
