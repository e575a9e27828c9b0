"""Results go out: scan a slip or look for a person, tick what they fetch, hand it over once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import auditing, kept, toasts
from motcua.desk.forms.returning import HandingForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.saying import said_of_dossier
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.selectors.returning import (
    Look,
    Waiting,
    look,
    named,
    of_the_same_people,
    results,
    strangers,
)
from motcua.dossiers.services import put_on_shelf
from motcua.fees.selectors import owed
from motcua.fees.selectors.drawers import carried, open_drawer_of
from motcua.fees.services import return_result

LONGEST = 200
SHELF = "shelf-"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one result, in words."""

    row: Waiting
    words: str
    done: bool


@official(Act.RETURN_RESULT)
def returning(request: DeskRequest) -> HttpResponse:
    """The list of what waits; with a search, what was found; with ticks, who fetches them."""
    back = kept.take(request)
    sent = back if back is not None else request.POST
    if request.method != "POST" and back is None:
        return _list(request)
    if value(sent, "do") == "return" and request.method == "POST":
        return _hand_over(request, sent)
    words = clean(value(sent, "words"))[:LONGEST]
    if words:
        return _found(request, sent, words)
    ticked = results(request.actor, request.at, codes_of(sent))
    if ticked:
        return _handing(request, ticked, _form(request, ticked, sent, checked=False), sent)
    fault = "Quét giấy hẹn, gõ tên, hoặc đánh dấu kết quả cần trả."
    return _list(request, fault=fault, status=422)


@official(Act.RETURN_RESULT)
def one(request: DeskRequest, code: str) -> HttpResponse:
    """The result of one dossier, from its page. What is not at this desk is told why."""
    found = results(request.actor, request.at, [code])
    if not found:
        others = look(request.actor, code, request.at).others
        if not others:
            raise Http404("no such dossier")
        return _list(request, others=others, status=409)
    if request.method == "POST":
        return _hand_over(request, request.POST)
    return _handing(request, found, _form(request, found, None), None)


@official(Act.RETURN_RESULT)
@require_POST
def shelve(request: DeskRequest) -> HttpResponse:
    """Note where results lie: of the whole list, or of one that is being handed over."""
    places = {
        name.removeprefix(SHELF): value(request.POST, name)[:LONGEST]
        for name in request.POST
        if name.startswith(SHELF)
    }
    here = {row.code: row for row in results(request.actor, request.at, places)}
    gone = {row.code for row in named(request.actor, request.at, places)} - set(here)
    try:
        wanted = {code: place for code, place in places.items() if code not in gone}
        changed = put_on_shelf(request.actor, wanted, request.at)
    except Refused as refused:
        return _list(request, fault=said_of_dossier(refused), places=places, status=409)
    words = f"Đã ghi chỗ để của {changed} kết quả." if changed else "Chỗ để không có gì thay đổi."
    back = HttpResponseRedirect(reverse("desk:returning"))
    return toasts.leave(back, toasts.Toast(words))


def codes_of(data: QueryDict) -> Sequence[str]:
    """The codes of the ticked rows."""
    return [pick.split("|")[0] for pick in data.getlist("pick")]


