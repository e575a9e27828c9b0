"""The doorway: signing in and out, and choosing in which position one works."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.flow import Act
from motcua.core.text import nfc
from motcua.desk import auditing, kept, toasts
from motcua.desk.guarding import POSITION, anyone, may, signed_in
from motcua.desk.rendering import bare
from motcua.dossiers.selectors.drafts import drafts
from motcua.identity.actors import Actor, actors_in, actors_of
from motcua.identity.refusals import SENTENCES
from motcua.organization.timekeeping import now

LONGEST = 200
LOCKED_MINUTES = 15


@anyone
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form; on success back to where one was going, with what was typed there.

    Asked by a script over a page whose session ended, it answers JSON: `fault`, or the `token`
    for the forms of that page, which goes on in the position it was drawn for.
    """
    if request.method != "POST":
        if request.user.is_authenticated:
            return HttpResponseRedirect(kept.next_path(request))
        return _gate(request)
    username = nfc(request.POST.get("username", "")).strip()[:LONGEST]
    fault, status = _enter(request, username)
    if request.headers.get("HX-Request"):
        return _over_the_page(request, fault, status)
    if fault:
        return _gate(request, fault, username, status=status)
    going_to = kept.next_path(request)
    carried = kept.carried(request)
    kept.put_back(request, going_to.split("?")[0], carried)
    answer = HttpResponseRedirect(going_to)
    return answer if carried else _unfinished(request, answer)


def _enter(request: HttpRequest, username: str) -> tuple[str, int]:
    """Sign in who gave the right password: no sentence, or what is wrong and its status."""
    password = request.POST.get("password", "")[:LONGEST]
    if not username or not password:
        return "Ghi tên đăng nhập và mật khẩu.", 200
    account = authenticate(request, username=username, password=password)
    if getattr(request, "axes_locked_out", False):
        request.axes_locked_out = False  # type: ignore[attr-defined]
        auditing.signed_in(None, "locked")
        return SENTENCES["locked_out"].format(minutes=LOCKED_MINUTES), 429
    if account is None:
        auditing.signed_in(None, "refused")
        return SENTENCES["wrong_sign_in"], 403
    login(request, account)
    auditing.signed_in(_uuid(request), "entered")
    return "", 200


def _over_the_page(request: HttpRequest, fault: str, status: int) -> HttpResponse:
    if fault:
        answer = JsonResponse({"fault": fault}, status=422 if status == 200 else status)
    else:
        _work_in(request, actors_of(cast(int, request.user.pk), now()))
        answer = JsonResponse({"token": get_token(request)})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _unfinished(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Offer the forms left half-filled, on the first page one sees."""
    held = actors_of(cast(int, request.user.pk), now())
    chosen = request.session.get(POSITION)
    actor = next((one for one in held if len(held) == 1 or str(one.position_uuid) == chosen), None)
    left = drafts(actor) if actor and may(actor, Act.RECEIVE) else ()
    if not left:
        return answer
    one = len(left) == 1
    url = reverse("desk:draft", args=[left[0].uuid]) if one else reverse("desk:counter")
    said = f"Còn {len(left)} hồ sơ nhập dở."
    return toasts.leave(answer, toasts.Toast(said, url, "Nhập tiếp"))


def _work_in(request: HttpRequest, held: Sequence[Actor]) -> bool:
    """Take the position the form names, if it is held."""
    chosen = request.POST.get("position", "")
    if not any(str(actor.position_uuid) == chosen for actor in held):
        return False
    request.session[POSITION] = chosen
    return True


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
    if request.method == "POST" and _work_in(request, held):
        return _unfinished(request, HttpResponseRedirect(kept.next_path(request)))
    current = request.session.get(POSITION)
    context = {"held": held, "current": current, "tiep": kept.next_path(request)}
    return bare(request, "desk/position.html", context)
