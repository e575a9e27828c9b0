"""The doorway: signing in and out, and choosing in which position one works."""

from uuid import UUID

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.text import nfc
from motcua.desk import auditing, kept
from motcua.desk.guarding import POSITION, anyone, signed_in
from motcua.desk.rendering import bare
from motcua.identity.actors import actors_in
from motcua.identity.refusals import SENTENCES
from motcua.organization.timekeeping import now

LONGEST = 200
LOCKED_MINUTES = 15


@anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; on success back to where one was going, with what was typed there."""
    if request.method != "POST":
        if request.user.is_authenticated:
            return HttpResponseRedirect(kept.next_path(request))
        return _gate(request)
    username = nfc(request.POST.get("username", "")).strip()[:LONGEST]
    password = request.POST.get("password", "")[:LONGEST]
    if not username or not password:
        return _gate(request, "Ghi tên đăng nhập và mật khẩu.", username)
    account = authenticate(request, username=username, password=password)
    if getattr(request, "axes_locked_out", False):
        request.axes_locked_out = False  # type: ignore[attr-defined]
        auditing.signed_in(None, "locked")
        locked = SENTENCES["locked_out"].format(minutes=LOCKED_MINUTES)
        return _gate(request, locked, username, status=429)
    if account is None:
        auditing.signed_in(None, "refused")
        return _gate(request, SENTENCES["wrong_sign_in"], username, status=403)
    login(request, account)
    auditing.signed_in(_uuid(request), "entered")
    going_to = kept.next_path(request)
    kept.put_back(request, going_to.split("?")[0], kept.carried(request))
    return HttpResponseRedirect(going_to)


def _gate(
    request: HttpRequest, fault: str = "", username: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "fault": fault,
        "username": username,
        "tiep": kept.next_path(request),
        "kept": kept.carried(request),
        "expired": bool(kept.carried(request)),
    }
    return bare(request, "desk/sign_in.html", context, status=status)


def _uuid(request: HttpRequest) -> UUID | None:
    found = getattr(request.user, "uuid", None)
    return found if isinstance(found, UUID) else None


@anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session on this machine."""
    if request.user.is_authenticated:
        auditing.signed_in(_uuid(request), "left")
    logout(request)
    return HttpResponseRedirect(reverse("desk:sign-in"))


@signed_in
def position(request: HttpRequest) -> HttpResponse:
    """Which of the positions one holds to work in; every act is signed with it."""
    held = actors_in(request.user, now())
    chosen = request.POST.get("position", "")
    if request.method == "POST" and any(str(actor.position_uuid) == chosen for actor in held):
        request.session[POSITION] = chosen
        return HttpResponseRedirect(kept.next_path(request))
    current = request.session.get(POSITION)
    context = {"held": held, "current": current, "tiep": kept.next_path(request)}
    return bare(request, "desk/position.html", context)
