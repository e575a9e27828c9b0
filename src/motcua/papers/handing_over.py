"""Handing over by list: the act, its list and its number in one transaction, and taking it."""

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from importlib.resources import files
from uuid import UUID, uuid5

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.handing_over import leaves_by
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.selectors.handover import Opened, opened_by
from motcua.dossiers.services import hand_over, take
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_of
from motcua.papers.handover_lists import ListRow, list_of, made_with, may_take
from motcua.papers.models import HandoverDifference, HandoverLine, HandoverList
from motcua.papers.numbering import take_number

MOST = 100
LONGEST = 300


def make_lists(
    actor: Actor, asked: Sequence[Asked], *, key: UUID, at: datetime
) -> Sequence[ListRow]:
    """Hand over all of `asked`, or none, and list each department's under its next number.

    One press, one transaction: the events, the rows and the numbers stand or fall together; the
    same `key` again answers with the lists it made. Refused: list_empty, list_too_long,
    list_not_to_departments, and what handing over refuses.
    """
    if not asked:
        raise Refused("list_empty")
    if len(asked) > MOST:
        raise Refused("list_too_long", most=MOST)
    with transaction.atomic():
        outcomes = hand_over(asked, key=key, whole=True)
        if not any(isinstance(one, Done) and one.again for one in outcomes):
            _write(actor, asked, outcomes, key=key, at=at)
    return made_with(actor, key)


def _write(
    actor: Actor, asked: Sequence[Asked], outcomes: Sequence[Outcome], *, key: UUID, at: datetime
) -> None:
    acts = {
        one.dossier: (one.seq, done.head_seq)
        for one, done in zip(asked, outcomes, strict=True)
        if isinstance(done, Done)
    }
    by_department: dict[int, list[Opened]] = {}
    for opened in opened_by(acts):
        by_department.setdefault(opened.department, []).append(opened)
    if {one.dossier for found in by_department.values() for one in found} != set(acts):
        raise Refused("list_not_to_departments")
    for department in sorted(by_department):  # one order for all, so that two presses never cross
        _one(actor, department, by_department[department], key=key, at=at)


def _one(
    actor: Actor, department: int, opened: Sequence[Opened], *, key: UUID, at: datetime
) -> None:
    year = at.astimezone(VN).year
    made = HandoverList.objects.create(
        office_id=actor.office_id,
        department_id=department,
        year=year,
        number=take_number(actor.office_id, f"bg{department}", year),
        key=key,
        made_at=at,
        account_id=actor.account_id,
        position_id=actor.position_id,
    )
    HandoverLine.objects.bulk_create(
        HandoverLine(
            list=made,
            ordinal=ordinal,
            dossier_id=one.dossier,
            step=one.key,
            opened_seq=one.opened_seq,
        )
        for ordinal, one in enumerate(opened, start=1)
    )


def take_list(actor: Actor, code: str, *, key: UUID, at: datetime) -> Sequence[tuple[str, Outcome]]:
    """“Nhận cả danh sách”: the officer receives what nobody has yet, without opening it.

    One outcome a dossier, with its code; those taken already are left alone. Refused: no_such_list,
    not_receiving.
    """
    shown = list_of(actor, code)
    if not may_take(actor, shown.row):
        raise Refused("not_receiving")
    waiting: dict[str, list[tuple[str, Asked]]] = {}
    for line in shown.lines:
        if line.taken.open:
            one = Asked(line.taken.dossier, line.taken.seq, at, actor)
            waiting.setdefault(line.step, []).append((line.taken.code, one))
    told: list[tuple[str, Outcome]] = []
    for step, found in waiting.items():
        outcomes = take([one for _, one in found], key=uuid5(key, step), step=step)
        told += zip((code for code, _ in found), outcomes, strict=True)
    return told


def note_difference(actor: Actor, code: str, ordinal: int, words: str, *, at: datetime) -> None:
    """The department says what of one dossier is otherwise than listed. Refused: no_such_list,
    not_receiving, no_such_line, no_difference."""
    shown = list_of(actor, code)
    if not may_take(actor, shown.row):
        raise Refused("not_receiving")
    said = clean(words)
    if not said or len(said) > LONGEST:
        raise Refused("no_difference", most=LONGEST)
    line = HandoverLine.objects.filter(list_id=shown.row.id, ordinal=ordinal).first()
    if line is None:
        raise Refused("no_such_line")
    HandoverDifference.objects.create(
        line=line, words=said, said_at=at, account_id=actor.account_id
    )


@lru_cache(maxsize=1)
def _hours() -> Sequence[tuple[date, time]]:
    text = files("motcua.papers").joinpath("data/cutoffs.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return sorted(
        (date.fromisoformat(row["from_on"]), time.fromisoformat(row["latest"])) for row in rows
    )


def hour_on(day: date) -> time:
    """The hour until which what came in is handed on the same day; for days before the first rule
    we know, by that one."""
    begun = [hour for from_on, hour in _hours() if from_on <= day]
    return begun[-1] if begun else _hours()[0][1]


def goes_by(office_id: int, came_at: datetime) -> datetime:
    """By when what came to the desk at `came_at` is handed on, by the office's calendar."""
    came = came_at.astimezone(VN)
    return leaves_by(calendar_of(office_id), came, hour_on(came.date()))
