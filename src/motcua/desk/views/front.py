"""The front of the desk, and its help."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.helping import GENERAL, KEYS, help_of
from motcua.desk.parsing import value
from motcua.desk.rail import first
from motcua.desk.rendering import fragment, page


@official()
def front(request: DeskRequest) -> HttpResponse:
    """To the first entry of the position's rail, where its day begins."""
    return HttpResponseRedirect(reverse(first(request.actor).route))


@official()
def help_page(request: DeskRequest) -> HttpResponse:
    """Help of the page one comes from (`trang`, a key of the rail), the keys, and what to do when
    something looks wrong; for a script only the part that opens over the page.
    """
    of_page = help_of(value(request.GET, "trang"))
    context = {"keys": KEYS, "of_page": of_page, "general": GENERAL}
    if request.headers.get("HX-Request"):
        return fragment(request, "desk/_help.html", context)
    return page(request, "desk/help.html", context, here="help")
