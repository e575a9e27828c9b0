"""The editor of a draft: its steps, what they add up to, what is wrong, a trial on a date."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.catalogue.processes.faults import faults_of, hindrances
from motcua.catalogue.processes.scope import offices_of, version_on
from motcua.catalogue.processes.selectors import DraftRow, draft
from motcua.catalogue.selectors import VersionRow
from motcua.catalogue.services import processes as services
from motcua.core.clock import ClockError
from motcua.core.flow import Route
from motcua.core.flow.process.editing import duplicated, inserted, moved, removed
from motcua.core.flow.process.trying import tried
from motcua.core.refusal import Refused
from motcua.desk import kept, toasts
from motcua.desk.flow_drawing import drawing
from motcua.desk.forms.process import ProcessForm, department_choices, numbers_of
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.process_words import sums, target_words, told, weekdays_said
from motcua.desk.rendering import fragment, page
from motcua.desk.saying import said
from motcua.identity.grants import Duty
from motcua.organization.selectors import calendar_of, departments, offices

Edit = Callable[[Mapping[str, Any], int], dict[str, Any]]
EDITS: dict[str, tuple[Edit, int]] = {
    "chen": (inserted, 1),
    "nhan-doi": (duplicated, 1),
    "xoa": (removed, 0),
    "len": (lambda document, number: moved(document, number, -1), -1),
    "xuong": (lambda document, number: moved(document, number, 1), 1),
}
"""What a button beside a step does, and how far from that step one stands afterwards."""


@official(Duty.PROCESS)
def edit(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The draft as saved; or as typed, reckoned anew, saved, or with a step put in or taken out."""
    row = draft(uuid, request.actor, request.at)
    if request.method != "POST":
        typed = kept.take(request)
        form = _form(request, row, typed)
        return _draw(request, row, form, 200 if typed is None or form.is_valid() else 422)
    form = _form(request, row, request.POST)
    if not form.is_valid():
        return _draw(request, row, form, 422)
    doing, _, number = request.POST.get("do", "tinh").partition(":")
    if doing == "tinh":
        return _draw(request, row, form)
    try:
        document, place = _edited(form.typed(), doing, number)
        services.save_draft(
            uuid, _writing(form, document), revision=_revision(request), at=request.at,
            by=request.actor,
        )  # fmt: skip
    except Refused as refused:
        return _draw(request, row, form, 409, said(refused))
    return _onward(uuid, doing, place)


