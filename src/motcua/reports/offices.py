"""Which offices a report speaks of in its period, and what to say where they changed within it."""

from collections.abc import Sequence
from datetime import date, timedelta

from motcua.core.refusal import Refused
from motcua.organization.selectors import (
    OfficeRow,
    heirs_of,
    office_by_slug,
    office_on,
    offices_between,
)
from motcua.reports.period import Period


def units(office: str, chosen: Period, *, below: bool) -> Sequence[OfficeRow]:
    """The office alone, or it and those under it, as they stood in the period.

    Raises Refused: unknown_office; office_not_then where neither it nor whom it goes on from stood.
    """
    top = office_by_slug(office)
    if below:
        found = offices_between(office, chosen.from_on, chosen.to_on)
    else:
        stood = top.stood_between(chosen.from_on, chosen.to_on)
        found = (office_on(top.id, chosen.to_on),) if stood else ()
    if not found:
        raise Refused("office_not_then", office=top.name, stood=_stood(top))
    return found


def _stood(office: OfficeRow) -> str:
    """Since when, or until when, an office stands."""
    if office.dissolved_on is not None:
        return f"có từ {office.established_on:%d/%m/%Y} đến hết {last_day(office):%d/%m/%Y}"
    return f"có từ {office.established_on:%d/%m/%Y}"


def receiver(office: OfficeRow, day: date) -> str:
    """Who a report goes to by default: the office right above, as it was called on `day`; nothing
    for one that has none above it here."""
    return office_on(office.parent_id, day).name if office.parent_id else ""


def reorganized(found: Sequence[OfficeRow], chosen: Period) -> Sequence[str]:
    """A sentence when offices ended within the period: each figure stays where the receipt was
    issued, under the name of that time."""
    ended = [unit for unit in found if ended_in(unit, chosen)]
    if not ended:
        return ()
    names = "; ".join(
        f"{unit.short_name} ({last_day(unit):%d/%m/%Y}) về {_heirs(unit)}" for unit in ended
    )
    return (
        f"Trong kỳ có sắp xếp đơn vị: {names}. Hồ sơ được tính ở đơn vị đã cấp giấy hẹn, "
        "theo tên của ngày đó.",
    )


def ended_in(unit: OfficeRow, chosen: Period) -> bool:
    """Whether an office stood for a part of the period only, and no longer."""
    ended = unit.dissolved_on
    return ended is not None and chosen.from_on < ended <= chosen.to_on


def last_day(unit: OfficeRow) -> date:
    """The last day an office stood; the end of time while it stands."""
    return (unit.dissolved_on or date.max) - timedelta(days=1)


def _heirs(unit: OfficeRow) -> str:
    found = heirs_of(unit.id)
    return ", ".join(office_on(heir.office, heir.on).short_name for heir in found) or "không đơn vị"
