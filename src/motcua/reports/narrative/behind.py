"""What stands behind figures of the draft that no other report lists: dossiers by how early they
were finished, those asked twice, and what the rooms beside count in each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.tally import Standing, judge
from motcua.dossiers.figures import asked_again_codes, received_between
from motcua.organization.selectors import (
    calendar_of,
    office_by_slug,
    offices_with_desk,
)
from motcua.reports.counting import AsKnown
from motcua.reports.narrative.beside import by_office
from motcua.reports.narrative.drafting_quality import EARLY_FROM, EARLY_TO
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.gathering import days_saved, period_of

SETS = {
    "early": "hồ sơ đã giải quyết trước hạn",
    "on_time": "hồ sơ đã giải quyết đúng hạn",
    "late": "hồ sơ đã giải quyết quá hạn",
    "finished": "hồ sơ đã giải quyết xong",
    "saved": f"hồ sơ trước hạn từ {EARLY_FROM} đến {EARLY_TO} ngày làm việc",
    "again": "hồ sơ bị yêu cầu bổ sung quá 1 lần",
}
BESIDE = {"money": ("receipts", "receipts_vnd"), "complaints": ("complaints",)}
SHOWN = 100
_STANDINGS = {
    "early": (Standing.EARLY,),
    "saved": (Standing.EARLY,),
    "on_time": (Standing.ON_TIME,),
    "late": (Standing.OVERDUE,),
    "finished": (Standing.EARLY, Standing.ON_TIME, Standing.OVERDUE),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier, without a person."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    saved: int


@dataclass(frozen=True, slots=True)
class Behind:
    """How many there are, and the first hundred."""

    count: int
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Share:
    """What a unit has of figures of a room beside."""

    unit: str
    figures: Sequence[int]


def behind(facts: Facts, which: str, known_at: datetime | None = None) -> Behind:
    """The dossiers of one of `SETS`, as they are, or as known when the report was frozen. One
    query; with `known_at` they are replayed. KeyError for another set."""
    chosen = period_of(facts)
    ids = _ids(facts)
    if which == "again":
        wanted = asked_again_codes(
            ids, chosen.from_at, chosen.to_at, chosen.judged_at, known_at
        )  # fmt: skip
        lines = [one for one in _lines(facts, ids, known_at) if one.code in wanted]
    else:
        lines = [one for one in _lines(facts, ids, known_at) if _in_set(one, which, facts)]
    return Behind(len(lines), lines[:SHOWN])


def shares(facts: Facts, what: str) -> Sequence[Share]:
    """What each unit has of the figures of `BESIDE[what]`. One query for each room beside."""
    chosen, names = period_of(facts), BESIDE[what]
    units = offices_with_desk(facts.office, chosen.judged_at.astimezone(VN).date())
    told = by_office([unit.id for unit in units], chosen)
    return [
        Share(unit.name, [told.get(name, {}).get(unit.id, 0) for name in names]) for unit in units
    ]


def _in_set(line: Line, which: str, facts: Facts) -> bool:
    how = judge(line.due_at, line.finished_at, period_of(facts).judged_at)
    if how not in _STANDINGS[which]:
        return False
    return which != "saved" or EARLY_FROM <= line.saved <= EARLY_TO


def _ids(facts: Facts) -> Sequence[int]:
    day = period_of(facts).judged_at.astimezone(VN).date()
    return [unit.id for unit in offices_with_desk(facts.office, day)]


def _lines(facts: Facts, ids: Sequence[int], known_at: datetime | None) -> Sequence[Line]:
    chosen = period_of(facts)
    rows: Sequence[tuple[str, int, datetime, datetime | None, datetime | None]]
    if known_at is None:
        found = received_between(ids, chosen.from_at, chosen.to_at, chosen.judged_at)
        rows = list(
            found.order_by("-received_at", "id").values_list(
                "code", "procedure_version_id", "received_at", "due_at", "finished_at"
            )
        )
    else:
        rows = [
            (o.code, s.version_id, s.received_at, s.due_at, s.finished_at)
            for o in AsKnown.at(ids, chosen, known_at).received(chosen)
            for s in (o.standing,)
        ]
    calendar = calendar_of(office_by_slug(facts.office).id)
    known: dict[tuple[object, object], int] = {}
    lines = []
    for code, version_id, received_at, due_at, finished_at in rows:
        saved = 0
        if due_at and finished_at:
            days = (finished_at.astimezone(VN).date(), due_at.astimezone(VN).date())
            if days not in known:
                known[days] = days_saved(calendar, *days)
            saved = known[days]
        lines.append(
            Line(
                code, catalogue.version(version_id).name, received_at.astimezone(VN),
                due_at.astimezone(VN) if due_at else None,
                finished_at.astimezone(VN) if finished_at else None, saved,
            )
        )  # fmt: skip
    return lines
