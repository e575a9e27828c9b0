"""Posts held from–to, and ending one: what is in its box, and who takes it over."""

from uuid import UUID

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.forms.administration import LeaveForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import faults_of, put
from motcua.desk.views.administration.frame import back, draw, matches, words_of
from motcua.dossiers.services.leaving import box_to_leave, leave_post
from motcua.identity import staff
from motcua.identity.grants import Duty
from motcua.identity.staff import PostRow

FIELD_OF = {
    "ends_before_it_begins": "until_on",
    "nobody_for_box": "successor",
    "hands_to_oneself": "successor",
    "last_administrator": "successor",
    "unknown_person": "successor",
}
TABS = (("", "Đang giữ, sẽ giữ"), ("da-het", "Đã kết thúc"))


@official(Duty.ADMINISTER)
def posts(request: DeskRequest) -> HttpResponse:
    """Who holds what from when to when."""
    over = request.GET.get("xem") == "da-het"
    words = words_of(request)
    rows = [
        row
        for row in staff.posts(request.actor, request.at)
        if (row.state == "over") is over and matches(words, _said(row))
    ]
    context = {"rows": rows, "words": words, "views": TABS, "view": "da-het" if over else ""}
    return draw(request, "posts", "posts", context)


@official(Duty.ADMINISTER)
def leave(request: DeskRequest, uuid: UUID, position: UUID) -> HttpResponse:
    """The last day, what waits in the box, who takes it over."""
    row = _post(request, uuid, position)
    people = [one for one in staff.candidates(request.actor) if one[0] != uuid]
    if request.method != "POST":
        form = LeaveForm(people=people, initial={"until_on": max(request.at.date(), row.from_on)})
        return _draw(request, row, form)
    form = LeaveForm(request.POST, people=people)
    if not form.is_valid():
        return _draw(request, row, form, 422)
    try:
        box = leave_post(
            uuid,
            position,
            until_on=form.first_day_after(),
            successor=form.successor_uuid(),
            at=request.at,
            by=request.actor,
        )
    except Refused as refused:
        put(form, refused, FIELD_OF)
        return _draw(request, row, form, 409)
    kept = f" Hộp việc có {box.waiting} hồ sơ đã bàn giao." if box.waiting else ""
    return back("desk:admin-person", f"Đã ghi ngày kết thúc.{kept}", uuid)


def _post(request: DeskRequest, uuid: UUID, position: UUID) -> PostRow:
    try:
        row = staff.person(request.actor, uuid, request.at)
    except Refused as refused:
        raise Http404(refused.code) from None
    found = (one for one in row.posts if one.position == position and one.until_on is None)
    post = next(found, None)
    if post is None:
        raise Http404("not held")
    return post


def _draw(request: DeskRequest, row: PostRow, form: LeaveForm, status: int = 200) -> HttpResponse:
    box = box_to_leave(
        row.person, row.position, on=request.at.date(), at=request.at, by=request.actor
    )
    context = {
        "row": row,
        "box": box,
        "form": form,
        "faults": faults_of(form) if form.is_bound else (),
    }
    return draw(request, "leave", "posts", context, status)


def _said(row: PostRow) -> str:
    """What a search of posts looks at."""
    return f"{row.full_name} {row.title} {row.kind_words} {row.department_name} {row.office_name}"
