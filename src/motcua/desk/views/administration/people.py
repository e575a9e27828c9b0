"""People: the list, one of them, taking on, and what is done about a person."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.care import troubles
from motcua.core.refusal import Refused
from motcua.desk.forms.administration import PersonForm, PlaceForm, RenameForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import faults_of, put, said
from motcua.desk.views.administration.care import measured
from motcua.desk.views.administration.frame import back, draw, offices_of, words_of
from motcua.identity import services, staff
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.identity.services import OneTime
from motcua.identity.staff import PersonRow
from motcua.identity.trail import trail_of

FIELD_OF = {
    "username_taken": "username",
    "username_not_plain": "username",
    "needs_department": "place",
    "department_elsewhere": "place",
    "already_held": "title",
}
Again = Callable[..., OneTime]
LETTING_IN: dict[str, Again] = {
    "cap-mat-khau": services.reset_password,
    "mo-lai": services.reopen_account,
}


@official(Duty.ADMINISTER)
def people(request: DeskRequest) -> HttpResponse:
    """Everybody, or who matches the words; on top, what is not well with the installation."""
    words = words_of(request)
    rows = staff.people(request.actor, words, request.at)
    context = {"rows": rows, "words": words, "findings": troubles(measured())}
    return draw(request, "people", "people", context)


@official(Duty.ADMINISTER)
def new(request: DeskRequest) -> HttpResponse:
    """A person and, in the same form, their first post; answers with the password said once."""
    offices = offices_of(request)
    if request.method != "POST":
        form = PersonForm(offices=offices, initial={"from_on": request.at.date()})
        return _form(request, form)
    form = PersonForm(request.POST, offices=offices)
    if not form.is_valid():
        return _form(request, form, 422)
    try:
        given = services.take_on_placed(
            username=form.cleaned_data["username"],
            full_name=form.cleaned_data["full_name"],
            placing=form.placing(),
            from_on=form.cleaned_data["from_on"],
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _form(request, form, 409)
    return _said_once(request, given, form.cleaned_data["full_name"])


@official(Duty.ADMINISTER)
def person(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """One person: posts held from–to, what can be done, what was done."""
    row = _person(request.actor, uuid, request)
    form = RenameForm(initial={"full_name": row.full_name})
    return _draw_person(request, row, form)


@official(Duty.ADMINISTER)
@require_POST
def rename(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The name as it is printed from now on."""
    row = _person(request.actor, uuid, request)
    form = RenameForm(request.POST)
    if not form.is_valid():
        return _draw_person(request, row, form, 422)
    try:
        services.rename_person(
            uuid, full_name=form.cleaned_data["full_name"], at=request.at, by=request.actor
        )
    except Refused as refused:
        put(form, refused, {})
        return _draw_person(request, row, form, 409)
    return back("desk:admin-person", "Đã đổi tên.", uuid)


@official(Duty.ADMINISTER)
@require_POST
def let_in(request: DeskRequest, uuid: UUID, how: str) -> HttpResponse:
    """A one-time password for who forgot theirs, or comes back."""
    if how not in LETTING_IN:
        raise Http404("no such act")
    row = _person(request.actor, uuid, request)
    try:
        given = LETTING_IN[how](uuid, at=request.at, by=request.actor)
    except Refused as refused:
        return _refused(request, row, refused)
    return _said_once(request, given, row.full_name)


@official(Duty.ADMINISTER)
@require_POST
def close(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """No way in any more."""
    row = _person(request.actor, uuid, request)
    try:
        services.close_account(uuid, at=request.at, by=request.actor)
    except Refused as refused:
        return _refused(request, row, refused)
    return back("desk:admin-person", "Đã đóng tài khoản.", uuid)


@official(Duty.ADMINISTER)
def place(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Another post for the person."""
    row = _person(request.actor, uuid, request)
    offices = offices_of(request)
    if request.method != "POST":
        form = PlaceForm(offices=offices, initial={"from_on": request.at.date()})
        return _form(request, form, row=row)
    form = PlaceForm(request.POST, offices=offices)
    if not form.is_valid():
        return _form(request, form, 422, row)
    try:
        services.place(
            uuid,
            form.placing(),
            from_on=form.cleaned_data["from_on"],
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _form(request, form, 409, row)
    return back("desk:admin-person", "Đã giao vị trí.", uuid)


def _person(actor: Actor, uuid: UUID, request: DeskRequest) -> PersonRow:
    try:
        return staff.person(actor, uuid, request.at)
    except Refused as refused:
        raise Http404(refused.code) from None


def _form(
    request: DeskRequest, form: PlaceForm, status: int = 200, row: PersonRow | None = None
) -> HttpResponse:
    context = {"form": form, "row": row, "faults": faults_of(form) if form.is_bound else ()}
    return draw(request, "place" if row else "new_person", "people", context, status)


def _said_once(request: DeskRequest, given: OneTime, full_name: str) -> HttpResponse:
    """Drawn without a redirect, so that the password is stored nowhere on its way."""
    return draw(request, "one_time", "people", {"given": given, "full_name": full_name})


def _refused(request: DeskRequest, row: PersonRow, refused: Refused) -> HttpResponse:
    form = RenameForm(initial={"full_name": row.full_name})
    return _draw_person(request, row, form, 409, said(refused))


def _draw_person(
    request: DeskRequest, row: PersonRow, form: RenameForm, status: int = 200, fault: str = ""
) -> HttpResponse:
    context = {
        "row": row,
        "form": form,
        "fault": fault,
        "faults": faults_of(form) if form.is_bound else (),
        "trail": trail_of(row.uuid),
    }
    return draw(request, "person", "people", context, status)
