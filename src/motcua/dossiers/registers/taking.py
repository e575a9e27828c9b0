"""A whole register: judged line by line, held against what is here, and taken over in chunks."""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from django.db import connection

from motcua.dossiers.asked import Intake
from motcua.dossiers.registers.judging import Judged, judge
from motcua.dossiers.registers.places import Places
from motcua.dossiers.registers.reading import Line, read
from motcua.dossiers.selectors.registered import known_codes, known_dossiers, known_key
from motcua.dossiers.services.importing import take_over

CHUNK = 2000
LOCK = 7_043_118
Tell = Callable[[int, int], None]


@dataclass
class Outcome:
    """What became of a file: its lines by what they are, and the intakes that are new. `good` are
    all that are not `bad`, the `known` and the `noted` among them."""

    good: list[Judged] = field(default_factory=list)
    bad: list[Judged] = field(default_factory=list)
    noted: list[Judged] = field(default_factory=list)
    known: int = 0
    new: list[Intake] = field(default_factory=list)


def alone() -> None:
    """One register at a time until the transaction ends, so that none is taken over twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


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
    """Reads and judges a whole register; writes no dossier. As `judge_lines`."""
    return judge_lines(read(path), Places(now), now)


def judge_lines(lines: Iterable[Line], places: Places, now: datetime) -> Outcome:
    """Judges what was read; writes no dossier. Two queries besides cached ones."""
    out = Outcome()
    good = out.good
    lines_of_codes: dict[str, int] = {}
    for line in lines:
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
