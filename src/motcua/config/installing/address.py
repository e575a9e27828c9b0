"""The public web address, asked on the first day, changed afterwards: the administrator's page."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from motcua.config import environment
from motcua.config.said import SettingRefused
from motcua.desk.forms.address import BAD_URL, NOT_WRITTEN, SAVED, AddressForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import faults_of
from motcua.desk.views.administration.frame import back, draw
from motcua.identity.grants import Duty
from motcua.organization.noting import note
from motcua.organization.selectors import home_office

NAME = "MOTCUA_PUBLIC_URL"


@official(Duty.ADMINISTER)
def public_address(request: DeskRequest) -> HttpResponse:
    """What the folder keeps, and where it may be changed: by the administrator of the office that
    moved in, unless whoever keeps the machine has set it in the environment."""
    changes = _may_change(request)
    if request.method != "POST":
        return _draw(request, AddressForm(initial={"public_url": settings.MOTCUA_PUBLIC_URL}))
    if not changes:
        raise PermissionDenied
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _draw(request, form, 422)
    try:
        url = environment.check_url(form.cleaned_data["public_url"])
        environment.keep(settings.MOTCUA_DATA, _kept(url))
    except SettingRefused:
        form.add_error("public_url", BAD_URL)
        return _draw(request, form, 422)
    except OSError:
        form.add_error(None, NOT_WRITTEN)
        return _draw(request, form, 409)
    note("change_public_url", f"{request.actor.office_slug} {url}".strip(), by=request.actor)
    return back("admin-address", SAVED)


def _may_change(request: DeskRequest) -> bool:
    home = home_office()
    ours = home is not None and home.id == request.actor.office_id
    return ours and not environment.is_set_outside(NAME)


def _kept(url: str) -> dict[str, str]:
    """As the first day keeps it: behind https stands a web server of this machine."""
    return {NAME: url, **({"MOTCUA_PROXY": "127.0.0.1"} if url.startswith("https://") else {})}


def _draw(request: DeskRequest, form: AddressForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "faults": faults_of(form),
        "url": settings.MOTCUA_PUBLIC_URL,
        "may_change": _may_change(request),
        "set_outside": environment.is_set_outside(NAME),
    }
    return draw(request, "address", "address", context, status)
