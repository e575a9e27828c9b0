"""Giving warnings: what stands at a threshold now, said once to each post it concerns.

Only the highest threshold reached is said: who was not told at half the time, because the program
did not run, is not told of it afterwards.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple
from uuid import uuid4

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from motcua.boxes.addressees import Roster
from motcua.boxes.models import Warning
from motcua.core.clock import VN, Calendar, Pause
from motcua.core.flow.deciding.assigning import taken_by
from motcua.core.warning import Of, Running, concerned, reached
from motcua.dossiers.holders import Holder
from motcua.dossiers.models import Dossier, DossierStep
from motcua.dossiers.models.dossier import Stage
from motcua.organization.selectors import calendar_of

BATCH = 2000


class Said(NamedTuple):
    """A warning without its post: what it speaks of, and the threshold."""

    dossier: int
    of: Of
    opened_seq: int
    key: str
    threshold: int


@dataclass(frozen=True, slots=True)
class Visit:
    """An open visit to a step of a dossier whose clock runs; `gave_*` is where it came from."""

    dossier: int
    opened_seq: int
    key: str
    held: Holder
    received: bool
    step: Running
    whole: Running
    answers: int
    gave_office: int | None
    gave_department: int | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """A dossier sent in that the desk of the office `answers` is to look at within its hours."""

    dossier: int
    check: Running
    answers: int


def give(at: datetime) -> int:
    """Write the warnings that are due at `at` (the office's time); answers how many.

    Safe twice, and beside another who does the same. Two queries and at most one insert for each
    two thousand open visits, as much for what waits to be looked at, and one for the posts.
    """
    judge = _Judge(Roster(at), at)
    visits, arrived, given = _visits(), to_look_at(), 0
    while batch := list(islice(visits, BATCH)):
        given += _written([one for visit in batch for one in judge.said(visit)], at)
    while waiting := list(islice(arrived, BATCH)):
        given += _written([judge.said_of_check(one) for one in waiting], at)
    return given


def _visits() -> Iterator[Visit]:
    """Every open visit whose dossier is being worked on. What stands still is not asked about."""
    before = DossierStep.objects.filter(
        dossier_id=OuterRef("dossier_id"), left_seq=OuterRef("opened_seq")
    ).order_by("id")
    rows = (
        DossierStep.objects.filter(left_at=None, dossier__stage=Stage.IN_PROGRESS)
        .annotate(
            began=F("dossier__flow__clock_from"),
            pauses=F("dossier__flow__pauses"),
            promise=F("dossier__due_at"),
            answers=Coalesce("dossier__handled_by_id", "dossier__office_id"),
            gave_office=Subquery(before.values("office_id")[:1]),
            gave_department=Subquery(before.values("department_id")[:1]),
        )
        .order_by("dossier_id", "id")
        .values(
            "dossier_id", "opened_seq", "key", "office_id", "department_id", "position_kind",
            "assignee", "seen", "taken", "entered_at", "due_at", "began", "pauses", "promise",
            "answers", "gave_office", "gave_department",
        )
    )  # fmt: skip
    return map(_visit, rows.iterator(BATCH))


def to_look_at() -> Iterator[Arrived]:
    """What was sent in and nobody has looked at."""
    rows = (
        Dossier.objects.filter(stage=Stage.SUBMITTED)
        .annotate(answers=Coalesce("handled_by_id", "office_id"))
        .order_by("id")
        .values_list("id", "received_at", "due_at", "answers")
    )
    return (
        Arrived(dossier, Running(came, due), answers)
        for dossier, came, due, answers in rows.iterator(BATCH)
    )


def _visit(row: Mapping[str, Any]) -> Visit:
    pauses = tuple(
        Pause(_moment(start), _moment(end) if end else None)
        for start, end, *_ in row["pauses"] or ()
    )
    entered = row["entered_at"]
    return Visit(
        dossier=row["dossier_id"],
        opened_seq=row["opened_seq"],
        key=row["key"],
        held=Holder(row["office_id"], row["department_id"], row["position_kind"], row["assignee"]),
        received=row["seen"] or row["taken"],
        step=Running(entered, row["due_at"], pauses),
        whole=Running(_moment(row["began"]) if row["began"] else entered, row["promise"], pauses),
        answers=row["answers"],
        gave_office=row["gave_office"],
        gave_department=row["gave_department"],
    )


class _Judge:
    """What is to be said of a visit at one moment, and to whom."""

    def __init__(self, roster: Roster, at: datetime) -> None:
        self.roster, self.at = roster, at
        self._given_by: dict[int, datetime] = {}

    def said(self, visit: Visit) -> Iterator[tuple[Said, frozenset[int]]]:
        """Each warning with the posts it is for."""
        for of, running, office in (
            (Of.STEP, visit.step, visit.held.office_id),
            (Of.WHOLE, visit.whole, visit.answers),
        ):
            share = reached(calendar_of(office), running, self.at)
            posts = self.roster.of(concerned(share), visit.held, office)
            place = (visit.opened_seq, visit.key) if of is Of.STEP else (0, "")
            yield Said(visit.dossier, of, *place, share), posts
        if not visit.received and visit.step.began_at <= self._latest(visit.held.office_id):
            said = Said(visit.dossier, Of.UNTAKEN, visit.opened_seq, visit.key, 0)
            yield said, self._both_heads(visit)

    def said_of_check(self, one: Arrived) -> tuple[Said, frozenset[int]]:
        """What is to be said to the desk of one that waits to be looked at."""
        share = reached(calendar_of(one.answers), one.check, self.at)
        posts = self.roster.of_desk(concerned(share), one.answers)
        return Said(one.dossier, Of.CHECK, 0, "", share), posts

    def _both_heads(self, visit: Visit) -> frozenset[int]:
        """The head of who should receive it, and of who handed it over, if anybody did."""
        if visit.gave_office is None:
            return frozenset()
        theirs = self.roster.heads(visit.held.office_id, visit.held.department_id)
        gave = self.roster.heads(visit.gave_office, visit.gave_department)
        return frozenset((*theirs, *gave))

    def _latest(self, office: int) -> datetime:
        if office not in self._given_by:
            calendar: Calendar = calendar_of(office)
            self._given_by[office] = taken_by(calendar, self.at.astimezone(VN))
        return self._given_by[office]


def _written(all_said: Sequence[tuple[Said, frozenset[int]]], at: datetime) -> int:
    told = _told(said.dossier for said, _ in all_said)
    wanted = {
        (said, post)
        for said, posts in all_said
        for post in posts
        if told.get((said[:4], post), -1) < said.threshold
    }
    rows = [
        Warning(
            uuid=uuid4(),
            dossier_id=said.dossier,
            of=said.of.value,
            opened_seq=said.opened_seq,
            key=said.key,
            threshold=said.threshold,
            position_id=post,
            given_at=at,
        )
        for said, post in sorted(wanted)
    ]
    Warning.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    return len(rows)


def _told(dossiers: Iterable[int]) -> Mapping[tuple[tuple[int, str, int, str], int], int]:
    """The highest threshold each post was told of, by what it speaks of. One query."""
    rows = Warning.objects.filter(dossier_id__in=set(dossiers)).values_list(
        "dossier_id", "of", "opened_seq", "key", "position_id", "threshold"
    )
    found: dict[tuple[tuple[int, str, int, str], int], int] = {}
    for dossier, of, opened_seq, key, post, threshold in rows:
        known = (dossier, of, opened_seq, key), post
        found[known] = max(threshold, found.get(known, -1))
    return found


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
