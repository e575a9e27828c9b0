"""An inbox in front of fifty open dossiers and of fifty thousand: what one look costs the machine.

The many are the few over and over, with codes and due times of their own; one in twenty stands
still. The CPU is that of the pages and of PostgreSQL together, at the median of `LOOKS` looks. Over
the many, two rounds of warnings are gone as well: one that gives what is due, one with nothing new.
"""

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

from bench import office
from bench.goals import Line, at_most, noted
from bench.house import Folder, family_cpu, server_cpu
from bench.wire import Wire

FEW, MANY = 50, 50_000
LOOKS, TURNS = 30, 5
LATER = timedelta(days=10)
"""When the rounds are gone: by then much of what was received now stands at a threshold."""
MOST_TIMES = 2.0
PATH = "/can-bo/hop-viec"

ROWS = """
CREATE TEMP TABLE made ON COMMIT DROP AS
SELECT nextval(pg_get_serial_sequence('dossiers_dossier', 'id')) AS id, d.id AS was, n,
       n %% 20 = 0 AS still
FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM dossiers_dossier
      WHERE code LIKE %(prefix)s ORDER BY id LIMIT %(few)s) d
JOIN generate_series(1, %(many)s) AS n ON n %% %(few)s + 1 = d.place;
"""
COPIED = "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} t JOIN made m ON {same}"
OWN = {
    "dossiers_dossier": {
        "id": "m.id",
        "uuid": "gen_random_uuid()",
        "code": "t.code || '-' || m.n",
        "due_at": "CASE WHEN m.still THEN NULL ELSE t.due_at + m.n * interval '7 minutes' END",
        "stage": "CASE WHEN m.still THEN 'awaiting_supplement' ELSE t.stage END",
    },
    "dossiers_dossierstep": {
        "dossier_id": "m.id",
        "due_at": "CASE WHEN m.still THEN NULL ELSE t.due_at + m.n * interval '7 minutes' END",
    },
    "dossiers_party": {"dossier_id": "m.id"},
}


def measured(where: Folder, pages: int, slug: str, say: Callable[[str], None]) -> list[Line]:
    """The lines of the table: both costs and how many times the one the other is."""
    done = office.received(slug, office.procedure_of(slug), FEW)
    cookie = office.cookie_of(office.browser(f"clerk-{slug}"))
    say(f"inbox of {FEW}")
    few = _look(where, pages, cookie)
    fill(f"{office.prefix_of(done[0].code)}-%")
    say(f"inbox of {MANY}")
    many = _look(where, pages, cookie)
    say("two rounds of warnings")
    (first, given), (again, none) = _round(where), _round(where)
    return [
        noted("box", f"inbox of {FEW} open: CPU, PostgreSQL included", f"{few:.1f} ms"),
        noted("box", f"inbox of {MANY} open: CPU, PostgreSQL included", f"{many:.1f} ms"),
        at_most("box", "the one over the other", MOST_TIMES, many / few, "times"),
        noted("box", f"a round of warnings that gives {given}: CPU", f"{first:.1f} s"),
        noted("box", f"a round of warnings that gives {none}: CPU", f"{again:.1f} s"),
    ]


def fill(codes_like: str) -> None:
    """Fifty thousand more in the same box; statistics are gathered, as a night would."""
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ROWS, {"prefix": codes_like, "few": FEW, "many": MANY - FEW})
        for table, own in OWN.items():
            cursor.execute(
                "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
                "AND (column_name <> 'id' OR %s) AND is_generated = 'NEVER'",
                [table, "id" in own],
            )
            columns = [str(row[0]) for row in cursor.fetchall()]
            same = "t.id = m.was" if "id" in own else "t.dossier_id = m.was"
            values = ", ".join(own.get(name, f't."{name}"') for name in columns)
            named = ", ".join(f'"{name}"' for name in columns)
            cursor.execute(COPIED.format(table=table, columns=named, values=values, same=same))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _round(where: Folder) -> tuple[float, int]:
    """Seconds of CPU of one round, here and in PostgreSQL, and how many warnings it gave."""
    from motcua.boxes import giving
    from motcua.organization import timekeeping

    before = time.process_time() + server_cpu(where)
    given = giving.give(timekeeping.now() + LATER)
    return time.process_time() + server_cpu(where) - before, given


def _look(where: Folder, pages: int, cookie: str) -> float:
    wire, headers = Wire(where.pages), {"Cookie": cookie}
    turns = []
    for turn in range(TURNS + 1):  # the first warms what is kept
        before = family_cpu(pages) + server_cpu(where)
        answers = [wire.get(PATH, headers) for _ in range(LOOKS)]
        if any(answer.status != 200 for answer in answers):
            raise RuntimeError(f"{PATH} answered {answers[-1].status}")
        if turn:
            turns.append((family_cpu(pages) + server_cpu(where) - before) * 1000 / LOOKS)
    return statistics.median(turns)
