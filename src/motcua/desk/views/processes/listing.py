"""The procedures of an office with how each is handled, and one of them with its history."""

from collections.abc import Callable, Sequence

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.catalogue.processes.faults import exceeding_to_come, faults_in_force
from motcua.catalogue.processes.scope import Target, may_set, offices_of
from motcua.catalogue.processes.selectors import Listed, drafts_of, editions, listed, tier_of
from motcua.catalogue.selectors import (
    VersionRow,
    coming_versions,
    procedures_offered,
    process_for,
)
from motcua.catalogue.services import processes as services
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.desk.flow_drawing import drawing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.process_words import KINDS, steps_in_words, sums, target_words, told
from motcua.desk.rendering import page
from motcua.desk.saying import said
from motcua.desk.views.administration.frame import words_of
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import OfficeRow, office_by_id, office_ids_below

PAGE = 60
BEGINNINGS = (
    ("in_force", "Từ quy trình đang dùng"),
    ("plain", "Từ thời hạn: tiếp nhận, xử lý, duyệt, ký, trả"),
    ("empty", "Trang trắng"),
)
KEPT: dict[str, tuple[str, Callable[[Listed], bool]]] = {
    "": ("Tất cả", lambda row: True),
    "rieng": ("Của đơn vị", lambda row: row.tier == "own"),
    "chung": ("Dùng chung", lambda row: row.tier == "common"),
    "chua-co": ("Chưa có quy trình", lambda row: row.tier in ("derived", "none")),
    "co-loi": ("Có lỗi", lambda row: bool(row.faults)),
    "dang-soan": ("Đang soạn", lambda row: bool(row.drafts)),
    "sap-ap-dung": ("Sắp áp dụng", lambda row: row.coming is not None),
}
"""What each filter of the list keeps. A process derived from the term is nobody's decision yet."""


class BeginForm(forms.Form):
    """For whom, and from what."""

    cho = forms.ChoiceField(label="Soạn cho", widget=forms.RadioSelect)
    tu = forms.ChoiceField(label="Bắt đầu", choices=BEGINNINGS, widget=forms.RadioSelect)


@official(Duty.PROCESS)
def processes(request: DeskRequest) -> HttpResponse:
    """The list of an office, one's own or one below. The words looked for travel by POST."""
    office = _office(request)
    words, keep = words_of(request), request.GET.get("loc", "")
    every = listed(office.id, request.at.date())
    kept = KEPT.get(keep, KEPT[""])[1]
    shown = [row for row in every if kept(row) and _matches(row, words)]
    turned = Paginator(shown, PAGE).get_page(request.GET.get("trang") if not words else 1)
    context = {
        "office": office,
        "offices": _offices(request),
        "rows": shown if words else turned,
        "page": turned,
        "query": f"{urlencode({'dv': office.slug, 'loc': keep})}&",
        "filters": [
            (key, name, sum(1 for row in every if one(row))) for key, (name, one) in KEPT.items()
        ],
        "keep": keep,
        "words": words,
        "all": len(every),
    }
    return page(request, "desk/processes/list.html", context, here="processes")


@official(Duty.PROCESS)
def process(request: DeskRequest, slug: str) -> HttpResponse:
    """How an office handles one procedure: today's process, drafts, and all there were."""
    office = _office(request)
    version = _version(office, slug, request)
    return _draw(request, office, version, _begin_form(request, office, version))


@official(Duty.PROCESS)
@require_POST
def begin(request: DeskRequest, slug: str) -> HttpResponse:
    """A new draft; on to the editor."""
    office = _office(request)
    version = _version(office, slug, request)
    form = _begin_form(request, office, version, request.POST)
    if not form.is_valid():
        return _draw(request, office, version, form, 422, "Chọn soạn cho ai và bắt đầu từ đâu.")
    target = dict(_targets(request, office, version))[form.cleaned_data["cho"]][0]
    try:
        uuid = services.begin_draft(
            version.procedure_id, target, form.cleaned_data["tu"], at=request.at, by=request.actor
        )
    except Refused as refused:
        return _draw(request, office, version, form, 409, said(refused))
    return HttpResponseRedirect(reverse("desk:process-draft", args=[uuid]))


