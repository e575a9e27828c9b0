"""Registers kept elsewhere, taken over on screen: upload, columns, check, write, stop, again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, value
from motcua.desk.saying import said_of_register
from motcua.desk.views.administration.frame import draw, offices_of
from motcua.dossiers.registers import importing, selectors
from motcua.dossiers.registers.headings import COLUMNS, REQUIRED
from motcua.organization.timekeeping import real_now

TAB = "registers"
DOING: dict[str, tuple[Callable[..., None], str]] = {
    "kiem-tra": (importing.check_again, "Đã xếp hàng để kiểm tra lại."),
    "ghi": (importing.write_it, "Đã xếp hàng để ghi. Trang này cho biết khi xong."),
    "dung": (importing.stop, "Đã xin dừng. Phần chưa ghi xong thì không dòng nào được ghi."),
}
CHOICES = tuple((name, words[0]) for name, words in COLUMNS.items())


@official(Act.TAKE_OVER)
def listing(request: DeskRequest) -> HttpResponse:
    """The office's last imports; a POST brings a register in and goes on to its columns."""
    if request.method != "POST":
        return _listing(request)
    try:
        file = _sent(request)
        uuid = importing.bring_in(
            file.chunks(), file.name or "", key=key_from(request.POST), by=request.actor,
            now=real_now(),
        )  # fmt: skip
    except Refused as refused:
        return _listing(request, said_of_register(refused), status=422)
    return HttpResponseRedirect(reverse("desk:register-import", args=[uuid]))


@official(Act.TAKE_OVER)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Where it stands: its columns to choose, how far it is, what was found; a POST chooses."""
    if request.method != "POST":
        return _one(request, uuid)
    columns = [value(request.POST, f"c{n}") for n in range(_count(request, uuid))]
    office = value(request.POST, "office")
    try:
        importing.choose(uuid, columns, office, by=request.actor, now=real_now())
    except Refused as refused:
        return _one(request, uuid, said_of_register(refused), columns, office, status=422)
    return _to(uuid, "Đã xếp hàng để kiểm tra. Chưa ghi gì.")


@official(Act.TAKE_OVER)
@require_POST
def act(request: DeskRequest, uuid: UUID, what: str) -> HttpResponse:
    """Check again, write, or stop; a second press is told how it stands."""
    if what not in DOING:
        raise Http404("no such act")
    service, words = DOING[what]
    try:
        service(uuid, by=request.actor, now=real_now())
    except Refused as refused:
        return _one(request, uuid, said_of_register(refused), status=409)
    return _to(uuid, words)


@official(Act.TAKE_OVER)
def bad(request: DeskRequest, uuid: UUID) -> FileResponse:
    """The lines to mend, each with what is wrong, as a register to send again."""
    try:
        path = selectors.bad_lines(request.actor, uuid, real_now())
    except Refused as refused:
        raise Http404(said_of_register(refused)) from None
    return FileResponse(
        path.open("rb"), as_attachment=True, filename="dong-can-sua.csv",
        content_type="text/csv; charset=utf-8",
    )  # fmt: skip


def _sent(request: DeskRequest) -> "UploadedFile[Any]":
    """Raises Refused("register_missing", "table_too_large")."""
    if getattr(request, "too_large", ()):  # by `config.uploads`, while the form was read
        raise Refused("table_too_large", most=settings.MOTCUA_FILES.file_bytes // 1_000_000)
    file = request.FILES.get("file")
    if file is None:
        raise Refused("register_missing")
    return file


def _listing(request: DeskRequest, fault: str = "", status: int = 200) -> HttpResponse:
    context = {
        "rows": selectors.imports(request.actor),
        "columns": [(words[0], name in REQUIRED) for name, words in COLUMNS.items()],
        "key": uuid4(),
        "fault": fault,
    }
    return draw(request, "registers", TAB, context, status)


def _one(
    request: DeskRequest,
    uuid: UUID,
    fault: str = "",
    columns: list[str] | None = None,
    office: str | None = None,
    status: int = 200,
) -> HttpResponse:
    try:
        row = selectors.one_import(request.actor, uuid)
    except Refused as refused:
        raise Http404(said_of_register(refused)) from None
    chosen = row.columns if columns is None else columns
    context: dict[str, Any] = {
        "row": row,
        "pairs": list(zip(row.headings, chosen, strict=False)),
        "choices": CHOICES,
        "required": [COLUMNS[name][0] for name in REQUIRED if name != "office"],
        "offices": offices_of(request),
        "office": row.default_office if office is None else office,
        "fault": fault,
    }
    return draw(request, "register", TAB, context, status)


def _count(request: DeskRequest, uuid: UUID) -> int:
    try:
        return len(selectors.one_import(request.actor, uuid).headings)
    except Refused as refused:
        raise Http404(said_of_register(refused)) from None


def _to(uuid: UUID, words: str) -> HttpResponse:
    where = reverse("desk:register-import", args=[uuid])
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(words))
