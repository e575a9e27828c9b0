"""Who may come through this door: a person signed in, in one of their positions, with the duty.

Every address of the desk is wrapped by `official`, except those marked `anyone`; a test lists them.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, cast
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.flow import Act
from motcua.desk import kept
from motcua.desk.refilling import refilled
from motcua.desk.rendering import bare
from motcua.desk.touches import touched
from motcua.dossiers.services import settle_if_due
from motcua.identity.actors import Actor, actors_in
from motcua.identity.grants import Duty, scope_of
from motcua.organization.timekeeping import now

POSITION = "desk_position"
Guarded = Callable[..., HttpResponseBase]


class DeskRequest(HttpRequest):
    """A request of an officer: who, in which position, and the one moment the page speaks of."""

    actor: Actor
    at: datetime
    positions: int


def anyone(view: Callable[..., HttpResponse]) -> Guarded:
    """Marks a view of the desk that needs no session: signing in and out."""
    view.open_to_anyone = True  # type: ignore[attr-defined]
    return view


def official(*needs: Duty | Act) -> Callable[[Guarded], Guarded]:
    """Lets in an officer whose position has one of `needs` in the grants table (any, when none).

    Without a session, a form that was sent is carried to the sign-in page and given back filled.
    Answers are not stored by the browser: desks share machines. What people were shown goes to
    the audit as `touches` says. Two queries, one more where people are named.
    """

    def wrap(view: Guarded) -> Guarded:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response: HttpResponseBase | None = _let_in(request, needs)
            if response is None:
                response = refilled(request, view(request, *args, **kwargs))
                touched(request, response, cast(DeskRequest, request).actor)
            response.headers.setdefault("Cache-Control", "no-store")
            return response

        guarded.needs_official = True  # type: ignore[attr-defined]
        return guarded

    return wrap


def may(actor: Actor, *needs: Duty | Act) -> bool:
    """Whether the position has any of `needs` at all; which dossiers, the selectors say."""
    return any(scope_of(actor, need) is not None for need in needs)


def signed_in(view: Callable[..., HttpResponse]) -> Guarded:
    """Lets in whoever is signed in, also before a position is chosen."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _ask_to_sign_in(request)
        return view(request, *args, **kwargs)

    guarded.needs_official = True  # type: ignore[attr-defined]
    return guarded


def current_actor(request: HttpRequest, at: datetime) -> tuple[Actor | None, int]:
    """The position this session works in, if it is still held or is the only one; and how many."""
    held = actors_in(request.user, at)
    chosen = request.session.get(POSITION)
    for actor in held:
        if str(actor.position_uuid) == chosen:
            return actor, len(held)
    return (held[0] if len(held) == 1 else None), len(held)


def _let_in(request: HttpRequest, needs: tuple[Duty | Act, ...]) -> HttpResponse | None:
    if not request.user.is_authenticated:
        return _ask_to_sign_in(request)
    if getattr(request.user, "must_change", False):
        return _led_to(request, reverse("desk:password"))
    at = now()
    settle_if_due(at)
    actor, positions = current_actor(request, at)
    if actor is None or _drawn_for_another(request, actor):
        return _ask_for_position(request)
    if needs and not may(actor, *needs):
        raise PermissionDenied(
            f"Vị trí {actor.title} không có phần việc này. "
            "Về hộp việc, hoặc nhờ người có thẩm quyền."
        )
    officer = cast(DeskRequest, request)
    officer.actor, officer.at, officer.positions = actor, at, positions
    return None


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return bare(request, "desk/_expired.html", {}, status=401)
    if request.method == "POST":
        return bare(
            request,
            "desk/sign_in.html",
            {"tiep": request.path, "kept": kept.typed(request), "expired": True},
        )
    where = urlencode({"tiep": request.get_full_path()})
    return HttpResponseRedirect(f"{reverse('desk:sign-in')}?{where}")


def _drawn_for_another(request: HttpRequest, actor: Actor) -> bool:
    """Whether a script asks from a page whose position was since changed in another window."""
    drawn_for = request.headers.get("X-Position")
    return drawn_for is not None and drawn_for != str(actor.position_uuid)


def _ask_for_position(request: HttpRequest) -> HttpResponse:
    shown = _page_of(request)
    if request.method == "POST":
        kept.put_back(request, shown.partition("?")[0], kept.typed(request))
    return _led_to(request, f"{reverse('desk:position')}?{urlencode({'tiep': shown})}")


def _page_of(request: HttpRequest) -> str:
    """The page one looks at: a script asks for its parts at addresses of their own."""
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    if not request.headers.get("HX-Request") or not shown.path:
        return request.path
    return f"{shown.path}?{shown.query}" if shown.query else shown.path


def _led_to(request: HttpRequest, url: str) -> HttpResponse:
    """A script would follow a redirect unseen and put that whole page into a part of this one."""
    if not request.headers.get("HX-Request"):
        return HttpResponseRedirect(url)
    return HttpResponse(status=204, headers={"HX-Redirect": url})
