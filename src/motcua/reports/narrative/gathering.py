"""Gather the facts of a report: from dossiers, catalogue, boards, desks and the rooms beside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from motcua.catalogue.listing.posting import boards
from motcua.core.clock import VN, Calendar, working_minutes
from motcua.core.tally import Standing, judge
from motcua.dossiers import figures
from motcua.dossiers.figures import Judgeable
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.organization import desks as premises
from motcua.organization.selectors import OfficeRow, calendar_of, offices, offices_with_desk
from motcua.reports import counting
from motcua.reports.narrative.below import below
from motcua.reports.narrative.beside import beside
from motcua.reports.narrative.facts import (
    Desks,
    Earlier,
    Elsewhere,
    Facts,
    Listing,
    Procedures,
    Unit,
    Unmet,
    Work,
)
from motcua.reports.narrative.handled import handled
from motcua.reports.period import Period, period
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from motcua.reports.quarters import period_name
from motcua.reports.writers.as_pdf import laid_out


def gather(
    office: str, from_on: date, to_on: date, *, now: datetime, known_at: datetime | None = None
) -> Facts:
    """The facts of an office and what is under it. About twenty queries; with `known_at` the
    dossiers are replayed, 0.5 ms each. Raises Refused: unknown_office, period_backwards."""
    sheet = phu_luc_ii(office, from_on, to_on, now=now, known_at=known_at)
    chosen = sheet.period
    day = last_day(chosen)
    units = offices_with_desk(office, day)
    ids = [unit.id for unit in units]
    return Facts(
        office=sheet.office.slug,
        name=sheet.office.name,
        kind=sheet.office.kind,
        from_on=from_on.isoformat(),
        to_on=to_on.isoformat(),
        judged_at=chosen.judged_at.isoformat(),
        over=chosen.over,
        desks=_desks(sheet.office, units, day, known_at),
        procedures=_procedures(sheet.office, units, day),
        units=_units(sheet),
        work=_work(sheet, ids, known_at),
        listing=_listing(ids, day, known_at),
        beside=tuple(sorted(beside(ids, chosen).items())),
        before=_earlier(ids, chosen.before(), now, known_at),
        year_before=_earlier(ids, _year_back(chosen), now, known_at),
        appendix=laid_out(sheet),
        below=below(sheet.office.id, chosen, known_at),
    )


def period_of(facts: Facts) -> Period:
    """The period of those facts, judged when they were."""
    first, last = date.fromisoformat(facts.from_on), date.fromisoformat(facts.to_on)
    return Period(first, last, datetime.fromisoformat(facts.judged_at))


def last_day(chosen: Period) -> date:
    """The day whose desks, procedures and boards a report tells: the last of the period, or of
    what has passed of it."""
    return min(chosen.to_on, chosen.judged_at.astimezone(VN).date())


def earlier_of(facts: Facts) -> dict[str, Period]:
    """The periods the report is compared with, by the key of the figure."""
    chosen = period_of(facts)
    return {"before": chosen.before(), "year-before": _year_back(chosen)}


def _desks(
    top: OfficeRow, units: Sequence[OfficeRow], day: date, known_at: datetime | None
) -> Desks:
    found = premises.states(units, day, known_at)
    under = [state for state in found if state.office.id != top.id]
    judged = [state for state in under if state.meets is not None]
    rule = next((s.rule for s in [*under, *found] if s.rule), None)
    return Desks(
        rule=rule.name if rule else "",
        top=sum(state.office.id == top.id for state in found),
        below=len(under),
        units_below=sum(1 for one in offices(day) if one.parent_id == top.id and _commune(one)),
        judged=len(judged),
        met=sum(state.meets is True for state in judged),
        three_no=sum(1 for state in found if state.survey and state.survey.three_no),
        unmet=tuple(
            Unmet(
                state.office.slug,
                state.office.short_name,
                tuple(one.requirement.name for one in state.missing),
            )
            for state in judged
            if not state.meets
        ),
    )


def _commune(office: OfficeRow) -> bool:
    return office.kind in ("ward", "commune")


def _procedures(top: OfficeRow, units: Sequence[OfficeRow], day: date) -> Procedures:
    found = handled(top.id, units, day)
    elsewhere = Counter((row.field, row.not_at_desk_reason) for row in found.elsewhere)
    return Procedures(
        one_stop=len(found.of_mechanism("one_stop")),
        interlinked=len(found.of_mechanism("interlinked")),
        below=len(found.under),
        elsewhere=tuple(
            Elsewhere(field, count, reason)
            for (field, reason), count in sorted(elsewhere.items(), key=lambda one: one[0])
        ),
        online_words="toàn trình, một phần" if found.by_scope else "mức độ 3, 4",
        online_high=len(found.online),
    )


def _units(sheet: PhuLucII) -> tuple[Unit, ...]:
    return tuple(
        Unit(row.slug, row.unit, row.group, row.received, row.on_time, row.overdue, "counted")
        for row in sheet.rows
    )


def _work(sheet: PhuLucII, ids: Sequence[int], known_at: datetime | None) -> Work:
    chosen = sheet.period
    counted = sheet.counted or counting.counted(ids, chosen, known_at)
    received = [
        one for one in counted.judgeable() if chosen.from_at <= one.received_at < chosen.to_at
    ]
    stood = [judge(one.due_at, one.finished_at, chosen.judged_at) for one in received]
    by = Counter(stood)
    calendar = calendar_of(sheet.office.id)
    early = [
        one for one, how in zip(received, stood, strict=True) if how is Standing.EARLY
    ]  # fmt: skip
    return Work(
        received=sum(row.received for row in sheet.rows),
        on_time=sum(row.on_time for row in sheet.rows),
        overdue=sum(row.overdue for row in sheet.rows),
        still_open=sheet.still_open,
        early=by[Standing.EARLY],
        finished_on_time=by[Standing.ON_TIME],
        finished_late=by[Standing.OVERDUE],
        saved=tuple(sorted(_saved(calendar, early).items())),
        reasons=tuple(sheet.overdue_reasons),
        asked_again=figures.asked_again(
            ids, chosen.from_at, chosen.to_at, chosen.judged_at, known_at
        ),
    )


def _saved(calendar: Calendar, early: Sequence[Judgeable]) -> Counter[int]:
    """Whole working days between the day of finishing and the due day, by how many dossiers."""
    pairs = Counter(
        (one.finished_at.astimezone(VN).date(), one.due_at.astimezone(VN).date())
        for one in early
        if one.finished_at and one.due_at
    )
    found: Counter[int] = Counter()
    for (finished_on, due_on), count in pairs.items():
        found[days_saved(calendar, finished_on, due_on)] += count
    return found


def days_saved(calendar: Calendar, finished_on: date, due_on: date) -> int:
    """Whole working days after the day of finishing until the due day, that day included."""
    start = datetime.combine(finished_on + timedelta(days=1), time(), VN)
    end = datetime.combine(due_on + timedelta(days=1), time(), VN)
    return working_minutes(calendar, start, end) // WORKING_DAY_MINUTES


def _listing(ids: Sequence[int], day: date, known_at: datetime | None) -> Listing:
    found = boards(ids, day, known_at)
    behind = {board.office.id for board in found if board.state != "current"}
    return Listing(
        units=len(ids),
        current=len({board.office.id for board in found} - behind),
        procedures=sum(board.procedures for board in found),
        posted=sum(board.procedures for board in found if board.state == "current"),
    )


def _earlier(
    ids: Sequence[int], chosen: Period, now: datetime, known_at: datetime | None
) -> Earlier:
    judged = replace(chosen, judged_at=min(chosen.judged_at, now))
    found = counting.counted(ids, judged, known_at).figures().values()
    return Earlier(
        period_name(chosen.from_on, chosen.to_on),
        sum(one.received for one in found),
        sum(one.overdue for one in found),
    )


def _year_back(chosen: Period) -> Period:
    start, end = _back(chosen.from_on), _back(chosen.to_on)
    return period(start, end, chosen.judged_at)


def _back(day: date) -> date:
    """The same day a year before; of 29 February the 28th, and the end of February stays one."""
    following = day + timedelta(days=1)
    if following.day == 1:
        return date(following.year - 1, following.month, 1) - timedelta(days=1)
    return day.replace(year=day.year - 1)
