"""`motcua import register`: a dry run by default, all or nothing with `--commit`."""

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from django.db import connection, transaction

from motcua.dossiers.asked import Intake
from motcua.dossiers.selectors.registered import known_codes, known_dossiers, known_key
from motcua.dossiers.services import take_over
from motcua.exchange.register.headings import BadHeadings
from motcua.exchange.register.judging import Judged, judge
from motcua.exchange.register.places import Places
from motcua.exchange.register.reading import Unreadable, read
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id

CHUNK = 2000
LOCK = 7_043_118
Tell = Callable[[int, int], None]


@dataclass
class Outcome:
    """What became of a file: its lines by what they are, and the intakes that are new."""

    bad: list[Judged] = field(default_factory=list)
    noted: list[Judged] = field(default_factory=list)
    known: int = 0
    new: list[Intake] = field(default_factory=list)


def run(arguments: Sequence[str], tell: Tell = lambda done, total: None) -> int:
    """0 when every line is good (and, with `--commit`, written), else 1 and nothing is written."""
    given = _parser().parse_args(arguments)
    now = timekeeping.now()
    try:
        with uncollected(), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            found = judge_file(given.file, now)
            if given.commit and not found.bad:
                write(found.new, tell)
            else:
                transaction.set_rollback(True)
    except OSError as error:
        sys.stderr.write(f"Không đọc được {given.file}: {error.strerror}.\n")
        return 1
    except (BadHeadings, Unreadable) as error:
        sys.stderr.write(f"{given.file.name}: {error}\n")
        return 1
    _say(found, sys.stdout, sys.stderr, committed=given.commit)
    return 1 if found.bad else 0


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for rings of garbage: there are none, and among a million objects that
    stay until the end it takes a quarter of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def judge_file(path: Path, now: datetime) -> Outcome:
    """Reads and judges a whole register; writes no dossier. Two queries besides cached ones."""
    places = Places(now)
    out = Outcome()
    good: list[Judged] = []
    lines_of_codes: dict[str, int] = {}
    for line in read(path):
        one = judge(line, places, now)
        if one.intake and (code := one.intake.given_code):
            first = lines_of_codes.setdefault(code, one.line)
            if first != one.line:
                one.faults.append(("code", f"Mã này đã có ở dòng {first}. Mỗi hồ sơ một mã."))
        (out.bad if one.faults else good).append(one)
    out.noted = [one for one in good if one.notes]
    out.known, out.new = _unknown([one.intake for one in good if one.intake])
    return out


def write(intakes: Sequence[Intake], tell: Tell) -> None:
    """Takes them over, 2,000 at a time, in the caller's transaction."""
    for start in range(0, len(intakes), CHUNK):
        take_over(intakes[start : start + CHUNK], key=uuid4(), whole=True)
        tell(min(start + CHUNK, len(intakes)), len(intakes))


def _unknown(intakes: Sequence[Intake]) -> tuple[int, list[Intake]]:
    """How many are here already, and the others: by code, else by key and place among equals."""
    here = known_dossiers(intakes)
    codes = known_codes([i.given_code for i in intakes if i.given_code])
    seen: Counter[object] = Counter()
    new = []
    for intake in intakes:
        key = known_key(intake)
        seen[key] += 1
        if intake.given_code in codes if intake.given_code else seen[key] <= here[key]:
            continue
        new.append(intake)
    return len(intakes) - len(new), new


def _say(found: Outcome, out: TextIO, err: TextIO, *, committed: bool) -> None:
    for one in sorted(found.bad, key=lambda judged: judged.line):
        for column, said in one.faults:
            err.write(f"dòng {one.line}, cột {column}: {said}\n")
    for one in found.noted:
        out.writelines(f"dòng {one.line}: {note}\n" for note in one.notes)
    by_office = Counter(office_by_id(i.by.office_id).name for i in found.new)
    for name, count in sorted(by_office.items()):
        out.write(f"{name}: {count} hồ sơ mới\n")
    out.write(f"Mới {len(found.new)}, đã có {found.known}, sai {len(found.bad)} dòng. ")
    if found.bad:
        out.write("Chưa ghi gì: sửa các dòng sai rồi nhập lại.\n")
    elif committed:
        out.write(f"Đã ghi {len(found.new)} hồ sơ.\n")
    else:
        out.write("Chạy thử, chưa ghi gì: thêm --commit để ghi.\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua import", description="Nhập dữ liệu từ nơi khác")
    kinds = parser.add_subparsers(dest="kind", required=True)
    register = kinds.add_parser("register", help="sổ theo dõi hồ sơ, tệp CSV hoặc XLSX")
    register.add_argument("file", type=Path, metavar="TỆP")
    register.add_argument("--commit", action="store_true", help="ghi, nếu mọi dòng đều đúng")
    return parser
