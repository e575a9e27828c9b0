"""A register of many invented dossiers to read in: `python -m bench.registers FILE.xlsx`.

`.xlsx` or `.csv` by its name; 100,000 lines unless `--rows` says otherwise. Offices and procedures
are those of the demonstration, so that `motcua import register FILE --commit` takes it over there;
a third of the lines have no due time of their own, one in thirty is late, and one in eight of the
last month is still open.
"""

import argparse
import csv
import random
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path

import xlsxwriter

from motcua.core.clock import VN, add_working_minutes, national_calendar, next_opening

HEAD = (
    "office", "procedure_code", "applicant_name", "applicant_id", "phone", "received_at", "due_at",
    "finished_at", "returned_at", "outcome", "overdue_reason", "note", "channel",
)  # fmt: skip
TOWN = "bim-son"
COMMUNES = (
    "ba-dinh", "ngoc-trao", "bac-son", "phu-son", "dong-son", "lam-son", "ha-lan", "quang-trung",
)  # fmt: skip
FIRST, LAST = date(2016, 7, 1), date(2017, 3, 30)
OPEN_FROM = date(2017, 3, 1)
SEED = 43
FAMILIES = ("Bùi", "Đặng", "Đỗ", "Hoàng", "Lê", "Mai", "Nguyễn", "Phạm", "Trần", "Vũ")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hạnh", "Khoa", "Lan", "Minh", "Oanh")
DAY = 480
"""Working minutes of a day."""


def lines(number: int) -> Iterator[Sequence[str]]:
    """The lines below the headings, always the same ones for a number."""
    drawn = random.Random(SEED)  # noqa: S311 (no secret)
    town, communes = _procedures()
    calendar = national_calendar()
    limit = datetime.combine(LAST, time(17), VN)
    for ordinal in range(1, number + 1):
        office = drawn.choice((TOWN, *COMMUNES))
        code, days = drawn.choice(town if office == TOWN else communes)
        day = FIRST + timedelta(days=drawn.randrange((LAST - FIRST).days))
        moment = datetime.combine(day, time(drawn.randrange(8, 16), drawn.randrange(60)), VN)
        received = next_opening(calendar, moment)
        due = add_working_minutes(calendar, received, days * DAY)
        spent = drawn.uniform(1.1, 2) if drawn.random() < 1 / 30 else drawn.uniform(0.2, 0.95)
        finished = add_working_minutes(calendar, received, round(spent * days * DAY))
        late = finished > due
        done = finished < limit and (day < OPEN_FROM or drawn.random() > 1 / 8)
        yield (
            office, code, f"{drawn.choice(FAMILIES)} {drawn.choice(GIVEN)} {ordinal} Mẫu",
            f"038{ordinal:09}", f"09{ordinal:08}", _said(received),
            _said(due) if drawn.random() > 1 / 3 else "", _said(finished) if done else "",
            _said(finished + timedelta(minutes=20)) if done else "", "result" if done else "",
            "Do quá tải" if done and late else "", "",
            drawn.choices(("direct", "online", "post"), (8, 3, 1))[0],
        )  # fmt: skip


def write(file: Path, number: int) -> None:
    """The whole file; constant memory."""
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8", newline="") as out:
            sheet = csv.writer(out)
            sheet.writerow(HEAD)
            sheet.writerows(lines(number))
        return
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        page = book.add_worksheet("Sổ theo dõi")
        for place, line in enumerate((HEAD, *lines(number))):
            page.write_row(place, 0, line)


def _procedures() -> tuple[Sequence[tuple[str, int]], Sequence[tuple[str, int]]]:
    """Code and days of what the town handles, and of what every commune does."""
    text = files("motcua.catalogue") / "data" / "procedures-2017.csv"
    with text.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["at_desk"] == "yes"]
    found = [(row, max(1, round(float(row["allowance"] or 1)))) for row in rows]
    town = [(row["id"], days) for row, days in found if row["level"] == "town"]
    return town, [(row["id"], days) for row, days in found if row["applies_to"] == "both"]


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"


def main() -> int:
    """Write the file that is asked for."""
    asked = argparse.ArgumentParser(prog="python -m bench.registers", description=__doc__)
    asked.add_argument("file", type=Path)
    asked.add_argument("--rows", type=int, default=100_000)
    given = asked.parse_args()
    write(given.file, given.rows)
    sys.stdout.write(f"{given.file}: {given.rows} dossiers\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
