"""The keys an office signs with: whose, from whom, until when; put in and taken away."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.administration.frame import back, chosen_office, draw, offices_of
from motcua.identity.grants import Duty
from motcua.identity.staff import posts
from motcua.organization.timekeeping import real_now
from motcua.papers.signing import keys as signing_keys


@official(Duty.ADMINISTER)
def keys(request: DeskRequest) -> HttpResponse:
    """The list, and the form that puts a key file in. The PIN opens it once and is not kept."""
    if request.method != "POST":
        return _draw(request)
    sent = request.FILES.get("tep")
    seal = request.FILES.get("dau")
    office = chosen_office(request, request.POST.get("dv", ""))
    try:
        if sent is None:
            raise Refused("no_key_file")
        signing_keys.add_key(
            sent.read(signing_keys.LARGEST + 1),
            request.POST.get("pin", ""),
            office_id=office.id,
            position=_position(request),
            by=request.actor,
            seal=seal.read(signing_keys.LARGEST + 1) if seal else b"",
        )
    except Refused as refused:
        return _draw(request, said(refused), status=422)
    return back("desk:admin-keys", "Đã đặt khoá ký số")


@official(Duty.ADMINISTER)
@require_POST
def remove(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Nothing is signed with it any more."""
    offices = [office.id for office in offices_of(request)]
    try:
        signing_keys.remove_key(uuid, offices=offices, by=request.actor)
    except Refused as refused:
        return _draw(request, said(refused), status=409)
    return back("desk:admin-keys", "Đã bỏ khoá ký số")


def _position(request: DeskRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("vt", ""))
    except ValueError:
        return None


def _draw(request: DeskRequest, fault: str = "", status: int = 200) -> HttpResponse:
    offices = offices_of(request)
    context = {
        "rows": signing_keys.keys_of([office.id for office in offices], real_now()),
        "offices": offices,
        "posts": posts(request.actor, request.at),
        "fault": fault,
        "given": {name: request.POST.get(name, "") for name in ("dv", "vt")},
    }
    return draw(request, "keys", "keys", context, status)
