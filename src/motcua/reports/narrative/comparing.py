"""What differs between a report as it was frozen and the same report reckoned today, dossier by
dossier: only what was written since can differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from motcua.catalogue import selectors as catalogue
from motcua.core.tally import Standing
from motcua.dossiers.behind import LATE
from motcua.organization.selectors import office_by_id, offices_with_desk
from motcua.reports.counting import AsKnown, judged
from motcua.reports.narrative.facts import from_object
from motcua.reports.narrative.gathering import period_of
from motcua.reports.narrative.models import Narrative
from motcua.reports.period import Period

STANDINGS = {
    None: "không có trong báo cáo",
    Standing.EARLY: "trước hạn",
    Standing.ON_TIME: "đúng hạn",
    Standing.OVERDUE: "quá hạn",
    Standing.PENDING_IN_TIME: "đang giải quyết, trong hạn",
    Standing.PENDING_OVERDUE: "đang giải quyết, quá hạn",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One dossier that counts otherwise now; no person is in it."""

    code: str
    office: str
    procedure: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The dossiers that differ, and how the whole of it moved."""

    differences: Sequence[Difference]
    received: tuple[int, int]
    overdue: tuple[int, int]


def compared(row: Narrative, now: datetime) -> Comparison:
    """The frozen report beside what is known at `now`, judged at the same moment of the period.

    Replays every dossier twice, about 1 ms each; only for a report that is frozen.
    """
    facts = from_object((row.frozen or {})["facts"])
    known_at = row.known_at or now
    chosen = period_of(facts)
    day = min(chosen.to_on, chosen.judged_at.date())
    ids = [unit.id for unit in offices_with_desk(facts.office, day)]
    then, later = _stood(ids, chosen, known_at), _stood(ids, chosen, now)
    return Comparison(
        _differing(then, later), (len(then), len(later)), (_overdue(then), _overdue(later))
    )


Over = Literal["received", "handled"]


def differences(
    ids: Sequence[int], chosen: Period, known_at: datetime, now: datetime, over: Over
) -> Sequence[Difference]:
    """The dossiers of these offices that count otherwise in a period by what is known at `now`
    than at `known_at`: of those received in it, or handled. Replays as `compared`."""
    return _differing(_stood(ids, chosen, known_at, over), _stood(ids, chosen, now, over))


def _differing(then: "Stood", later: "Stood") -> Sequence[Difference]:
    return [
        Difference(
            code=code,
            office=office_by_id((later.get(code) or then[code])[1]).short_name,
            procedure=catalogue.version((later.get(code) or then[code])[2]).name,
            then=STANDINGS[_standing(then, code)],
            now=STANDINGS[_standing(later, code)],
        )
        for code in sorted({*then, *later})
        if _standing(then, code) is not _standing(later, code)
    ]


Stood = Mapping[str, tuple[Standing, int, int]]


def _stood(
    ids: Sequence[int], chosen: Period, known_at: datetime, over: Over = "received"
) -> Stood:
    found = AsKnown.at(ids, chosen, known_at)
    told = found.received(chosen) if over == "received" else found.handled()
    return {
        one.code: (
            judged(one, chosen.judged_at), one.standing.office_id, one.standing.version_id
        )
        for one in told
    }  # fmt: skip


def _standing(stood: Stood, code: str) -> Standing | None:
    known = stood.get(code)
    return known[0] if known else None


def _overdue(stood: Stood) -> int:
    return sum(1 for how, _, _ in stood.values() if how in LATE)
