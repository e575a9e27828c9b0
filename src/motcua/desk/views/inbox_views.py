"""The views of the inbox an officer keeps: saved, renamed, opened first, taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.boxes.refusals import sentence
from motcua.boxes.selectors.views import View, views
from motcua.boxes.services.views import (
    MOST_VIEWS,
    delete_view,
    rename_view,
    save_view,
    set_default_view,
)
from motcua.core.refusal import Refused
from motcua.desk import narrowing, toasts
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.rail import ON_STEPS
from motcua.desk.rendering import page


@dataclass(frozen=True, slots=True)
class Drawn:
    """A view as the list shows it; `typed` is the name in its field."""

    uuid: UUID
    name: str
    typed: str
    query: str
    is_default: bool


@official(*ON_STEPS)
def kept_views(request: DeskRequest) -> HttpResponse:
    """The list; a POST changes one of them, or keeps another."""
    if request.method != "POST":
        return _draw(request)
    try:
        return _do(request)
    except Refused as refused:
        if refused.code == "unknown_view":
            return _draw(request, [("", sentence(refused))], status=409)
        return _draw(request, [(_field(request), sentence(refused))], status=422)


def _do(request: DeskRequest) -> HttpResponse:
    actor, do, name = request.actor, value(request.POST, "do"), value(request.POST, "name")
    if do == "save":
        pairs = _pairs(request)
        save_view(actor, name=name, asked=pairs, default="default" in request.POST)
        return _to(f"{reverse('desk:inbox')}?{urlencode(pairs)}", "Đã lưu bộ lọc.")
    view = _chosen(request)
    if do == "rename":
        rename_view(actor, view.uuid, name=name)
        return _to(reverse("desk:inbox-views"), "Đã đổi tên bộ lọc.")
    if do == "delete":
        told = f"Đã xoá bộ lọc “{delete_view(actor, view.uuid)}”."
        again = f"{reverse('desk:inbox')}?{urlencode(view.asked)}"
        return _to(reverse("desk:inbox-views"), told, again)
    set_default_view(actor, view.uuid if do == "first" else None)
    first = f"Hộp việc mở đầu tiên ở “{view.name}”." if do == "first" else "Hộp việc mở tất cả."
    return _to(reverse("desk:inbox-views"), first)


def _chosen(request: DeskRequest) -> View:
    wanted = value(request.POST, "view")
    found = next((one for one in views(request.actor) if str(one.uuid) == wanted), None)
    if found is None:
        raise Refused("unknown_view")
    return found


def _pairs(request: DeskRequest) -> Mapping[str, str]:
    """What the inbox is narrowed to, as its own address would say it."""
    return narrowing.asked_in(request.POST.dict()).pairs


def _field(request: DeskRequest) -> str:
    """The field the officer typed the name into."""
    if value(request.POST, "do") == "save":
        return "id_view_name" if _pairs(request) else ""
    uuids = [str(one.uuid) for one in views(request.actor)]
    return f"id_name_{uuids.index(value(request.POST, 'view')) + 1}"


def _draw(
    request: DeskRequest, faults: Sequence[tuple[str, str]] = (), *, status: int = 200
) -> HttpResponse:
    do, typed = value(request.POST, "do"), value(request.POST, "name")
    renamed = value(request.POST, "view") if do == "rename" else ""
    context = {
        "views": [
            Drawn(
                one.uuid, one.name, typed if str(one.uuid) == renamed else one.name,
                urlencode(one.asked), one.is_default,
            )
            for one in views(request.actor)
        ],
        "pairs": _pairs(request) if do == "save" else {},
        "typed": typed,
        "faults": faults,
        "most": MOST_VIEWS,
    }  # fmt: skip
    return page(request, "desk/inbox_views.html", context, here="inbox", status=status)


def _to(url: str, words: str, again: str = "") -> HttpResponse:
    toast = toasts.Toast(words, again, "Mở lại bộ lọc ấy") if again else toasts.Toast(words)
    return toasts.leave(HttpResponseRedirect(url), toast)
