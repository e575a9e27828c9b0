"""Reference data of this room into rows: offices, departments, the national calendar.

Loaded by content, many times without harm: a row that exists is left as it is, since a person may
have touched it; only what is missing is added.
"""

import hashlib
import json
from datetime import date, datetime
from importlib.resources import files
from uuid import NAMESPACE_URL, uuid5

from motcua.core.clock import VN, calendar_to_json, national_calendar
from motcua.organization import selectors
from motcua.organization.furnishing import add_departments, shipped
from motcua.organization.models import (
    CalendarEdition,
    Installation,
    Office,
    OfficeName,
    Reorganization,
    Succession,
)
from motcua.organization.services.calendars import keep_entered_years
from motcua.organization.services.hours import rebase_own_calendars
from motcua.organization.timekeeping import now, real_now

FILES = (
    "offices.csv", "departments.csv", "departments-2025.csv", "reorganizations.csv",
    "successions.csv", "office-names.csv",
)  # fmt: skip
SHIPPED = "Lịch nghỉ đã công bố từng năm, kèm theo chương trình"
NATIONAL_FROM = datetime(2015, 1, 1, tzinfo=VN)


def load_reference() -> None:
    """Add what is missing. The caller holds the advisory lock and the transaction."""
    _load_offices()
    add_departments()
    _load_reorganizations()
    _load_calendar()
    selectors.forget()


def content() -> bytes:
    """All of this room's reference data as bytes, for the content hash."""
    folder = files("motcua.organization").joinpath("data")
    return (
        b"".join(folder.joinpath(name).read_bytes() for name in FILES)
        + national_calendar().edition.encode()
    )


def _load_offices() -> None:
    known = {office.slug: office for office in Office.objects.all()}
    for row in shipped("offices.csv"):
        if row["slug"] in known:
            continue
        known[row["slug"]] = Office.objects.create(
            slug=row["slug"],
            name=row["name"],
            short_name=row["short_name"],
            kind=row["kind"],
            parent=known.get(row["parent"]),
            agency_code=row["agency_code"],
            admin_code=row["admin_code"],
            ordinal=int(row["ordinal"]),
            desk=row["desk"] == "yes",
            desk_name=row["desk_name"],
            place_name=row["place_name"],
            established_on=date.fromisoformat(row["established_on"]),
            source=row["source"],
        )


def _load_reorganizations() -> None:
    """What was done with the offices, each with its lines; once, whatever became of it since."""
    known = set(Reorganization.objects.exclude(key="").values_list("key", flat=True))
    offices = {office.slug: office for office in Office.objects.all()}
    lines, names = shipped("successions.csv"), shipped("office-names.csv")
    for row in shipped("reorganizations.csv"):
        if row["key"] in known:
            continue
        made = Reorganization.objects.create(
            uuid=uuid5(NAMESPACE_URL, f"motcua:reorganization:{row['key']}"),
            key=row["key"],
            kind=row["kind"],
            effective_on=date.fromisoformat(row["effective_on"]),
            instrument=row["instrument"],
            mark=row["mark"],
            source=row["source"],
        )
        _load_successions(
            made, [one for one in lines if one["reorganization"] == made.key], offices
        )
        _load_names(made, [one for one in names if one["reorganization"] == made.key], offices)


def _load_successions(
    made: Reorganization, lines: list[dict[str, str]], offices: dict[str, Office]
) -> None:
    for line in lines:
        ended, after = offices[line["predecessor"]], offices[line["successor"]]
        Succession.objects.create(
            reorganization=made, predecessor=ended, successor=after, ordinal=int(line["ordinal"])
        )
        if ended.dissolved_on is None and not _moved_in_since(ended, made):
            ended.dissolved_on, ended.successor = made.effective_on, after
            ended.save(update_fields=["dissolved_on", "successor"])


def _moved_in_since(office: Office, made: Reorganization) -> bool:
    """Whether people work in this folder as that office although it ended before: they know."""
    home = Installation.objects.filter(one=True).values_list("office_id", flat=True).first()
    at_work = home is not None and home in (office.id, office.parent_id)
    return at_work and made.effective_on <= now().date()


def _load_names(
    made: Reorganization, names: list[dict[str, str]], offices: dict[str, Office]
) -> None:
    for row in names:
        OfficeName.objects.create(
            reorganization=made,
            office=offices[row["office"]],
            effective_on=made.effective_on,
            name=row["name"],
            short_name=row["short_name"],
            kind=row["kind"],
            parent=offices.get(row["parent"]),
            agency_code=row["agency_code"],
            admin_code=row["admin_code"],
            place_name=row["place_name"],
            source=row["source"],
        )


def _load_calendar() -> None:
    calendar = national_calendar()
    document = calendar_to_json(calendar)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    edition = f"vn-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
    _, new = CalendarEdition.objects.get_or_create(
        edition=edition,
        defaults={
            "office": None,
            "document": document,
            "source": SHIPPED,
            "in_force_at": NATIONAL_FROM,
        },
    )
    if new:
        keep_entered_years(calendar, at=real_now())
        rebase_own_calendars(at=real_now())