@official(Duty.PROCESS)
@require_POST
def reckon(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """What the typed steps add up to, what is wrong with them, their drawing; nothing is saved."""
    row = draft(uuid, request.actor, request.at)
    form = _form(request, row, request.POST)
    if not form.is_valid():
        return fragment(request, "desk/processes/_unread.html", {"faults": form.faults()})
    return fragment(
        request, "desk/processes/_reckoned.html", _reckoned(request, row, form) | {"swapped": True}
    )


@official(Duty.PROCESS)
@require_POST
def keep(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """What was typed when the page was left without a button: saved when it can be read and nobody
    saved in between, so that leaving loses nothing and saving never overwrites."""
    row = draft(uuid, request.actor, request.at)
    form = _form(request, row, request.POST)
    if form.is_valid():
        with suppress(Refused):
            services.save_draft(
                uuid, _writing(form, form.typed()), revision=_revision(request), at=request.at,
                by=request.actor,
            )  # fmt: skip
    return HttpResponse(status=204)


@official(Duty.PROCESS)
@require_POST
def undo(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Back to the steps before the last saving."""
    row = draft(uuid, request.actor, request.at)
    try:
        services.undo_draft(uuid, revision=_revision(request), at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, row, _form(request, row, None), 409, said(refused))
    return _back(uuid, "Đã bỏ thay đổi vừa lưu.")


@official(Duty.PROCESS)
def drop(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Asked first, since it cannot be undone; then the draft is no more, and on to the procedure
    it was for."""
    row = draft(uuid, request.actor, request.at)
    if request.method != "POST":
        asked = {
            "draft": row,
            "version": version_of(row, request),
            "target": target_words(row.target),
            "steps": len(row.document["steps"]),
        }
        return page(request, "desk/processes/drop.html", asked, here="processes")
    services.drop_draft(uuid, at=request.at, by=request.actor)
    where = process_url(row, request)
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast("Đã bỏ bản nháp."))


def process_url(row: DraftRow, request: DeskRequest) -> str:
    """The page of the procedure, seen from the first office the draft is for."""
    found = offices_of(row.target, row.procedure_id, request.at.date())
    where = reverse("desk:process", args=[row.slug])
    return f"{where}?dv={found[0].slug}" if found else where


def version_of(row: DraftRow, request: DeskRequest) -> VersionRow:
    """The version the draft will be judged by: of its day, else of today."""
    try:
        return version_on(row.procedure_id, row.effective_on or request.at.date())
    except Refused:
        return version_on(row.procedure_id, request.at.date())


def _form(request: DeskRequest, row: DraftRow, data: Mapping[str, Any] | None) -> ProcessForm:
    found = offices_of(row.target, row.procedure_id, request.at.date())
    ids = {office.id for office in found}
    others = [one for one in offices() if one.id not in ids or len(ids) > 1]
    above = {office.parent_id for office in found} - {None}
    parts = department_choices(found, [part for one in found for part in departments(one.id)])
    for one in others:
        if one.id in above:
            parts += [(d.code, f"{d.name}, {one.short_name}") for d in departments(one.id)]
    moment = request.at
    return ProcessForm(
        data,
        document=row.document,
        head={
            "tu": row.effective_on, "nguon": row.source, "ngay": moment.date(),
            "gio": f"{moment:%H:%M}",
        },
        departments=parts,
        offices=[(one.slug, one.short_name) for one in others],
    )  # fmt: skip


def _draw(
    request: DeskRequest, row: DraftRow, form: ProcessForm, status: int = 200, fault: str = ""
) -> HttpResponse:
    read = status != 422
    context = {
        "draft": row,
        "version": version_of(row, request),
        "target": target_words(row.target),
        "form": form,
        "fault": fault,
        "faults": () if read else form.faults(),
        "read": read,
        "steps_told": [(number, step, ()) for number, step in enumerate(form.steps, start=1)],
        "back": process_url(row, request),
        "revision": request.POST.get("revision", row.revision) if fault else row.revision,
        **(_reckoned(request, row, form) if read else {}),
    }
    return page(request, "desk/processes/editor.html", context, here="processes", status=status)


def _reckoned(request: DeskRequest, row: DraftRow, form: ProcessForm) -> dict[str, Any]:
    typed = form.head.is_bound
    document = form.typed() if typed else row.document
    version = version_of(row, request)
    day = row.effective_on or request.at.date()
    faults = faults_of(document, row.target, version, day)
    known = told(faults, document)
    at_steps: dict[int, list[Any]] = {}
    for one in known:
        at_steps.setdefault(one.number, []).append(one)
    hinder = hindrances(faults)
    return {
        "sums": sums(document, version),
        "weekdays": weekdays_said(document, version, faults),
        "told": known,
        "steps_told": [
            (number, step, at_steps.get(number, ()))
            for number, step in enumerate(form.steps, start=1)
        ],
        "publishable": not hinder,
        "drawing": drawing(document, frozenset(one.step or "" for one in faults)),
        **({} if hinder else _trial(request, row, form, document, version)),
    }


def _trial(
    request: DeskRequest,
    row: DraftRow,
    form: ProcessForm,
    document: Mapping[str, Any],
    version: VersionRow,
) -> dict[str, Any]:
    moment = form.head.moment() if form.head.is_bound else request.at
    found = offices_of(row.target, row.procedure_id, request.at.date())
    if moment is None or not found:
        return {}
    try:
        route = Route.from_json({**document, "allowance": version.allowance.to_json()})
        trial = tried(
            route, calendar_of(found[0].id), moment.replace(second=0, microsecond=0),
            version.allowance, version.cutoff,
        )  # fmt: skip
    except ClockError:
        return {"untried": "Chưa có lịch làm việc cho ngày đó. Thử một ngày khác."}
    numbers = numbers_of(document)
    steps = [(numbers[one.key], route.step(one.key), one) for one in trial.steps]
    return {"trial": trial, "trial_steps": steps, "trial_office": found[0].short_name}


def _edited(document: Mapping[str, Any], doing: str, number: str) -> tuple[Mapping[str, Any], int]:
    """The document after the button, and the number of the step one then stands at (0: none)."""
    if doing in ("luu", "xem"):
        return document, 0
    if doing not in EDITS or not (number.isascii() and number.isdigit() and len(number) < 4):
        raise Http404("no such button")
    edit_one, further = EDITS[doing]
    count, place = len(document["steps"]), int(number)
    least = 0 if doing == "chen" else 1
    if not least <= place <= count:
        raise Http404("no such step")
    found = edit_one(document, place)
    return found, max(1, min(place + further, len(found["steps"])))


def _writing(form: ProcessForm, document: Mapping[str, Any]) -> services.Writing:
    given = form.head.cleaned_data
    return services.Writing(document, given["tu"], given["nguon"])


def _revision(request: DeskRequest) -> int:
    given = request.POST.get("revision", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else -1


def _onward(uuid: UUID, doing: str, place: int) -> HttpResponse:
    if doing == "luu":
        return _back(uuid, "Đã lưu bản nháp.")
    if doing == "xem":
        return HttpResponseRedirect(reverse("desk:process-publish", args=[uuid]))
    return HttpResponseRedirect(f"{reverse('desk:process-draft', args=[uuid])}#id_s{place}-name")


def _back(uuid: UUID, words: str) -> HttpResponse:
    where = HttpResponseRedirect(reverse("desk:process-draft", args=[uuid]))
    return toasts.leave(where, toasts.Toast(words))
