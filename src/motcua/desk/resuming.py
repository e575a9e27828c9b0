"""What waited to be received, in the counter's form: filled in as it was told."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from motcua.core.refusal import Refused
from motcua.desk.carrying import put_party
from motcua.desk.forms.completion import CompletionForm
from motcua.desk.forms.intake import CounterForm
from motcua.desk.guarding import DeskRequest
from motcua.desk.parsing import value
from motcua.dossiers.asked import Before
from motcua.dossiers.selectors.arriving import Kept, kept_of


def opened(kept: Kept) -> QueryDict:
    """The form of what was kept: its people, its papers, where its result goes."""
    data = QueryDict(mutable=True)
    data["before"] = f"{kept.code}|{kept.seq}"
    data["procedure"], data["case"] = kept.procedure, kept.case
    data["drawn"] = f"{kept.procedure}/{kept.case}".rstrip("/")
    data["owners"] = str(len(kept.owners))
    for place, owner in enumerate(kept.owners):
        put_party(data, f"o{place}", owner, authorisation=False)
    if kept.submitter:
        data["by_other"] = "1"
        put_party(data, "s", kept.submitter, authorisation=True)
    for paper in kept.papers:
        data[f"p{paper.ordinal}-kind"] = paper.kind
        data[f"p{paper.ordinal}-copies"] = str(paper.copies)
        given = paper.applies and paper.ordinal not in kept.asked
        if given or not paper.applies:
            data[f"p{paper.ordinal}-{'given' if given else 'off'}"] = "on"
    data["copies"], data["result_by"] = str(kept.copies), kept.result_by
    data["fee"], data["channel"] = str(kept.fee_vnd), kept.channel
    return data


def before_of(request: DeskRequest, data: QueryDict | None) -> Before | None:
    """Which of what waited the form goes on with, and from which event it was drawn; None when it
    begins anew. Raises Refused("not_found")."""
    code, _, seq = value(data, "before").partition("|")
    if not code:
        return None
    kept = kept_of(request.actor, code[:40])
    number = int(seq) if seq.isascii() and seq.isdigit() and len(seq) < 10 else kept.seq
    return Before(kept.id, number)


def reference_of(data: QueryDict | None) -> str:
    """The reference the form goes on with, empty when it begins anew."""
    return value(data, "before").partition("|")[0][:40]


def completion_of(
    request: DeskRequest, data: QueryDict, form: CounterForm, *, checked: bool
) -> CompletionForm:
    """What is missing, as it is asked: `checked` as it was typed, else what the papers say."""
    components: Sequence[Any] = form.version.components if form.version else ()
    code = reference_of(data)
    asked: Sequence[int] = ()
    if code:
        try:
            asked = kept_of(request.actor, code).asked
        except Refused:
            asked = ()
    if asked:
        components = [one for one in components if one.ordinal in asked]
    today = request.at.date()
    if checked:
        return CompletionForm(data, components=components, today=today)
    return CompletionForm(initial=_missing(form), components=components, today=today)


def _missing(form: CounterForm) -> Mapping[str, Any]:
    """What the ticked papers leave open is picked, in words that can be read over."""
    found: dict[str, Any] = {}
    for paper in form.papers:
        if paper.missing:
            place = paper.component.ordinal
            found[f"pick{place}"] = True
            found[f"problem{place}"] = "Chưa có trong hồ sơ."
    return found
