"""What an office is furnished with when it is established: the usual departments of its kind."""

import csv
from datetime import date
from importlib.resources import files

from motcua.organization.models import Department, Office

DESK_DEPARTMENTS = ("TX-VP", "VPTK", "TTPVHCC")
DEPARTMENTS = ((date.min, "departments.csv"), (date(2025, 7, 1), "departments-2025.csv"))
"""The usual departments of offices established from a day on; NĐ 150/2025 for those since then."""


def add_departments() -> None:
    """Give every office the usual departments of its kind and time, where it lacks them."""
    known = set(Department.objects.values_list("office_id", "code"))
    missing = [
        department
        for office in Office.objects.all()
        for department in usual_departments(office)
        if (office.id, department.code) not in known
    ]
    Department.objects.bulk_create(missing)


def usual_departments(office: Office) -> list[Department]:
    """What an office of that kind has, by the rules of the day it was established; not saved."""
    name = [name for since, name in DEPARTMENTS if since <= office.established_on][-1]
    return [
        Department(
            office=office,
            code=row["code"],
            name=row["name"],
            ordinal=ordinal,
            has_desk=row["code"] in DESK_DEPARTMENTS,
            note=row["note"],
        )
        for ordinal, row in enumerate(shipped(name), start=1)
        if row["office_kind"] == office.kind
    ]


def shipped(name: str) -> list[dict[str, str]]:
    """The rows of a file of this room's `data/`."""
    text = files("motcua.organization").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
