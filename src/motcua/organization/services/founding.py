"""An office moves in: one of the tree is chosen, or a new one is added with those under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from motcua.core.codes import DossierCode, NotACode
from motcua.core.refusal import Refused
from motcua.core.text import clean, search_key
from motcua.organization import selectors
from motcua.organization.furnishing import add_departments
from motcua.organization.models import Installation, Office, OfficeKind
from motcua.organization.noting import Doer, note
from motcua.organization.selectors import OfficeRow, office_by_slug, successor_of

DESK_NAME = "Bộ phận Tiếp nhận và Trả kết quả"
LEVELS = (OfficeKind.PROVINCE, OfficeKind.TOWN, OfficeKind.WARD, OfficeKind.COMMUNE)
LONGEST_SLUG = 50
SOURCE = "Đơn vị tự khai khi thiết lập"


@dataclass(frozen=True, slots=True)
class NewOffice:
    """An office that the tree does not have yet. `kind` is one of `LEVELS`."""

    name: str
    kind: str
    agency_code: str = ""
    place_name: str = ""


@dataclass(frozen=True, slots=True)
class Founding:
    """Which office moves in: `slug` of the tree, else `new` with the offices `below` it.

    `agency_code` is the first part of the codes its dossiers get.
    """

    agency_code: str
    slug: str = ""
    new: NewOffice | None = None
    below: Sequence[NewOffice] = ()
    address: str = ""
    phone: str = ""


def is_agency_code(text: str) -> bool:
    """Whether dossier codes can begin with `text`, as in `000.01.19.H56` or `H56.19.01`."""
    try:
        DossierCode.format(text, date(2018, 1, 1), 1)
    except NotACode:
        return False
    return True


@transaction.atomic
def found(asked: Founding, *, at: datetime) -> OfficeRow:
    """The office that moved in, told to the audit. Reference data must be loaded.

    Refused: no_office_named, bad_agency_code, agency_code_taken, unknown_office, not_an_office,
    office_has_ended, below_not_below.
    """
    office = _chosen(asked.slug, at) if asked.slug else _added(asked.new, None, 1, at)
    office.agency_code = _free_code(asked.agency_code, office)
    office.address, office.phone = clean(asked.address)[:200], clean(asked.phone)[:20]
    office.desk, office.desk_name = True, office.desk_name or DESK_NAME
    office.save()
    for ordinal, below in enumerate(asked.below, start=1):
        _under(office, below, ordinal, at)
    add_departments()
    Installation.objects.update_or_create(one=True, defaults={"office": office, "founded_at": at})
    note("found_office", office.slug, by=None)
    selectors.forget()
    return office_by_slug(office.slug)


def _chosen(slug: str, at: datetime) -> Office:
    office = Office.objects.filter(slug=slug).first()
    if office is None:
        raise Refused("unknown_office", office=slug)
    if office.kind not in (OfficeKind.TOWN, OfficeKind.WARD, OfficeKind.COMMUNE):
        raise Refused("not_an_office", office=office.name)
    if office.dissolved_on is not None and office.dissolved_on <= at.date():
        raise Refused(
            "office_has_ended",
            office=office.name,
            day=f"{office.dissolved_on:%d/%m/%Y}",
            successor=successor_of(office.id, at.date()).name,
        )
    return office


@transaction.atomic
def add_below(parent_id: int, asked: NewOffice, *, at: datetime, by: Doer) -> OfficeRow:
    """An office under one that moved in before, with a desk and the usual departments; its people
    and hours come afterwards. It cannot be taken away again: it ends by a reorganization.

    Refused: has_none_below, no_office_named, not_an_office, below_not_below, office_name_taken,
    bad_agency_code, agency_code_taken.
    """
    parent = Office.objects.select_for_update().get(pk=parent_id)
    if parent.kind not in (OfficeKind.PROVINCE, OfficeKind.TOWN):
        raise Refused("has_none_below", office=parent.name)
    there = parent.children.filter(dissolved_on=None)
    if search_key(asked.name) in {search_key(one.name) for one in there}:
        raise Refused("office_name_taken", office=clean(asked.name))
    last = there.order_by("-ordinal").first()
    office = _under(parent, asked, min((last.ordinal if last else 0) + 1, 32_000), at)
    add_departments()
    note("add_office_below", office.slug, by=by)
    selectors.forget()
    return office_by_slug(office.slug)


def _under(parent: Office, asked: NewOffice, ordinal: int, at: datetime) -> Office:
    if asked.kind not in LEVELS:
        raise Refused("not_an_office", office=clean(asked.name))
    if LEVELS.index(OfficeKind(asked.kind)) <= LEVELS.index(OfficeKind(parent.kind)):
        raise Refused("below_not_below", office=asked.name)
    office = _added(asked, parent, ordinal, at)
    office.agency_code = _free_code(asked.agency_code, office)
    office.desk, office.desk_name = True, DESK_NAME
    office.save()
    return office


def _added(asked: NewOffice | None, parent: Office | None, ordinal: int, at: datetime) -> Office:
    name = clean(asked.name) if asked else ""
    if asked is None or not name:
        raise Refused("no_office_named")
    if asked.kind not in LEVELS:
        raise Refused("not_an_office", office=name)
    return Office.objects.create(
        slug=free_slug(name),
        name=name[:120],
        short_name=name[:60],
        kind=asked.kind,
        parent=parent,
        ordinal=ordinal,
        place_name=clean(asked.place_name)[:60] or place_of(name),
        established_on=at.date(),
        source=SOURCE,
    )


def place_of(name: str) -> str:
    """`UBND phường Nam Sơn` as `Nam Sơn`: what stands before the date on papers."""
    words = name.split()
    while len(words) > 1 and search_key(words[0]) in _TITLES:
        words = words[1:]
    return " ".join(words)[:60]


_TITLES = frozenset(
    ["ubnd", "uy", "ban", "nhan", "dan", "tinh", "thi", "xa", "phuong", "quan", "huyen", "tran"]
)


def free_slug(name: str) -> str:
    """An address for the office that no other has or ever had."""
    plain = "-".join("".join(c if c.isalnum() else " " for c in search_key(name)).split())
    base = plain[: LONGEST_SLUG - 4] or "don-vi"
    taken = set(Office.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for slug in (base, *(f"{base}-{n}" for n in range(2, 999))) if slug not in taken
    )


def _free_code(text: str, office: Office) -> str:
    code = "".join(text.split()).upper()
    if not is_agency_code(code):
        raise Refused("bad_agency_code", given=code[:40], office=office.name)
    holder = Office.objects.filter(agency_code=code).exclude(pk=office.pk).first()
    if holder is not None:
        raise Refused("agency_code_taken", given=code, office=holder.name)
    return code
