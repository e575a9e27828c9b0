"""Reference data of this room into rows: offices, departments, the national calendar.

Loaded by content, many times without harm: a row that exists is left as it is, since a person may
have touched it; only what is missing is added.
"""

import csv
import hashlib
import json
from datetime import date, datetime
from importlib.resources import files

from motcua.core.clock import VN, calendar_to_json, national_calendar
from motcua.organization import selectors
from motcua.organization.models import CalendarEdition, Department, Office
from motcua.organization.services.calendars import keep_entered_years
from motcua.organization.services.hours import rebase_own_calendars
from motcua.organization.timekeeping import real_now

DESK_DEPARTMENTS = ("TX-VP", "VPTK")
SHIPPED = "Lịch nghỉ đã công bố từng năm, kèm theo chương trình"
NATIONAL_FROM = datetime(2015, 1, 1, tzinfo=VN)


def load_reference() -> None:
    """Add what is missing. The caller holds the advisory lock and the transaction."""
    _load_offices()
    load_departments()
    _load_calendar()
    selectors.forget()


def content() -> bytes:
    """All of this room's reference data as bytes, for the content hash."""
    folder = files("motcua.organization").joinpath("data")
    return (
        b"".join(folder.joinpath(name).read_bytes() for name in ("offices.csv", "departments.csv"))
        + national_calendar().edition.encode()
    )


def _load_offices() -> None:
    known = {office.slug: office for office in Office.objects.all()}
    for row in _csv("offices.csv"):
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


def load_departments() -> None:
    """Give every office the usual departments of its kind, where it lacks them."""
    known = set(Department.objects.values_list("office_id", "code"))
    offices = list(Office.objects.all())
    missing = [
        Department(
            office=office,
            code=row["code"],
            name=row["name"],
            ordinal=ordinal,
            has_desk=row["code"] in DESK_DEPARTMENTS,
            note=row["note"],
        )
        for ordinal, row in enumerate(_csv("departments.csv"), start=1)
        for office in offices
        if office.kind == row["office_kind"] and (office.id, row["code"]) not in known
    ]
    Department.objects.bulk_create(missing)


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


def _csv(name: str) -> list[dict[str, str]]:
    text = files("motcua.organization").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
