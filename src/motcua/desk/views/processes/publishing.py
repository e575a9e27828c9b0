"""A draft beside what is in force, and published; a process taken back, copied, printed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.catalogue.processes.faults import faults_of, hindrances
from motcua.catalogue.processes.scope import Target, offices_of
from motcua.catalogue.processes.selectors import DraftRow, Edition, draft, edition
from motcua.catalogue.selectors import process_for
from motcua.catalogue.services import process_copies
from motcua.catalogue.services import processes as services
from motcua.core.flow.process.comparing import Pair, compared
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.flow_drawing import drawing
from motcua.desk.forms.fields import Day
from motcua.desk.forms.parties import text
from motcua.desk.forms.process import numbers_of
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.process_words import (
    StepWords,
    step_words,
    steps_in_words,
    sums,
    target_words,
    told,
)
from motcua.desk.rendering import page
from motcua.desk.saying import faults_of as form_faults
from motcua.desk.saying import said
from motcua.desk.views.processes.editor import process_url, version_of
from motcua.identity.grants import Duty
from motcua.organization.selectors import OfficeRow, departments, office_by_id
from motcua.organization.timekeeping import real_now
from motcua.papers.process import process_pdf

CHANGES = {"same": "", "changed": "đổi", "new": "mới", "gone": "bỏ"}
Row = tuple[str, StepWords | None, StepWords | None]


class CopyForm(forms.Form):
    """Which offices, as what, and which department there stands for which here."""

    don_vi = forms.MultipleChoiceField(
        label="Chép cho",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chọn ít nhất một đơn vị."},
    )
    nhu = forms.ChoiceField(
        label="Thành",
        choices=(("nhap", "bản nháp, để xem lại rồi ban hành"), ("ban-hanh", "quy trình ban hành")),
        widget=forms.RadioSelect,
    )
    tu = Day(what="ngày có hiệu lực", required=False, label="Có hiệu lực từ ngày",
             widget=text(inputmode="numeric"))  # fmt: skip

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if given.get("nhu") == "ban-hanh" and not given.get("tu") and "tu" not in self.errors:
            self.add_error("tu", "Ghi ngày có hiệu lực, từ ngày mai trở đi.")
        return given


@official(Duty.PROCESS)
def publish(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The draft beside what is in force; on POST it is published for its day."""
    row = draft(uuid, request.actor, request.at)
    if request.method != "POST":
        return _draw_publish(request, row)
    given = request.POST.get("revision", "")
    revision = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else -1
    where = process_url(row, request)
    try:
        services.publish_process(uuid, revision=revision, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw_publish(request, row, 409, said(refused))
    toast = toasts.Toast(f"Đã ban hành, có hiệu lực từ {row.effective_on:%d/%m/%Y}.")
    return toasts.leave(HttpResponseRedirect(where), toast)


@official(Duty.PROCESS)
@require_POST
def take_back(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """A process whose day has not come is a draft again; on to it."""
    try:
        made = services.take_back(uuid, at=request.at, by=request.actor)
    except Refused as refused:
        if refused.code not in ("process_began", "process_taken_back"):
            raise
        found = edition(uuid)
        where = reverse("desk:process", args=[found.slug])
        return toasts.leave(HttpResponseRedirect(where), toasts.Toast(said(refused)))
    where = reverse("desk:process-draft", args=[made])
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast("Đã thu hồi, thành bản nháp."))


@official(Duty.PROCESS)
def copy(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """To which offices below; then what became of each copy."""
    found = edition(uuid)
    offices = _receivers(request, found)
    parts = [
        (code, name, request.POST.get(f"phong-{code}", code))
        for code, name in _codes(found, offices)
    ]
    form = CopyForm(request.POST or None, initial={"nhu": "nhap"})
    field = form.fields["don_vi"]
    assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 (for the type checker)
    field.choices = [(office.slug, office.short_name) for office in offices]
    context: dict[str, Any] = {
        "edition": found,
        "target": target_words(found.target),
        "form": form,
        "parts": parts,
        "there": _departments_of(offices),
        "offices": offices,
        "back": reverse("desk:process", args=[found.slug]),
    }
    if request.method != "POST":
        return page(request, "desk/processes/copy.html", context, here="processes")
    if not form.is_valid():
        context["faults"] = form_faults(form)
        return page(request, "desk/processes/copy.html", context, here="processes", status=422)
    slugs = {office.slug: office for office in offices}
    made = process_copies.copy_to_offices(
        uuid,
        [slugs[slug].id for slug in form.cleaned_data["don_vi"]],
        departments={code: chosen for code, _, chosen in parts},
        effective_on=form.cleaned_data["tu"] if form.cleaned_data["nhu"] == "ban-hanh" else None,
        at=request.at,
        by=request.actor,
    )
    context["copied"] = [
        (office_by_id(one.office_id), one, said(one.refused) if one.refused else "") for one in made
    ]
    return page(request, "desk/processes/copied.html", context, here="processes")


@official(Duty.PROCESS)
def paper(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The table of the process as it is approved, on A4; seen from the office in the address."""
    found = edition(uuid)
    ids = {office.slug: office.id for office in _reached(found, request)}
    office_id = ids.get(request.GET.get("dv", "")) or next(iter(ids.values()), None)
    if office_id is None:
        raise Http404("no office works by it")
    made = process_pdf(found, office_id, real_now(), request.actor)
    headers = {"Content-Disposition": f'inline; filename="quy-trinh-{found.slug}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _draw_publish(
    request: DeskRequest, row: DraftRow, status: int = 200, fault: str = ""
) -> HttpResponse:
    version = version_of(row, request)
    day = row.effective_on or request.at.date()
    offices = offices_of(row.target, row.procedure_id, request.at.date())
    faults = faults_of(row.document, row.target, version, day)
    known = process_for(version.id, offices[0].id, day) if offices else None
    first = offices[0].id if offices else None
    context = {
        "draft": row,
        "version": version,
        "target": target_words(row.target),
        "offices": offices,
        "told": told(faults, row.document),
        "publishable": not hindrances(faults) and row.effective_on is not None,
        "sums": sums(row.document, version),
        "old_sums": sums(known.document, version) if known else None,
        "old": known,
        "rows": _rows(known.document, row.document, first) if known else (),
        "steps": steps_in_words(row.document, first),
        "drawing": drawing(row.document),
        "fault": fault,
    }
    return page(request, "desk/processes/publish.html", context, here="processes", status=status)


def _rows(old: object, new: object, office_id: int | None) -> list[Row]:
    """Old beside new; the word of the change first."""
    before, after = dict(old), dict(new)  # type: ignore[call-overload]
    numbers = numbers_of(before), numbers_of(after)
    return [
        (CHANGES[pair.change], _side(pair, 0, numbers[0], office_id),
         _side(pair, 1, numbers[1], office_id))
        for pair in compared(before, after)
    ]  # fmt: skip


def _side(
    pair: Pair, side: int, numbers: dict[str, int], office_id: int | None
) -> StepWords | None:
    step = (pair.old, pair.new)[side]
    return step_words(numbers[pair.key], step, numbers, office_id) if step else None


def _receivers(request: DeskRequest, found: Edition) -> list[OfficeRow]:
    """The offices below one's own that handle the procedure, without the one it is from."""
    below = Target(under_id=request.actor.office_id)
    every = offices_of(below, found.process.procedure_id, request.at.date())
    return [office for office in every if office.id != found.target.office_id]


def _reached(found: Edition, request: DeskRequest) -> list[OfficeRow]:
    """The offices of this officer that it counts for; of what ships, all that handle it."""
    own = request.actor.office_id
    day, procedure_id = request.at.date(), found.process.procedure_id
    every = [
        *offices_of(Target(own), procedure_id, day),
        *offices_of(Target(under_id=own), procedure_id, day),
    ]
    if found.target.office_id is not None:
        return [office for office in every if office.id == found.target.office_id]
    return every


def _codes(found: Edition, offices: Sequence[OfficeRow]) -> list[tuple[str, str]]:
    """The departments its own steps name, with the name each has where it is from, else there."""
    ids = [found.target.office_id or 0, *(office.id for office in offices)]
    names: dict[str, str] = {}
    for one in (part for office_id in ids for part in departments(office_id)):
        names.setdefault(one.code, one.name)
    codes = [
        step["department"]
        for step in found.process.document["steps"]
        if step.get("department") and not step.get("office")
    ]
    return [(code, names.get(code, code)) for code in dict.fromkeys(codes)]


def _departments_of(offices: list[OfficeRow]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for office in offices:
        for one in departments(office.id):
            if one.ended_on is None:
                found.setdefault(one.code, f"{one.name} ({one.code})")
    return list(found.items())
