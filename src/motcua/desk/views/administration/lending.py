"""Delegation: the holder of a post lets another act in it for a time."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk.forms.administration import LendForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import faults_of, put, said
from motcua.desk.views.administration.frame import back, draw, matches, words_of
from motcua.identity import services, staff
from motcua.identity.grants import Duty

FIELD_OF = {
    "to_oneself": "to_person",
    "unknown_person": "to_person",
    "unknown_holding": "post",
    "ends_before_it_begins": "until_on",
    "delegation_past": "until_on",
}


@official(Duty.ADMINISTER)
def lending(request: DeskRequest) -> HttpResponse:
    """Those that run, are to come, and are over."""
    return _draw(request, _form(request))


@official(Duty.ADMINISTER)
@require_POST
def lend(request: DeskRequest) -> HttpResponse:
    """Whole days, both counted."""
    form = _form(request, bound=True)
    if not form.is_valid():
        return _draw(request, form, 422)
    try:
        services.lend(
            form.holding(),
            form.to_person_uuid(),
            from_at=form.from_at(request.at),
            until_at=form.until_at(),
            reason=form.cleaned_data["reason"],
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _draw(request, form, 409)
    return back("desk:admin-lending", "Đã ghi uỷ quyền.")


@official(Duty.ADMINISTER)
@require_POST
def end(request: DeskRequest) -> HttpResponse:
    """It ends now."""
    given = request.POST.get("lent", "")
    try:
        services.end_lending(
            int(given) if given.isascii() and given.isdigit() else 0,
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        return _draw(request, _form(request), 409, said(refused))
    return back("desk:admin-lending", "Đã kết thúc uỷ quyền.")


def _form(request: DeskRequest, *, bound: bool = False) -> LendForm:
    posts = [post for post in staff.posts(request.actor, request.at) if post.state == "now"]
    people = staff.candidates(request.actor)
    data = request.POST if bound else None
    return LendForm(data, posts=posts, people=people, initial={"from_on": request.at.date()})


def _draw(request: DeskRequest, form: LendForm, status: int = 200, fault: str = "") -> HttpResponse:
    words = words_of(request)
    rows = [
        row
        for row in staff.lendings(request.actor, request.at)
        if matches(words, f"{row.holder} {row.to_person} {row.title}")
    ]
    context = {
        "rows": rows,
        "words": words,
        "form": form,
        "fault": fault,
        "faults": faults_of(form) if form.is_bound else (),
    }
    return draw(request, "lending", "lending", context, status)
