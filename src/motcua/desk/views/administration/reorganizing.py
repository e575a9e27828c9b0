"""Offices merged, divided, renamed, moved: listed, entered, looked at, approved, taken back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk.forms.reorganizing import FORMS, ReorganizationForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.saying import faults_of, put, said
from motcua.desk.views.administration.frame import back, draw, offices_of
from motcua.dossiers.selectors.reorganizing import touched_by
from motcua.identity.grants import Duty
from motcua.identity.selectors import people_named
from motcua.identity.services import (
    approve_reorganization,
    propose_reorganization,
    take_back_reorganization,
)
from motcua.organization.reorganizations import (
    KIND_WORDS,
    ReorganizationRow,
    reorganization,
    reorganizations,
)
from motcua.organization.selectors import heirs_of, office_ids_below, predecessor_ids

WHO = (Duty.REORGANIZE, Duty.APPROVE_REORGANIZATION)
FIELD_OF = {
    "no_instrument": "instrument",
    "reorganization_day": "effective_on",
    "no_new_parent": "parent",
    "parent_not_above": "parent",
    "no_office_named": "new_name",
    "no_successor_named": "name",
    "one_successor": "into",
    "merge_needs_two": "offices",
}
STATES = {
    "proposed": ("Chờ duyệt", "tag--near"),
    "approved": ("Đã duyệt, chờ đến ngày", "tag--new"),
    "in_effect": ("Đã có hiệu lực", "tag--done"),
    "taken_back": ("Đã rút", "tag--paused"),
}


@official(*WHO)
def listing(request: DeskRequest) -> HttpResponse:
    """All that concern an office one reaches, the last first."""
    reached = set(office_ids_below(request.actor.office_id))
    reached.update(one for office in tuple(reached) for one in predecessor_ids(office))
    rows = [
        (row, *STATES[row.state])
        for row in reorganizations(request.at.date())
        if row.office_ids & reached
    ]
    context = {
        "rows": rows,
        "kinds": KIND_WORDS.items(),
        "may_enter": may(request.actor, Duty.REORGANIZE),
    }
    return _draw(request, "reorganizations", context)


@official(Duty.REORGANIZE)
def new(request: DeskRequest, kind: str) -> HttpResponse:
    """The form of one kind; a proposal, when it can be."""
    if kind not in FORMS:
        raise Http404("no such kind")
    offices = [one for one in offices_of(request) if one.desk]
    form = FORMS[kind](request.POST or None, offices=offices)
    if request.method != "POST":
        return _form(request, form)
    if not form.is_valid():
        return _form(request, form, 422)
    try:
        uuid = propose_reorganization(form.wanted(), at=request.at, by=request.actor)
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _form(request, form, 409)
    return back("desk:reorganization", "Đã ghi. Nhờ lãnh đạo xem và duyệt.", uuid)


@official(*WHO)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """What it does, what it touches, who decided, and what may still be done."""
    return _one(request, uuid)


@official(*WHO)
@require_POST
def decide(request: DeskRequest, uuid: UUID, what: str) -> HttpResponse:
    """Approved or taken back."""
    acts = {
        "duyet": (approve_reorganization, "Đã duyệt. Tự có hiệu lực lúc 00:00 ngày đã ghi."),
        "rut": (take_back_reorganization, "Đã rút. Mọi thứ như trước."),
    }
    if what not in acts:
        raise Http404("no such act")
    act, done = acts[what]
    try:
        act(uuid, at=request.at, by=request.actor)
    except Refused as refused:
        return _one(request, uuid, 409, said(refused))
    return back("desk:reorganization", done, uuid)


def _one(request: DeskRequest, uuid: UUID, status: int = 200, fault: str = "") -> HttpResponse:
    row = _found(request, uuid)
    words, look = STATES[row.state]
    names = people_named([row.proposed_by, row.approved_by, row.taken_back_by])
    told = {
        "proposed": names.get(row.proposed_by) if row.proposed_by else "",
        "approved": names.get(row.approved_by) if row.approved_by else "",
        "taken_back": names.get(row.taken_back_by) if row.taken_back_by else "",
    }
    coming = row.state in ("proposed", "approved")
    context = {
        "row": row,
        "state": words,
        "look": look,
        "told": told,
        "touched": touched_by(row.ending, _successor(row), request.at) if coming else (),
        "coming": coming,
        "may_approve": row.state == "proposed" and may(request.actor, WHO[1])
        and row.proposed_by != request.actor.account_uuid,
        "may_take_back": coming and not row.shipped,
        "fault": fault,
    }  # fmt: skip
    return _draw(request, "reorganization", context, status)


def _successor(row: ReorganizationRow) -> int | None:
    """The first successor that is there already."""
    for office in row.ending:
        for heir in heirs_of(office):
            return heir.office
    return next(iter(row.office_ids - set(row.ending)), None)


def _found(request: DeskRequest, uuid: UUID) -> ReorganizationRow:
    row = reorganization(uuid, request.at.date())
    reached = set(office_ids_below(request.actor.office_id))
    reached.update(one for office in tuple(reached) for one in predecessor_ids(office))
    if row is None or not row.office_ids & reached:
        raise Http404("no such reorganization here")
    return row


def _form(request: DeskRequest, form: ReorganizationForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "kind": form.kind,
        "kind_words": KIND_WORDS[form.kind],
        "faults": faults_of(form) if form.is_bound else (),
    }
    return _draw(request, "reorganization_new", context, status)


def _draw(
    request: DeskRequest, template: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    return draw(request, template, "reorganizing", context, status)
