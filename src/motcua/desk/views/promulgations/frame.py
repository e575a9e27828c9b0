"""What the pages of decisions share: who may do what, their tabs, the way back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.catalogue.decisions.promulgations import PromulgationRow, promulgation
from motcua.catalogue.services.promulgations import proclaims
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may
from motcua.desk.rendering import page
from motcua.identity.grants import Duty

HERE = "promulgations"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(
    request: DeskRequest, template: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """A page of decisions."""
    return page(
        request,
        f"desk/promulgations/{template}.html",
        {"may_enter": may_enter(request), "may_approve": may_approve(request), **context},
        here=HERE,
        status=status,
    )


def may_enter(request: DeskRequest) -> bool:
    """Whether this position enters decisions."""
    return may(request.actor, Duty.PROMULGATE) and proclaims(request.actor)


def may_approve(request: DeskRequest) -> bool:
    """Whether this position approves what others entered."""
    return may(request.actor, Duty.APPROVE_PROMULGATION) and proclaims(request.actor)


def found(request: DeskRequest, uuid: UUID) -> PromulgationRow:
    """The decision of the address, or 404."""
    try:
        return promulgation(uuid, request.at.astimezone(VN).date())
    except Refused:
        raise Http404("no such decision") from None


def back(uuid: UUID, said: str) -> HttpResponse:
    """To the decision, where `said` is read once."""
    answer = HttpResponseRedirect(reverse("desk:promulgation", args=[uuid]))
    return toasts.leave(answer, toasts.Toast(said))
