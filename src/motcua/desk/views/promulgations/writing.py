"""What a decision says of one procedure, on screen: every field, with what is in force beside."""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from motcua.catalogue.content import Content, blank
from motcua.catalogue.decisions.asked import KINDS, Entry
from motcua.catalogue.decisions.judging import judge
from motcua.catalogue.decisions.promulgations import (
    PromulgationRow,
    entries_by_slug,
    standing_content,
)
from motcua.catalogue.services.form_files import LARGEST, keep_form_file
from motcua.catalogue.services.promulgations import drop_entry, keep_entry
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.desk.forms.promulgations import EntryForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.saying import said
from motcua.desk.views.promulgations.frame import back, draw, found
from motcua.identity.grants import Duty

NEW_SLUG = "moi"


@official(Duty.PROMULGATE)
def entry(request: DeskRequest, uuid: UUID, slug: str) -> HttpResponse:
    """The form; what was typed stays when something is wrong."""
    row = found(request, uuid)
    known = entries_by_slug(uuid).get(slug)
    now = standing_content(slug, row.holds_from)
    kind = _kind(request, known)
    if request.method != "POST":
        content = {**blank(), **(now or {}), **(known.content if known else {})}
        form = EntryForm(content, now=now if kind == "amended" else None)
        return _draw(request, row, slug, kind, form, known.replaced_by if known else "")
    if "drop" in request.POST:
        return _dropped(request, row, slug)
    data, faults = _with_files(request)
    form = EntryForm(now or {}, data=data, now=now if kind == "amended" else None)
    for name, sentence in faults:
        form.faults.append((f"id_{name}", sentence))
    instead = clean(value(request.POST, "replaced_by"))[:80]
    if "more" in request.POST or (form.faults and kind in ("new", "amended")):
        status = 200 if "more" in request.POST else 422
        return _draw(request, row, slug, kind, form, instead, status=status)
    return _kept(request, row, slug, kind, form, instead)


def _with_files(request: DeskRequest) -> tuple[QueryDict, list[tuple[str, str]]]:
    """What was sent, each file of a form kept and named by its hash; and what cannot be kept."""
    data, faults = request.POST.copy(), []
    for sent_as, sent in request.FILES.items():
        name = sent_as.removesuffix("-file")
        if not isinstance(sent, UploadedFile) or not name.endswith("-sha256"):
            continue
        given = nfc(sent.name or "")[:200]
        try:
            content = bytes(sent.read(LARGEST + 1))
            data[name] = keep_form_file(given, content, at=request.at)
            data[name.replace("sha256", "file_name")] = given
        except Refused as refused:
            faults.append((name, said(refused)))
    return data, faults


def _kept(
    request: DeskRequest,
    row: PromulgationRow,
    slug: str,
    kind: str,
    form: EntryForm,
    instead: str,
) -> HttpResponse:
    made = _entry(kind, slug, instead, form, value(request.POST, "slug"))
    judged = judge(
        row.head,
        [made],
        today=request.at.astimezone(VN).date(),
        rebased_on=row.holds_from if row.rebased else None,
        decision=row.id,
    )
    for fault in judged.faults:
        form.put(fault.key, fault.sentence)
    if judged.faults:
        return _draw(request, row, slug, kind, form, instead, status=422)
    try:
        final = Entry(kind, judged.items[0].slug, made.code, instead, made.content)
        keep_entry(row.uuid, final, at=request.at, by=request.actor)
    except Refused as refused:
        return _draw(request, row, slug, kind, form, instead, said(refused), 409)
    return back(row.uuid, f"Đã ghi: {judged.items[0].name[:80]}.")


def _entry(kind: str, slug: str, instead: str, form: EntryForm, given: str) -> Entry:
    said: dict[str, Any] = {}
    if kind == "amended":
        said = form.changed()
    elif kind == "new":
        said = {key: one for key, one in form.values.items() if one != blank()[key]}
    name = clean(given).lower()[:80] if slug == NEW_SLUG else slug
    return Entry(kind, name, str(said.get("code", "")), instead, said)


def _dropped(request: DeskRequest, row: PromulgationRow, slug: str) -> HttpResponse:
    try:
        drop_entry(row.uuid, slug, at=request.at, by=request.actor)
    except Refused as refused:
        form = EntryForm(blank(), now=None)
        return _draw(request, row, slug, "abolished", form, "", said(refused), 409)
    return HttpResponseRedirect(reverse("desk:promulgation", args=[row.uuid]))


def _kind(request: DeskRequest, known: Entry | None) -> str:
    asked = value(request.POST, "kind") or value(request.GET, "noi-dung")
    if asked in KINDS:
        return asked
    return known.kind if known else "amended"


def _draw(
    request: DeskRequest,
    row: PromulgationRow,
    slug: str,
    kind: str,
    form: EntryForm,
    instead: str,
    fault: str = "",
    status: int = 200,
) -> HttpResponse:
    name: Content = form.said if form.data is None else form.values
    context = {
        "row": row,
        "slug": slug,
        "new_slug": value(request.POST, "slug"),
        "is_new": slug == NEW_SLUG,
        "kind": kind,
        "kind_words": KINDS[kind],
        "form": form,
        "faults": form.faults,
        "fault": fault,
        "instead": instead,
        "name": name.get("name") or form.said.get("name", ""),
        "whole": kind in ("new", "amended"),
    }
    return draw(request, "entry", context, status)