def _list(
    request: DeskRequest,
    *,
    found: Look | None = None,
    others: Sequence[Any] = (),
    words: str = "",
    fault: str = "",
    places: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    rows = found.waiting if found else results(request.actor, request.at)
    context = {
        "rows": [(row, (places or {}).get(row.code, row.shelf)) for row in rows],
        "found": found,
        "others": found.others if found else others,
        "words": words,
        "faults": [("tim", fault)] if fault else [],
        "unplaced": sum(not row.shelf for row in rows),
    }
    return page(request, "desk/returning.html", context, here="return", status=status)


def _found(request: DeskRequest, sent: QueryDict, words: str) -> HttpResponse:
    """What a scan or a search adds to what is ticked already."""
    found = look(request.actor, words, request.at)
    auditing.searched(request, len(found.waiting) + len(found.others))
    before = codes_of(sent)
    if len(found.waiting) == 1 or (before and found.waiting):
        codes = [*before, found.waiting[0].code] if len(found.waiting) == 1 else before
        ticked = results(request.actor, request.at, codes)
        form = _form(request, ticked, sent if before else None, checked=False)
        return _handing(request, ticked, form, sent, also=found.waiting, words="")
    if before:
        ticked = results(request.actor, request.at, before)
        form = _form(request, ticked, sent, checked=False)
        return _handing(request, ticked, form, sent, others=found.others, words=words)
    return _list(request, found=found, words=words)


def _form(
    request: DeskRequest, rows: Sequence[Waiting], data: QueryDict | None, *, checked: bool = True
) -> HandingForm:
    """The form; not `checked`, what was typed stands in it but is not judged yet."""
    due = sum(owed([row.id for row in rows]).values())
    known: dict[str, Any] = {
        "submitter": any(row.submitter for row in rows),
        "owed": due,
        "opens": bool(due) and open_drawer_of(request.actor) is None,
    }
    if known["opens"]:
        known["initial"] = {"opening": carried(request.actor)}
    if data is None or "collector" not in data:
        return HandingForm(**known)
    if checked:
        return HandingForm(data, **known)
    return HandingForm(**{**known, "initial": data.dict()})


def _handing(
    request: DeskRequest,
    ticked: Sequence[Waiting],
    form: HandingForm,
    sent: QueryDict | None,
    *,
    also: Sequence[Waiting] = (),
    others: Sequence[Any] = (),
    words: str = "",
    faults: Sequence[tuple[str, str]] = (),
    stopped: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page before the button: what is handed over, where it lies, what is owed, to whom;
    `stopped`: it was pressed, and the warning is to be read first."""
    known = {row.code for row in ticked}
    more = [row for row in also if row.code not in known]
    known |= {row.code for row in more}
    more += [
        row
        for row in of_the_same_people(request.actor, request.at, ticked)
        if row.code not in known
    ]
    for row in (*ticked, *more):
        auditing.viewed(request, row.code)
    due = owed([row.id for row in (*ticked, *more)])
    usual = "fee_taken" if form.owed else "collector"
    first = next((name for name in form.errors if name in form.fields), usual)
    form.fields[first].widget.attrs["autofocus"] = True
    context = {
        "ticked": [(row, due.get(row.id, 0)) for row in ticked],
        "more": [(row, due.get(row.id, 0)) for row in more],
        "form": form,
        "others": others,
        "words": words,
        "faults": [*faults, *_in_order(form)],
        "strangers": strangers(ticked),
        "stopped": stopped,
        "key": key_from(sent) if sent is not None else uuid4(),
    }
    return page(request, "desk/handing.html", context, here="return", status=status)


def _in_order(form: HandingForm) -> Sequence[tuple[str, str]]:
    """What is wrong, in the order of the page, each leading to its field's first input."""
    found = []
    for field in form:
        first = "_0" if field.name in ("collector", "slip") else ""
        found += [(f"{field.auto_id}{first}", str(fault)) for fault in field.errors]
    return found


def _hand_over(request: DeskRequest, sent: QueryDict) -> HttpResponse:
    """Pressed: nothing is done until the form is whole; then an outcome for each."""
    seqs = _picked(sent)
    rows = named(request.actor, request.at, [*seqs])
    if not rows:
        return _list(request, fault="Chưa đánh dấu kết quả nào. Đánh dấu rồi bấm lại.", status=422)
    form = _form(request, rows, sent)
    if not form.is_valid():
        return _handing(request, rows, form, sent, status=422)
    if _unwarned(rows, form, sent):
        return _handing(request, rows, form, sent, stopped=True)
    key = key_from(sent)
    asked = [Asked(row.id, seqs[row.code], request.at, request.actor) for row in rows]
    try:
        outcomes = return_result(asked, key=key, **form.arguments())
    except Refused as refused:
        return _handing(
            request, rows, form, sent, faults=[("", said_of_dossier(refused))], status=409
        )
    if all(isinstance(outcome, Done) for outcome in outcomes):
        words = f"Đã trả {len(rows)} kết quả."
        after = HttpResponseRedirect(reverse("desk:handed", args=[key]))
        return toasts.leave(after, toasts.Toast(words))
    told = [
        Told(row, _words(one), isinstance(one, Done))
        for row, one in zip(rows, outcomes, strict=True)
    ]
    done = sum(one.done for one in told)
    context = {"told": told, "done": done, "key": key if done else None}
    return page(request, "desk/handed_some.html", context, here="return", status=409)


def _unwarned(rows: Sequence[Waiting], form: HandingForm, sent: QueryDict) -> bool:
    """Whether owners who have nothing to do with each other would all be said to have come, and
    the page that was sent did not yet say that there are so many."""
    as_owner = form.cleaned_data["collector"] == "owner"
    others = strangers(rows) if as_owner else ()
    return bool(others) and value(sent, "strangers") != str(len(others))


def _words(outcome: Outcome) -> str:
    return "Đã trả kết quả" if isinstance(outcome, Done) else said_of_dossier(outcome)


def _picked(sent: QueryDict) -> dict[str, int]:
    """The seq each ticked row was drawn from, by code."""
    found = {}
    for pick in sent.getlist("pick"):
        code, _, seq = pick.partition("|")
        if code and seq.isascii() and seq.isdigit() and len(seq) < 10:
            found[code] = int(seq)
    return found
