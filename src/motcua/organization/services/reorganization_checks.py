"""What can be done with offices: held against the tree as it will stand on that day."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from motcua.core.refusal import Refused
from motcua.core.succession import entangled
from motcua.core.text import clean
from motcua.organization.models import OfficeKind, Succession
from motcua.organization.selectors import (
    OfficeRow,
    office_by_slug,
    office_on,
    offices,
)
from motcua.organization.services.founding import is_agency_code
from motcua.organization.tree import read

if TYPE_CHECKING:
    from motcua.organization.services.reorganization import Successor, Wanted

FURTHEST = timedelta(days=2 * 366)
ABOVE = {
    OfficeKind.PROVINCE: (),
    OfficeKind.TOWN: (OfficeKind.PROVINCE,),
    OfficeKind.WARD: (OfficeKind.PROVINCE, OfficeKind.TOWN),
    OfficeKind.COMMUNE: (OfficeKind.PROVINCE, OfficeKind.TOWN),
}
"""Who may be above whom; an outside body lies under anybody."""


def check(wanted: "Wanted", today: date) -> None:
    """Raises the first refusal of what cannot be: see the sentences of this room."""
    if not clean(wanted.instrument):
        raise Refused("no_instrument")
    if not today < wanted.effective_on <= today + FURTHEST:
        raise Refused("reorganization_day")
    if not wanted.offices or len(set(wanted.offices)) < len(wanted.offices):
        raise Refused("no_office_chosen")
    for slug in wanted.offices:
        _stands(slug, wanted.effective_on)
        if wanted.kind in ("merge", "split"):
            _is_free(slug)
    _CHECKS[wanted.kind](wanted)


def untangled() -> None:
    """Refused("reorganization_tangled") when some office would come after itself."""
    if entangled(read().heirs):
        raise Refused("reorganization_tangled")


def _stands(slug: str, day: date) -> OfficeRow:
    """The office, when it is there on the day."""
    office = office_by_slug(slug)
    if not office.stands(day):
        raise Refused("office_not_there", office=office.name, day=f"{day:%d/%m/%Y}")
    return office


def _is_free(slug: str) -> None:
    """What is shipped for a later day is overtaken; what people decided must be taken back."""
    decided = Succession.objects.filter(predecessor__slug=slug, reorganization__key="")
    if decided.exists():
        raise Refused("office_ends_already", office=office_by_slug(slug).name)


def _merge(wanted: "Wanted") -> None:
    if len(wanted.successors) != 1:
        raise Refused("one_successor")
    (after,) = wanted.successors
    if not after.slug and len(wanted.offices) < 2:
        raise Refused("merge_needs_two")
    _ends(wanted)


def _split(wanted: "Wanted") -> None:
    if len(wanted.offices) != 1:
        raise Refused("split_needs_one")
    if len(wanted.successors) < 2:
        raise Refused("split_needs_two")
    named = [one.slug or clean(one.name).casefold() for one in wanted.successors]
    if len(set(named)) < len(named):
        raise Refused("successor_twice")
    _ends(wanted)


def _ends(wanted: "Wanted") -> None:
    for one in wanted.successors:
        _successor(one, wanted)
    ending = {office_by_slug(slug).id for slug in wanted.offices}
    for row in offices(wanted.effective_on):
        if row.parent_id in ending and row.id not in ending:
            raise Refused("office_has_others_below", office=row.name)


def _successor(one: "Successor", wanted: "Wanted") -> None:
    if one.slug in wanted.offices:
        raise Refused("succeeds_itself", office=office_by_slug(one.slug).name)
    if one.slug:
        _stands(one.slug, wanted.effective_on)
        return
    if not clean(one.name):
        raise Refused("no_successor_named")
    if one.kind not in (OfficeKind.TOWN, OfficeKind.WARD, OfficeKind.COMMUNE):
        raise Refused("not_an_office", office=clean(one.name))
    code_is_free(one.agency_code, clean(one.name), wanted.effective_on)


def code_is_free(text: str, name: str, day: date, but: int = 0) -> str:
    """The code, cleaned. Refused: bad_agency_code, agency_code_taken on that day."""
    code = "".join(text.split()).upper()
    if not is_agency_code(code):
        raise Refused("bad_agency_code", given=code[:40], office=name)
    holder = next((o for o in offices(day) if o.agency_code == code and o.id != but), None)
    if holder is not None:
        raise Refused("agency_code_taken", given=code, office=holder.name)
    return code


def _rename(wanted: "Wanted") -> None:
    if len(wanted.offices) != 1:
        raise Refused("one_office")
    if not clean(wanted.name):
        raise Refused("no_office_named")
    if wanted.agency_code:
        office = office_by_slug(wanted.offices[0])
        code_is_free(wanted.agency_code, office.name, wanted.effective_on, office.id)


def _move(wanted: "Wanted") -> None:
    if len(wanted.offices) != 1:
        raise Refused("one_office")
    office = office_by_slug(wanted.offices[0])
    above = _stands(wanted.parent, wanted.effective_on) if wanted.parent else None
    if above is None or above.id == office_on(office.id, wanted.effective_on).parent_id:
        raise Refused("no_new_parent")
    if office.kind in ABOVE and above.kind not in ABOVE[OfficeKind(office.kind)]:
        raise Refused("parent_not_above", office=office.name, parent=above.name)


_CHECKS: Mapping[str, Callable[["Wanted"], None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "move": _move,
}
