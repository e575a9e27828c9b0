"""P6: the quarter of every office from tallies, counted, by direct SQL and in DuckDB, in turns."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import duckdb
import psycopg

from bench.goals import Line, at_most, noted
from bench.house import Folder
from motcua.core.clock import VN

ROUNDS = 15
FROM, TO = date(2016, 10, 1), date(2016, 12, 31)
_OUT = (
    "COPY (SELECT office_id, received_at, due_at, finished_at, stage FROM dossiers_dossier) "
    "TO STDOUT WITH (FORMAT csv, HEADER)"
)
_JUDGED = """
SELECT office_id, count(*),
       count(*) FILTER (WHERE (finished_at < {end} AND date_trunc('minute', finished_at) > due_at)
           OR ((finished_at IS NULL OR finished_at >= {end}) AND due_at < {end}))
FROM {dossiers}
WHERE received_at >= {start} AND received_at < {end}
  AND stage NOT IN ('intake_refused', 'void', 'submitted', 'incomplete')
GROUP BY office_id
"""
"""Written beside the program, for PostgreSQL and DuckDB alike; judged at the end of the period."""


def measured(where: Folder, say: Callable[[str], None]) -> Sequence[Line]:
    """The lines of the table. Rebuilds the tallies first, and copies five columns into DuckDB."""
    from motcua.dossiers import figures
    from motcua.organization.selectors import every_office
    from motcua.reports import tallies, tallying
    from motcua.reports.period import Period

    started = time.perf_counter()
    tallying.rebuild()
    say(f"tallies rebuilt in {time.perf_counter() - started:.0f} s")
    ids = [one.id for one in every_office()]
    end = datetime.combine(TO + timedelta(days=1), datetime.min.time(), VN)
    period = Period(FROM, TO, end)
    over = tallies.span(period)
    if over is None:
        raise RuntimeError("a quarter is whole half-months")
    moments = {"start": period.from_at, "end": end}
    in_server = _JUDGED.format(dossiers="dossiers_dossier", start="%(start)s", end="%(end)s")
    in_duck = _JUDGED.format(dossiers="dossiers", start="$start", end="$end")
    with psycopg.connect(where.conninfo) as direct, duckdb.connect() as native:
        native.execute("SET threads = 2")
        _copied(direct, native, where)
        ways: Mapping[str, Callable[[], Any]] = {
            "tallies": lambda: _plain(tallies.office_figures(ids, over)),
            "live count": lambda: _plain(figures.figures(ids, period.from_at, end, end)),
            "direct SQL": lambda: set(direct.execute(in_server, moments).fetchall()),
            "DuckDB": lambda: set(native.execute(in_duck, moments).fetchall()),
        }
        found = [way() for way in ways.values()]
        took = _in_turns(ways)
    said = ", ".join(f"{name} {1000 * seconds:.1f} ms" for name, seconds in took.items())
    duck, sql = took["tallies"] / took["DuckDB"], took["tallies"] / took["direct SQL"]
    equal = all(one == found[0] for one in found)
    return [
        at_most("P6", "quarter from tallies / DuckDB", 0.5, duck, "×"),
        noted("", "quarter from tallies / direct SQL", f"{sql:.3f} ×"),
        noted("", f"medians of {ROUNDS} rounds", said),
        Line("P6", "all four to the unit", "equal", "equal" if equal else "differ", equal),
    ]  # fmt: skip


def _plain(figures: Mapping[int, Any]) -> set[tuple[int, int, int]]:
    return {(one.office_id, one.received, one.overdue) for one in figures.values()}


def _in_turns(ways: Mapping[str, Callable[[], Any]]) -> Mapping[str, float]:
    """The median seconds of each way, every round taking all of them."""
    took: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            started = time.perf_counter()
            way()
            took[name].append(time.perf_counter() - started)
    return {name: statistics.median(each) for name, each in took.items()}


def _copied(
    direct: psycopg.Connection[Any], native: duckdb.DuckDBPyConnection, where: Folder
) -> None:
    """The dossiers as a native table of DuckDB."""
    file = where.data / "dossiers.csv"
    with direct.cursor() as cursor, cursor.copy(_OUT) as copying, file.open("wb") as out:
        for part in copying:
            out.write(part)
    native.execute(
        "CREATE TABLE dossiers AS SELECT * FROM read_csv($file, types = {'received_at': "
        "'TIMESTAMPTZ', 'due_at': 'TIMESTAMPTZ', 'finished_at': 'TIMESTAMPTZ'})",
        {"file": str(file)},
    )
    file.unlink()
