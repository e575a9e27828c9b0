"""One's own password: changed whenever one likes, and before anything else after a one-time one."""

from typing import cast
from uuid import UUID

from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.administration import OwnPasswordForm
from motcua.desk.guarding import signed_in
from motcua.desk.rendering import bare
from motcua.desk.saying import faults_of, put
from motcua.identity.services import change_own_password

FIELD_OF = {
    "wrong_password": "old",
    "same_password": "new",
    "password_too_short": "new",
    "password_too_common": "new",
    "password_like_name": "new",
}


@signed_in
def own_password(request: HttpRequest) -> HttpResponse:
    """The form; afterwards this session goes on, every other of the person ends."""
    if request.method != "POST":
        return _draw(request, OwnPasswordForm())
    form = OwnPasswordForm(request.POST)
    if not form.is_valid():
        return _draw(request, form, 422)
    person = cast(UUID, getattr(request.user, "uuid", None))
    try:
        change_own_password(person, old=form.cleaned_data["old"], new=form.cleaned_data["new"])
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _draw(request, form, 409)
    account = cast(AbstractBaseUser, request.user)
    account.refresh_from_db()
    update_session_auth_hash(request, account)  # type: ignore[arg-type]
    answer = HttpResponseRedirect(reverse("desk:front"))
    return toasts.leave(answer, toasts.Toast("Đã đổi mật khẩu."))


def _draw(request: HttpRequest, form: OwnPasswordForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "must": getattr(request.user, "must_change", False),
        "faults": faults_of(form) if form.is_bound else (),
    }
    return bare(request, "desk/password.html", context, status=status)
