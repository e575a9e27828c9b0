"""The trail: who touched what, looked for and by pages; and the file that proves itself."""

import tempfile
from typing import cast

from django.http import FileResponse, HttpResponse, QueryDict
from django.views.decorators.http import require_POST

from motcua.core.refusal import Refused
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import put
from motcua.desk.views.administration.frame import draw, words_of
from motcua.identity import trail as trails
from motcua.identity.grants import Duty
from motcua.identity.services.watching import export_trail
from motcua.identity.touched import GROUPS
from motcua.identity.trail import Asked
from motcua.organization.timekeeping import real_now

LAST_PAGE = 2000


class AnyPeriod(PeriodForm):
    """Both days may be left empty."""

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        for field in self.fields.values():
            field.required = False


@official(Duty.ADMINISTER)
def trail(request: DeskRequest) -> HttpResponse:
    """Newest first; words, kind, days and the page travel by POST: they may name a person."""
    form = AnyPeriod(request.POST if request.method == "POST" else QueryDict())
    valid = form.is_valid()
    given = form.cleaned_data if valid else {}
    asked = Asked(
        words=words_of(request),
        group=request.POST.get("loai", "")[:20],
        first=given.get("tu"),
        last=given.get("den"),
    )
    faults = fields_faults([form]) if request.method == "POST" else []
    context = {
        "shown": trails.trail(request.actor, asked, _number(request)),
        "words": asked.words,
        "groups": [(slug, name, slug == asked.group) for slug, (name, _) in GROUPS.items()],
        "form": form,
        "faults": faults,
        "asks": asked != Asked(),
    }
    return draw(request, "trail", "trail", context, 422 if faults else 200)


@official(Duty.ADMINISTER)
@require_POST
def export(request: DeskRequest) -> HttpResponse:
    """The period as JSON lines; what other offices did stands there as hashes."""
    form = PeriodForm(request.POST)
    if form.is_valid():
        first, last = form.cleaned_data["tu"], form.cleaned_data["den"]
        try:
            lines = export_trail(first, last, at=real_now(), by=request.actor)
        except Refused as refused:
            put(form, refused, {"period_too_long": "den"})
        else:
            file = tempfile.TemporaryFile()  # noqa: SIM115 (the answer closes it)
            file.writelines(lines)
            file.seek(0)
            name = f"nhat-ky-{first:%Y%m%d}-{last:%Y%m%d}.jsonl"
            sent = FileResponse(file, as_attachment=True, filename=name)
            sent.headers["Content-Type"] = "application/jsonl"
            return cast(HttpResponse, sent)  # it streams, however large the period
    context = {
        "shown": trails.trail(request.actor, Asked()),
        "words": "",
        "groups": [(slug, name, False) for slug, (name, _) in GROUPS.items()],
        "form": form,
        "faults": fields_faults([form]),
    }
    return draw(request, "trail", "trail", context, 422)


def _number(request: DeskRequest) -> int:
    given = request.POST.get("trang", "")
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 1
    return min(max(number, 1), LAST_PAGE)
