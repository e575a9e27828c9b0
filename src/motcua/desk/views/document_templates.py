"""The DOCX templates of an office: its list, the fields there are, samples; and filling one from a
dossier."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rendering import page
from motcua.desk.views.administration.frame import chosen_office, offices_of
from motcua.dossiers.refusals import sentence as dossier_sentence
from motcua.identity.grants import Duty
from motcua.organization.selectors import OfficeRow
from motcua.organization.timekeeping import real_now
from motcua.papers import refusals
from motcua.papers.converting import can_convert, to_pdf
from motcua.papers.docx import LARGEST, MEDIA
from motcua.papers.fields import FIELDS, LIST, LIST_FIELDS
from motcua.papers.office_templates import (
    LONGEST_NAME,
    fill_template,
    keep_template,
    procedures,
    replace_template,
    retire_template,
    sample_of,
    templates_for,
    templates_of,
)

HERE = "templates"
DONE = {"thay": "Đã lưu bản mới. Từ nay điền theo bản này.", "ngung": "Đã ngừng dùng mẫu."}


@official(Duty.TEMPLATES)
def listing(request: DeskRequest) -> HttpResponse:
    """The templates of an office and the fields there are; a POST takes one in."""
    office = chosen_office(request, request.GET.get("dv", ""))
    if request.method != "POST":
        return _draw(request, office)
    try:
        keep_template(
            office.id, value(request.POST, "name"), value(request.POST, "procedure"),
            _content(request), by=request.actor, at=request.at,
        )  # fmt: skip
    except Refused as refused:
        return _draw(request, office, _said(refused), status=422)
    return _back(office, "Đã nhận mẫu. Người giải quyết hồ sơ điền được ngay.")


@official(Duty.TEMPLATES)
@require_POST
def act(request: DeskRequest, uuid: UUID, what: str) -> HttpResponse:
    """A new version of a template, or its end."""
    office = chosen_office(request, request.GET.get("dv", ""))
    if what not in DONE:
        raise Http404("no such act")
    try:
        if what == "thay":
            replace_template(uuid, _content(request), by=request.actor, at=request.at)
        else:
            retire_template(uuid, by=request.actor, at=request.at)
    except Refused as refused:
        return _draw(request, office, _said(refused), status=422)
    return _back(office, DONE[what])


@official(Duty.TEMPLATES)
def sample(request: DeskRequest, uuid: UUID, kind: str) -> HttpResponse:
    """A template filled with the examples of the fields."""
    try:
        _, made = sample_of(uuid, by=request.actor, at=request.at)
        return _answer(made, "xem-thu", kind)
    except Refused as refused:
        raise Http404(_said(refused)) from None


@official(Duty.OPEN)
def choose(request: DeskRequest, code: str) -> HttpResponse:
    """What can be filled from the dossier; a POST fills one and answers the file."""
    try:
        rows = templates_for(code, request.actor)
    except Refused as refused:
        raise Http404(dossier_sentence(refused) or _said(refused)) from None
    if request.method != "POST":
        return _choose(request, code, rows)
    try:
        made = fill_template(
            code, _uuid(value(request.POST, "mau")), by=request.actor, at=request.at,
            filled_at=real_now(),
        )  # fmt: skip
        return _answer(made, f"{code}", "pdf" if value(request.POST, "do") == "pdf" else "docx")
    except Refused as refused:
        return _choose(request, code, rows, _said(refused), status=409)


def _choose(
    request: DeskRequest, code: str, rows: Any, fault: str = "", status: int = 200
) -> HttpResponse:
    context = {"code": code, "rows": rows, "fault": fault, "has_office": can_convert()}
    return page(request, "desk/papers/fill.html", context, here="inbox", status=status)


def _answer(made: bytes, name: str, kind: str) -> HttpResponse:
    if kind == "pdf":
        headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
        return HttpResponse(to_pdf(made), content_type="application/pdf", headers=headers)
    headers = {"Content-Disposition": f'attachment; filename="{name}.docx"'}
    return HttpResponse(made, content_type=MEDIA, headers=headers)


def _content(request: HttpRequest) -> bytes:
    sent = request.FILES.get("file")
    if sent is None:
        raise Refused("docx_missing")
    return bytes(sent.read(LARGEST + 1))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused("no_such_template") from None


def _draw(
    request: DeskRequest, office: OfficeRow, fault: str = "", status: int = 200
) -> HttpResponse:
    named = dict(procedures(office.id, request.at))
    context = {
        "office": office,
        "offices": offices_of(request),
        "rows": [(one, named.get(one.procedure, one.procedure)) for one in templates_of(office.id)],
        "procedures": named.items(),
        "fields": FIELDS,
        "list_name": LIST,
        "list_fields": LIST_FIELDS,
        "typed": {name: value(request.POST, name) for name in ("name", "procedure")},
        "fault": fault,
        "most": LONGEST_NAME,
        "has_office": can_convert(),
    }
    return page(request, "desk/papers/templates.html", context, here=HERE, status=status)


def _back(office: OfficeRow, said: str) -> HttpResponse:
    where = f"{reverse('desk:templates')}?{urlencode({'dv': office.slug})}"
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(said))


def _said(refused: Refused) -> str:
    return refusals.sentence(refused) or refused.code
