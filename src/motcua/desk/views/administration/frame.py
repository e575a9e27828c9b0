"""What the administrator's pages share: their tabs, and the way back to where one was."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.text import clean, search_key
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may
from motcua.desk.rendering import page
from motcua.identity.grants import Duty
from motcua.organization.selectors import (
    OfficeRow,
    forget,
    office_by_id,
    office_ids_below,
)

LONGEST = 200
TABS = (
    ("people", "desk:administration", "Người"),
    ("posts", "desk:admin-posts", "Vị trí"),
    ("parts", "desk:admin-parts", "Phòng, quầy, giờ"),
    ("reorganizing", "desk:reorganizations", "Sắp xếp đơn vị"),
    ("address", "admin-address", "Địa chỉ web"),
    ("calendar", "desk:admin-calendar", "Lịch làm việc"),
    ("lending", "desk:admin-lending", "Uỷ quyền"),
    ("roster", "desk:admin-roster", "Nhập danh sách"),
    ("registers", "desk:register-imports", "Nhập sổ"),
    ("notices", "desk:admin-notices", "Tin báo"),
    ("keys", "desk:admin-keys", "Khoá ký số"),
    ("care", "desk:admin-care", "Sức khoẻ"),
    ("jobs", "desk:admin-jobs", "Việc nền"),
    ("trail", "desk:admin-trail", "Nhật ký"),
)


def draw(
    request: DeskRequest, template: str, tab: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """A page under the tabs."""
    tabs = (
        [(key, reverse(route), name) for key, route, name in TABS]
        if may(request.actor, Duty.ADMINISTER)
        else []
    )
    return page(
        request,
        f"desk/administration/{template}.html",
        {"tabs": tabs, "tab": tab, "help_key": f"admin-{tab}", **context},
        here="admin",
        status=status,
    )


def back(route: str, said: str, *args: object) -> HttpResponse:
    """To the page of `route`, where `said` is read once."""
    return toasts.leave(HttpResponseRedirect(reverse(route, args=args)), toasts.Toast(said))


def words_of(request: DeskRequest) -> str:
    """What is looked for: by POST, so that no name stands in an address."""
    return clean(request.POST.get("q", ""))[:LONGEST]


def matches(words: str, said: str) -> bool:
    """Whether every word stands in what is said, in any order, with or without accents."""
    here = search_key(said)
    return all(word in here for word in search_key(words).split())


def offices_of(request: DeskRequest) -> list[OfficeRow]:
    """The offices this administrator reaches, their own first; as they are now, whichever process
    changed them. Four queries."""
    forget()
    reached = (office_by_id(one) for one in office_ids_below(request.actor.office_id))
    day = request.at.date()
    own, *below = (one for one in reached if one.dissolved_on is None or day < one.dissolved_on)
    return [own, *sorted(below, key=lambda office: (office.ordinal, office.slug))]


def chosen_office(request: DeskRequest, slug: str) -> OfficeRow:
    """The one called `slug` among them, else one's own."""
    offices = offices_of(request)
    return next((office for office in offices if office.slug == slug), offices[0])
