"""How large a tally is by its grain, over ten million invented dossiers: `python -m bench.grains`.

Nothing of the program is used but the rule of halves; the figures stand in docs/adr/0006. About a
minute and two gigabytes of memory.
"""

import sys
from collections.abc import Iterator

import duckdb

from motcua.core.movements import SECOND_HALF

DOSSIERS = 10_000_000
_DRAWN = """
CREATE TABLE drawn AS
WITH base AS (
    SELECT floor(200 * pow(random(), 2))::int AS office,
           floor(350 * pow(random(), 2.5))::int AS version,
           DATE '2023-01-01' + floor(1095 * random())::int AS received,
           CASE WHEN random() < 0.3 THEN 'online' WHEN random() < 0.05 THEN 'post'
                ELSE 'direct' END AS channel,
           random() AS fate, random() AS pace
    FROM range(?)
)
SELECT *, (version * 7919) % 30 AS field, received + 1 + version % 20 AS due,
       CASE WHEN received + 1 + version % 20 > DATE '2025-12-20' AND fate < 0.3 THEN NULL
            WHEN fate < 0.03 THEN received + 2 + version % 20 + floor(pace * 20)::int
            ELSE received + floor(pace * (1 + version % 20))::int END AS finished
FROM base
"""
_MOVED = """
CREATE TABLE moved AS
SELECT office, version, field, channel, received, 'received' AS movement, received AS moved
FROM drawn
UNION ALL
SELECT office, version, field, channel, received,
       CASE WHEN finished > due THEN 'overdue' WHEN finished < due THEN 'early' ELSE 'on_time' END,
       finished
FROM drawn WHERE finished IS NOT NULL
UNION ALL
SELECT office, version, field, channel, received, 'fell_due', due
FROM drawn WHERE finished IS NULL OR finished > due
UNION ALL
SELECT office, version, field, channel, received, 'settled_late', finished
FROM drawn WHERE finished > due
"""


def _half(day: str) -> str:
    later = SECOND_HALF - 1
    days = f"CASE WHEN day({day}) < {SECOND_HALF} THEN 0 ELSE {later} END"
    return f"date_trunc('month', {day}) + to_days({days})"


_CHANNEL = "CASE WHEN movement = 'received' THEN channel ELSE '' END"
GRAINS = {
    "all, by day": "office, version, channel, received, movement, moved",
    "office, version, channel, by day": "office, version, channel, movement, moved",
    "office, field, channel, by day": "office, field, channel, movement, moved",
    "office, version, both halves": (
        f"office, version, {_half('received')}, movement, {_half('moved')}"
    ),
    "office, both days": "office, received, movement, moved",
    "office, field, channel received, both halves": (
        f"office, field, {_CHANNEL}, {_half('received')}, movement, {_half('moved')}"
    ),
    "OfficeTally": f"office, {_half('received')}, movement, {_half('moved')}",
    "FieldTally": f"office, field, {_CHANNEL}, movement, {_half('moved')}",
}


def counted() -> Iterator[tuple[str, int]]:
    """Each grain with the rows it takes, the movements themselves first."""
    with duckdb.connect() as base:
        base.execute("SELECT setseed(0.43)")
        base.execute(_DRAWN, [DOSSIERS])
        base.execute(_MOVED)
        yield "movements", _one(base, "SELECT count(*) FROM moved")
        for name, columns in GRAINS.items():
            groups = f"SELECT 1 FROM moved GROUP BY {columns}"  # noqa: S608 (our own words)
            yield name, _one(base, f"SELECT count(*) FROM ({groups})")  # noqa: S608 (the same)


def _one(base: duckdb.DuckDBPyConnection, query: str) -> int:
    row = base.execute(query).fetchone()
    return int(row[0]) if row else 0


if __name__ == "__main__":
    for name, rows in counted():
        sys.stdout.write(f"{name:<46}{rows:>12,}\n")
