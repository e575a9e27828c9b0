"""What htmx asks for while the counter's form is filled: procedures that match, who came before,
the slip as it will print. And the form itself, from what was sent, for the page around them.
"""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse, QueryDict
from django.views.decorators.http import require_POST

from motcua.catalogue.search.finding import search_procedures
from motcua.catalogue.selectors import VersionRow, version_for
from motcua.core.clock import ClockError
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import derivation
from motcua.desk.forms.fields import LONGEST_WORDS
from motcua.desk.forms.intake import CounterForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.meeting import meet, moved
from motcua.desk.parsing import value
from motcua.desk.rendering import fragment
from motcua.dossiers.selectors.promise import promise
from motcua.organization.selectors import calendar_of, office_by_id

HITS = 8


@official(Act.RECEIVE)
def procedures(request: DeskRequest) -> HttpResponse:
    """The procedures that match what is typed, as htmx asks while one types."""
    words = clean(request.POST.get("q", ""))[:LONGEST_WORDS]
    return fragment(
        request, "desk/_procedures.html", {"hits": found(request, words), "words": words}
    )


@official(Act.RECEIVE)
@require_POST
def known(request: DeskRequest) -> HttpResponse:
    """Who the number typed so far belongs to, as htmx asks while one types."""
    data = request.POST.copy()
    form = form_of(request, data)
    return fragment(request, "desk/_known.html", {"form": form, "met": meet(request, data, form)})


@official(Act.RECEIVE)
def preview(request: DeskRequest) -> HttpResponse:
    """The due box, the slip and the count of papers, as the form stands."""
    form = form_of(request, request.POST)
    given, of = form.counted()
    context = {
        "form": form,
        "given": given,
        "of": of,
        "live": True,
        "moved": moved(request.POST, form, request.at.date()),
        **promised(request, form),
    }
    return fragment(request, "desk/_preview.html", context)


def form_of(request: DeskRequest, data: QueryDict | None) -> CounterForm:
    """The counter's form of this request's office and day."""
    return CounterForm(data, _version_of(request, data), request.at.date())


def _version_of(request: DeskRequest, data: QueryDict | None) -> VersionRow | None:
    slug = value(data, "procedure")
    if not slug:
        return None
    try:
        found = version_for(request.actor.office_id, slug, request.at.date())
    except Refused:
        return None
    if not found.at_desk:
        return None
    given = value(data, "case")
    return found.in_case(given if any(case.key == given for case in found.cases) else "")


def found(request: DeskRequest, words: str) -> Sequence[Any]:
    """The procedures of the office that match `words`."""
    if not words:
        return ()
    return search_procedures(request.actor.office_id, words, request.at.date(), HITS)


def promised(request: DeskRequest, form: CounterForm) -> dict[str, Any]:
    """The due time and its derivation, for the slip."""
    office = office_by_id(request.actor.office_id)
    if form.version is None:
        return {"promise": None, "office": office}
    try:
        found = promise(form.version, request.actor.office_id, request.at)
    except ClockError:  # the calendar ends before the due time; `receive` says so too
        return {"promise": None, "office": office}
    calendar = calendar_of(request.actor.office_id)
    lines = derivation.lines(found.stretches, calendar, request.at)
    return {
        "promise": found,
        "office": office,
        "lines": lines,
        "total": derivation.total_minutes(lines),
        "skipped": derivation.skipped_words(found.stretches),
    }
