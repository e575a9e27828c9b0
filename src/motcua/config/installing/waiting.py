"""While nobody can sign in, every page leads to the first-run page."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from motcua.identity.selectors import anybody_can_sign_in
from motcua.organization import selectors

OPEN_ROUTES = frozenset({"first-run", "display"})

_moved_in = False


def has_moved_in() -> bool:
    """Whether anybody can sign in. One query until it is so; none afterwards.

    What this process remembers of the tree is of before, if another process moved the office in.
    """
    global _moved_in
    if not _moved_in and anybody_can_sign_in():
        _moved_in = True
        selectors.forget()
    return _moved_in


def forget() -> None:
    """Ask the database anew. For tests, which change databases."""
    global _moved_in
    _moved_in = False


class FirstRun:
    """Sends everybody to the first-run page as long as there is no account."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponseRedirect | None:
        """Before any view; a lost database is left to the view to say."""
        match = request.resolver_match
        if match is not None and match.view_name in OPEN_ROUTES:
            return None
        try:
            return None if has_moved_in() else HttpResponseRedirect(reverse("first-run"))
        except (OperationalError, InterfaceError):
            return None
