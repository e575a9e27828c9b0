"""What an approved reorganization writes, and how it is unwritten before its day."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max, ProtectedError

from motcua.core.text import clean
from motcua.organization.furnishing import add_departments
from motcua.organization.models import Department, Office, OfficeName, Reorganization, Succession
from motcua.organization.selectors import office_by_slug, office_on
from motcua.organization.services.founding import DESK_NAME, free_slug, place_of
from motcua.organization.services.reorganization_checks import code_is_free
from motcua.organization.tree import NAMED

if TYPE_CHECKING:
    from motcua.organization.services.reorganization import Successor, Wanted

NEVER = date(9999, 12, 31)
CENTRES_FROM = date(2025, 7, 1)
CENTRE_NAME = "Trung tâm Phục vụ hành chính công"
"""What a commune's desk is called since NĐ 118/2025/NĐ-CP."""


def apply(row: Reorganization, wanted: "Wanted") -> dict[str, Any]:
    """Write it; answers what `undo` must know. What it needs was checked."""
    if wanted.kind in ("merge", "split"):
        return _end(row, wanted)
    _name(row, wanted)
    return {}


def undo(row: Reorganization) -> None:
    """Take the rows away again: nobody ends, nobody is called otherwise, nothing new begins.

    An office it made that somebody has used since (a post entered ahead) stays without a first
    day: slugs are never given twice.
    """
    row.lines.all().delete()
    row.names.all().delete()
    for slug, ends_on, successor in row.document.get("ended", ()):
        ends = date.fromisoformat(ends_on) if ends_on else None
        after = Office.objects.get(slug=successor) if successor else None
        Office.objects.filter(slug=slug).update(dissolved_on=ends, successor=after)
    for slug in row.document.get("made", ()):
        office = Office.objects.get(slug=slug)
        try:
            with transaction.atomic():
                Department.objects.filter(office=office).delete()
                office.delete()
        except ProtectedError:
            Office.objects.filter(pk=office.pk).update(established_on=NEVER)


def _end(row: Reorganization, wanted: "Wanted") -> dict[str, Any]:
    ending = list(Office.objects.select_for_update().filter(slug__in=wanted.offices).order_by("id"))
    after, made = [], []
    for one in wanted.successors:
        office = Office.objects.get(slug=one.slug) if one.slug else _new(one, ending[0], row)
        after.append((one, office))
        made += [] if one.slug else [office.slug]
    before = [
        [o.slug, o.dissolved_on.isoformat() if o.dissolved_on else "", _slug(o.successor)]
        for o in ending
    ]
    for office in ending:
        office.dissolved_on, office.successor = row.effective_on, after[0][1]
        office.save(update_fields=["dissolved_on", "successor"])
        for ordinal, (one, successor) in enumerate(after):
            Succession.objects.create(
                reorganization=row,
                predecessor=office,
                successor=successor,
                ordinal=ordinal,
                fields=list(one.fields),
                places=list(one.places),
            )
    add_departments()
    return {"made": made, "ended": before}


def _slug(office: Office | None) -> str:
    return office.slug if office else ""


def _new(one: "Successor", before: Office, row: Reorganization) -> Office:
    name, day = clean(one.name)[:120], row.effective_on
    last = Office.objects.filter(parent=before.parent).aggregate(Max("ordinal"))["ordinal__max"]
    return Office.objects.create(
        slug=free_slug(name),
        name=name,
        short_name=name[:60],
        kind=one.kind,
        parent_id=office_on(before.pk, day).parent_id,
        agency_code=code_is_free(one.agency_code, name, day),
        ordinal=min((last or 0) + 1, 32_000),
        desk=True,
        desk_name=CENTRE_NAME if day >= CENTRES_FROM else DESK_NAME,
        place_name=place_of(name),
        established_on=day,
        source=row.instrument,
    )


def _name(row: Reorganization, wanted: "Wanted") -> None:
    office = office_by_slug(wanted.offices[0])
    now = office_on(office.id, row.effective_on)
    values: dict[str, Any] = {name: getattr(now, name) for name in NAMED}
    if wanted.name:
        name = clean(wanted.name)
        values |= {"name": name[:120], "short_name": name[:60], "place_name": place_of(name)}
    if wanted.agency_code:
        values["agency_code"] = code_is_free(
            wanted.agency_code, office.name, row.effective_on, office.id
        )
    if wanted.parent:
        values["parent_id"] = office_by_slug(wanted.parent).id
    OfficeName.objects.update_or_create(
        office_id=office.id,
        effective_on=row.effective_on,
        defaults={**values, "reorganization": row, "source": row.instrument},
    )
