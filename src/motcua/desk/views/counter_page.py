"""The counter's page, drawn from what was sent; every button of it comes back here."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.http import HttpResponse, QueryDict

from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import carrying, resuming
from motcua.desk.forms.faults import Fault
from motcua.desk.forms.fields import LONGEST_WORDS
from motcua.desk.forms.intake import CounterForm
from motcua.desk.guarding import DeskRequest
from motcua.desk.meeting import Met, meet, moved
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.views.filling import form_of, found, promised
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.drafts import drafts

FIELD_OF = {
    "not_in_force": "thu-tuc",
    "not_at_desk": "thu-tuc",
    "not_offered": "thu-tuc",
    "no_case": "case0",
    "unknown_case": "case0",
    "no_owner": "id_o0-name",
    "no_slip_number": "id_late-slip",
    "received_ahead": "id_late-on",
    "too_far_back": "id_late-on",
}


def draw(
    request: DeskRequest,
    data: QueryDict | None,
    *,
    faults: Sequence[Fault] = (),
    refusing: str = "",
    status: int = 200,
    begin: bool = False,
    focus: str = "",
    onto: str = "",
    met: Met | None = None,
    **more: Any,
) -> HttpResponse:
    """The page from `data`, with who of its people came before. Without `faults` nothing is marked
    wrong yet; `begin` puts the focus on the person, once the procedure is chosen, `focus` on what
    is still empty of that person, `onto` on the field of that name.
    """
    form = form_of(request, data)
    if begin or focus:
        form.take_focus("" if begin else focus)
    form.focus_on(onto)
    if met is None and data is not None:
        met = meet(request, data, form)
    given, of = form.counted() if data is not None else (0, 0)
    words = clean(value(data, "q"))[:LONGEST_WORDS]
    asked_for = value(data, "procedure")
    context = {
        "form": form,
        "faults": faults or _gone(form, asked_for),
        "show_faults": bool(faults),
        "refusing": refusing,
        "words": words,
        "hits": found(request, words) if form.version is None else (),
        "given": given,
        "of": of or sum(1 for paper in form.papers if not paper.component.optional),
        "key": key_from(data) if data and "key" in data else uuid4(),
        "draft_uuid": value(data, "draft") or str(uuid4()),
        "drafts": () if data is not None else drafts(request.actor),
        "met": met,
        "moved": moved(data, form, request.at.date()),
        "together": carrying.codes_in(value(data, "together")),
        "before": value(data, "before"),
        "reference": resuming.reference_of(data),
        **promised(request, form),
        **more,
    }
    return page(request, "desk/counter.html", context, here="intake", status=status)


def _gone(form: CounterForm, asked_for: str) -> Sequence[Fault]:
    if form.version is None and asked_for:
        return [("thu-tuc", sentence(Refused("not_in_force")))]
    return ()


def but_papers(form: CounterForm) -> Sequence[Fault]:
    """What stands in the way even of a dossier that may miss papers."""
    needed = {str(paper["given"].auto_id) for paper in form.papers}
    return [fault for fault in form.faults() if fault[0] not in needed]