def _draw(
    request: DeskRequest,
    office: OfficeRow,
    version: VersionRow,
    form: BeginForm,
    status: int = 200,
    fault: str = "",
) -> HttpResponse:
    day = request.at.date()
    found = process_for(version.id, office.id, day)
    context = {
        "office": office,
        "offices": [one for one in _offices(request) if _handles(one, version, request)],
        "version": version,
        "process": found,
        "tier": tier_of(found, office.id),
        "steps": steps_in_words(found.document, office.id) if found else (),
        "drawing": drawing(found.document) if found else None,
        "sums": sums(found.document, version) if found else None,
        "faults": (
            told(faults_in_force(found, office.id, version, day), found.document) if found else ()
        ),
        "ahead": exceeding_to_come(coming_versions(day).get(version.procedure_id, ()), office.id),
        "drafts": [
            (row, target_words(row.target), may_set(request.actor, row.target, request.at))
            for row in drafts_of(version.procedure_id, office.id)
        ],
        "editions": [
            (
                one,
                target_words(one.target),
                one.effective_on > day and may_set(request.actor, one.target, request.at),
                found is not None and one.uuid == found.uuid,
            )
            for one in editions(version.procedure_id, office.id, day)
        ],
        "today": day,
        "form": form,
        "fault": fault,
    }
    return page(request, "desk/processes/process.html", context, here="processes", status=status)


def _office(request: DeskRequest) -> OfficeRow:
    """The office in the address or the form when it is below, else one's own."""
    wanted = request.GET.get("dv") or request.POST.get("dv", "")
    found = _offices(request)
    return next((one for one in found if one.slug == wanted), found[0])


def _offices(request: DeskRequest) -> Sequence[OfficeRow]:
    """The desks this officer may set processes for, their own first."""
    own = office_by_id(request.actor.office_id)
    if scope_of(request.actor, Duty.PROCESS) is not Scope.BELOW:
        return (own,)
    below = [office_by_id(one) for one in office_ids_below(own.id)[1:]]
    desks = sorted((one for one in below if one.desk), key=lambda one: (one.ordinal, one.slug))
    return (own, *desks)


def _version(office: OfficeRow, slug: str, request: DeskRequest) -> VersionRow:
    for row in procedures_offered(office.id, request.at.date()):
        if row.slug == slug:
            return row
    raise Http404("the office does not take this procedure in")


def _handles(office: OfficeRow, version: VersionRow, request: DeskRequest) -> bool:
    rows = procedures_offered(office.id, request.at.date())
    return any(row.id == version.id for row in rows)


def _begin_form(
    request: DeskRequest, office: OfficeRow, version: VersionRow, data: object = None
) -> BeginForm:
    form = BeginForm(data, initial={"cho": office.slug, "tu": "in_force"})  # type: ignore[arg-type]
    field = form.fields["cho"]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 (for the type checker)
    field.choices = [(key, name) for key, (_, name) in _targets(request, office, version)]
    return form


def _targets(
    request: DeskRequest, office: OfficeRow, version: VersionRow
) -> list[tuple[str, tuple[Target, str]]]:
    """For whom this officer may write: the office shown, and those below one's own, all or a kind
    when there are two."""
    own = request.actor.office_id
    candidates = [(office.slug, Target(office.id))]
    below = offices_of(Target(under_id=own), version.procedure_id, request.at.date())
    kinds = sorted({one.kind for one in below}, reverse=True)
    if below:
        candidates.append(("duoi", Target(under_id=own)))
    if len(kinds) > 1:
        candidates += [(f"duoi-{kind}", Target(kind=kind, under_id=own)) for kind in kinds]
    return [
        (key, (target, f"Riêng {office.short_name}" if target.office_id else _common(target)))
        for key, target in candidates
        if may_set(request.actor, target, request.at)
    ]


def _common(target: Target) -> str:
    return f"Chung cho {KINDS.get(target.kind, 'mọi xã, phường')} bên dưới"


def _matches(row: Listed, words: str) -> bool:
    here = search_key(f"{row.version.name} {row.version.code} {row.version.field}")
    return all(word in here for word in search_key(words).split())
