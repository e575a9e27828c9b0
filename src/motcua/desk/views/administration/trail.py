"""The trail: who changed whose rights, and the office's own facts."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.views.administration.frame import draw, matches, words_of
from motcua.identity import staff
from motcua.identity.grants import Duty


@official(Duty.ADMINISTER)
def trail(request: DeskRequest) -> HttpResponse:
    """Newest first, the last two hundred."""
    words = words_of(request)
    rows = [
        row
        for row in staff.trail(request.actor)
        if matches(words, f"{row.action} {row.by} {row.about}")
    ]
    return draw(request, "trail", "trail", {"rows": rows, "words": words})
