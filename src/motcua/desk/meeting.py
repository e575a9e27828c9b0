"""Someone who came before: looked up by the number of their paper while the form is filled."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from motcua.core.papers_of_identity import compact
from motcua.desk import auditing
from motcua.desk.carrying import FILLED
from motcua.desk.forms.identity import looks_whole
from motcua.desk.forms.intake import CounterForm
from motcua.desk.guarding import DeskRequest
from motcua.desk.parsing import value
from motcua.dossiers.selectors.people import Earlier, KnownPerson, known_person
from motcua.organization.places import Place, place_today


@dataclass(frozen=True, slots=True)
class Met:
    """Who has the number of `prefix`; `fills`: some field of theirs is still empty.

    `place` is their address by the units of today; `same` the open dossiers of the form's procedure
    that anybody of the form has.
    """

    prefix: str
    person: KnownPerson
    place: Place
    fills: bool
    same: Sequence[Earlier] = ()


def meet(request: DeskRequest, data: QueryDict, form: CounterForm) -> Met | None:
    """The person of the form who came before: first one whose name is not written yet, else the
    first. One query a number; noted in the audit when somebody is shown.
    """
    met = [found for prefix in _prefixes(form) if (found := _look(request, data, form, prefix))]
    if not met:
        return None
    chosen = next((one for one in met if not value(data, f"{one.prefix}-name").strip()), met[0])
    auditing.met(request, chosen.person.dossiers[0].code)
    same = {open_one.code: open_one for one in met for open_one in one.person.same}
    return replace(chosen, same=list(same.values()))


def still_open(request: DeskRequest, data: QueryDict, form: CounterForm) -> Sequence[Earlier]:
    """Open dossiers of the same procedure that an owner of the form has, each once.

    One query an owner.
    """
    found: dict[str, Earlier] = {}
    for place in range(len(form.owners)):
        met = _look(request, data, form, f"o{place}")
        found |= {one.code: one for one in met.person.same} if met else {}
    return list(found.values())


def moved(data: QueryDict | None, form: CounterForm, day: date) -> Sequence[tuple[str, Place]]:
    """Addresses of the form whose units have other names today, with whose they are. No query."""
    places = [
        (one, place_today(value(data, f"{one}-address"), day))
        for one in _prefixes(form)
        if value(data, f"{one}-address").strip()
    ]
    return [(one, place) for one, place in places if place.renamed]


def _prefixes(form: CounterForm) -> Sequence[str]:
    owners = [f"o{place}" for place in range(len(form.owners))]
    return [*owners, "s"] if form.submitter else owners


def _look(request: DeskRequest, data: QueryDict, form: CounterForm, prefix: str) -> Met | None:
    number = value(data, f"{prefix}-id_number")
    if not looks_whole(number):
        return None
    procedure = form.version.procedure_id if form.version else None
    earlier = value(data, f"{prefix}-earlier")
    numbers = [compact(one) for one in (number, earlier) if looks_whole(one)]
    person = known_person(request.actor, numbers, procedure)
    if person is None:
        return None
    empty = any(not value(data, f"{prefix}-{name}").strip() for name in FILLED[:3])
    return Met(prefix, person, place_today(person.address, request.at.date()), empty)
