"""What every chart asks first, and the addresses of the dossiers behind its figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import last_quarters, period_name
from motcua.desk.forms.sights import SightForm, this_quarter
from motcua.desk.guarding import DeskRequest
from motcua.desk.rendering import page
from motcua.desk.sight_words import KINDS
from motcua.dossiers.selectors.sights import View
from motcua.organization.selectors import OfficeRow

PAGES = (
    ("sights", "Hôm nay"),
    ("sight-on-time", "Đúng hạn"),
    ("sight-arrivals", "Lúc nào đến"),
    ("sight-waiting", "Chờ ở đâu"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was asked for, readable: the view, its offices, and the part of addresses that says
    the same."""

    view: View
    offices: tuple[OfficeRow, ...]
    office: OfficeRow | None
    days: dict[str, str]

    def behind(self, kind: str, **given: object) -> str:
        """The address of the dossiers behind a figure."""
        where = {"dv": self.office.slug if self.office else "", **given}
        days = self.days if KINDS[kind].of_period else {}
        return f"{reverse('desk:sight-behind', args=[kind])}?{urlencode({**days, **where})}"


def asked(request: DeskRequest) -> tuple[SightForm, Seen | None]:
    """The form as sent, this quarter without days, and what it asks for when it can be read."""
    given = request.GET.dict()
    if not ("tu" in given or "den" in given):
        given |= this_quarter(request.at.date())
    form = SightForm(given, actor=request.actor, at=request.at)
    if not form.is_valid():
        return form, None
    view, office = form.view(), form.office
    offices = (office,) if office else tuple(form.offices)
    days = {"tu": f"{view.from_on:%d/%m/%Y}", "den": f"{view.to_on:%d/%m/%Y}"}
    return form, Seen(view, offices, office, days)


def chart(
    request: DeskRequest, name: str, fill: Callable[[Seen], dict[str, Any]], *, of_period: bool
) -> HttpResponse:
    """The page `name` of `PAGES`, filled when what was asked can be read, else 422."""
    form, seen = asked(request)
    where = urlencode({k: v for k, v in form.data.items() if k in ("tu", "den", "dv") and v})
    context: dict[str, Any] = {
        "form": form,
        "faults": fields_faults([form]),
        "of_period": of_period,
        "title": dict(PAGES)[name],
        "address": reverse(f"desk:{name}"),
        "pages": [(f"{reverse(f'desk:{n}')}?{where}", words, n == name) for n, words in PAGES],
        "quarters": last_quarters(request.at.date()),
    }
    if seen is not None:
        context |= {
            "seen": seen,
            "office_name": seen.office.name if seen.office else f"{len(seen.offices)} đơn vị",
            "period": period_name(seen.view.from_on, seen.view.to_on),
            **fill(seen),
        }
    status = 200 if seen else 422
    return page(request, f"desk/sights/{name}.html", context, here="overview", status=status)
