"""A page of the desk: its template with the bar and the rail, or the fragment alone for htmx."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.core.clock import VN
from motcua.desk import changed, kept, toasts
from motcua.desk.rail import rail
from motcua.dossiers.selectors.inbox import Waiting
from motcua.organization.timekeeping import is_demonstration


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    here: str = "",
    status: int = 200,
    waiting: Waiting | None = None,
) -> HttpResponse:
    """The full page; `here` is the key of its entry in the rail.

    One query for the rail, none when the page itself has counted what is `waiting`; two more once a
    day, for what changed.
    """
    actor, at = request.actor, request.at  # type: ignore[attr-defined]
    toast = toasts.waiting(request)
    around = {
        "actor": actor,
        "at": at,
        "rail": rail(actor, at, here, waiting),
        "here": here,
        "toast": toast,
        "changes": changed.count(request, actor, at.astimezone(VN).date()),
        "demonstration": is_demonstration(),
        "refilled": request.method == "GET" and status == 200 and kept.waits(request),
        "has_positions": request.positions > 1,  # type: ignore[attr-defined]
    }
    response = render(request, template, {**around, **context}, status=status)
    if toast is not None:
        toasts.clear(response)
    return response


def fragment(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A part of a page, swapped in by htmx."""
    actor, at = request.actor, request.at  # type: ignore[attr-defined]
    return render(request, template, {"actor": actor, "at": at, **context}, status=status)


def bare(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page before there is an officer: signing in, choosing a position."""
    response = render(request, template, dict(context), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
