"""The inbox of a position, and one confirmation for many dossiers at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID, uuid4, uuid5

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.boxes.selectors.views import View, views
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import kept, narrowing
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from
from motcua.desk.rail import ON_STEPS, waiting_for
from motcua.desk.rendering import fragment, page
from motcua.desk.views.documents import OPENED
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.inbox import (
    InboxRow,
    Waiting,
    inbox,
    inbox_choices,
    inbox_count,
    rows_of,
)
from motcua.dossiers.services import claim, hand_over, return_to_desk, take
from motcua.papers import refusals as papers
from motcua.papers.documents.awaiting import awaiting
from motcua.papers.documents.register import Row
from motcua.papers.documents.signing import approve_and_sign

BULK: Mapping[Act, Callable[..., list[Outcome]]] = {
    Act.HAND_OVER: hand_over,
    Act.RETURN_TO_DESK: return_to_desk,
}
"""Approving is apart: it may sign documents too."""

RECEIPTS: Mapping[str, tuple[Callable[..., list[Outcome]], str]] = {
    "take": (take, "Đã nhận"),
    "claim": (claim, "Đã nhận về mình"),
}
DONE_WORDS = {
    Act.HAND_OVER: "Đã chuyển",
    Act.APPROVE: "Đã duyệt và chuyển",
    Act.RETURN_TO_DESK: "Đã chuyển kết quả về một cửa",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the box, or a view that was kept, as drawn: its address, name and count."""

    query: str
    name: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Ticked:
    """A ticked row with the seq its page was drawn from."""

    row: InboxRow
    seq: int

    @property
    def value(self) -> str:
        """What the tick box carries."""
        return f"{self.row.code}|{self.row.step}|{self.seq}"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one ticked dossier, in words."""

    code: str
    owner: str
    words: str
    done: bool


@official(*ON_STEPS)
def waiting(request: DeskRequest) -> HttpResponse:
    """What waits, grouped by when it runs out; fifty rows at a time. An address that asks for
    nothing opens the view the officer chose, if any."""
    kept_views = views(request.actor)
    first = next((view for view in kept_views if view.is_default), None)
    if first is not None and not request.GET:
        return HttpResponseRedirect(f"{reverse('desk:inbox')}?{urlencode(first.asked)}")
    asked = narrowing.asked(request)
    shown = inbox(request.actor, request.at, asked.tab, asked.to, after=asked.after)
    now = _counted(request, kept_views)
    offered = inbox_choices(request.actor, request.at, asked.tab)
    back = kept.take(request)
    context = {
        "inbox": shown,
        "tabs": tabs(asked, now, kept_views),
        "arriving": now if may(request.actor, Act.ASK_COMPLETION) else None,
        "opinions": now.opinions,
        "asked": asked,
        "whole": narrowing.WHOLE,
        "claims": may(request.actor, Act.CLAIM),
        "to_keep": asked.pairs and all(view.asked != asked.pairs for view in kept_views),
        "filters": narrowing.filters(asked, offered),
        "heads": narrowing.heads(asked, offered),
        "ticked": set(back.getlist("pick")) if back else set(),
    }
    return page(request, "desk/inbox.html", context, here="inbox", waiting=now)


@official(*ON_STEPS)
def counts(request: DeskRequest) -> HttpResponse:
    """The counts of the tabs alone, asked for each minute by the page that lies open."""
    asked = narrowing.asked(request)
    kept_views = views(request.actor)
    now = _counted(request, kept_views)
    drawn = request.GET.get("co", "")
    more = now.todo - int(drawn) if drawn.isascii() and drawn.isdigit() and len(drawn) < 6 else 0
    context = {
        "tabs": tabs(asked, now, kept_views),
        "arriving": now if may(request.actor, Act.ASK_COMPLETION) else None,
        "opinions": now.opinions,
        "asked": asked,
        "arrived": max(0, more),
    }
    return fragment(request, "desk/_inbox_tabs.html", context)


def tabs(asked: narrowing.AskedInbox, now: Waiting, kept_views: Sequence[View]) -> Sequence[Part]:
    """The parts of the box, then the views kept, each with what waits there."""
    found = {"todo": now.todo, "citizen": now.citizen}
    of_view = next((view.uuid for view in kept_views if view.asked == asked.pairs), None)
    parts = [
        Part(
            f"loc={slug or narrowing.WHOLE}", name, found[tab], of_view is None and tab == asked.tab
        )
        for slug, tab, name in narrowing.TABS
    ]
    return parts + [
        Part(urlencode(one.asked), one.name, now.also[str(one.uuid)], one.uuid == of_view)
        for one in kept_views
    ]


def _counted(request: DeskRequest, kept_views: Sequence[View]) -> Waiting:
    """What waits, and what waits in each view. One query."""
    also = {}
    for view in kept_views:
        of = narrowing.asked_in(view.asked)
        also[str(view.uuid)] = inbox_count(request.actor, request.at, of.tab, of.to)
    return waiting_for(request.actor, request.at, also)


@official(*ON_STEPS)
@require_POST
def together(request: DeskRequest) -> HttpResponse:
    """The ticked rows: asked about once, then done, with an outcome for each."""
    ticked = _ticked(request)
    if not ticked:
        context = {"faults": [("", "Chưa đánh dấu hồ sơ nào. Đánh dấu rồi bấm lại.")]}
        return page(request, "desk/together.html", {**context, "ticked": []}, here="inbox")
    receipt = RECEIPTS.get(request.POST.get("do", ""))
    if receipt is not None:
        told = _receive(request, ticked, *receipt)
        return page(request, "desk/together_done.html", {"told": told}, here="inbox")
    if "sure" not in request.POST:
        return _confirm(request, ticked)
    try:
        told = _perform(request, ticked, key_from(request.POST))
    except Refused as refused:
        return _confirm(request, ticked, papers.sentence(refused))
    return page(request, "desk/together_done.html", {"told": told}, here="inbox")


def _confirm(request: DeskRequest, ticked: Sequence[Ticked], fault: str = "") -> HttpResponse:
    """Asked once; where documents wait for this signature and there is a key, its PIN too."""
    context = {
        "ticked": ticked,
        "key": key_from(request.POST) if fault else uuid4(),
        "documents": _documents(request, ticked),
        "faults": [("pin", fault)] if fault else [],
    }
    status = 422 if fault else 200
    return page(request, "desk/together.html", context, here="inbox", status=status)


def _documents(request: DeskRequest, ticked: Sequence[Ticked]) -> Sequence[Row]:
    approved = [one.row.dossier for one in ticked if one.row.next_act is Act.APPROVE]
    return awaiting(request.actor, approved)


def _ticked(request: DeskRequest) -> Sequence[Ticked]:
    """Only what stands in the officer's own inbox can be ticked."""
    picks = [(*value.split("|"), "", "")[:3] for value in request.POST.getlist("pick")]
    rows = {
        (row.code, row.step): row
        for row in rows_of(request.actor, request.at, {code for code, _, _ in picks})
    }
    return [
        Ticked(rows[code, step], int(seq))
        for code, step, seq in picks
        if (code, step) in rows and seq.isdigit()
    ]


def _perform(request: DeskRequest, ticked: Sequence[Ticked], key: UUID) -> Sequence[Told]:
    """One call for each act and step; the key of each follows from the button's."""
    groups: dict[tuple[Act, str], list[Ticked]] = {}
    for one in ticked:
        groups.setdefault((one.row.next_act, one.row.step), []).append(one)
    told: list[Told] = []
    for (act, step), ones in groups.items():
        service = _service(request, act)
        if service is None:
            continue
        asked = [Asked(one.row.dossier, one.seq, request.at, request.actor) for one in ones]
        outcomes = service(asked, key=uuid5(key, f"{act}:{step}"), step=step)
        told += [_told(one.row, act, outcome) for one, outcome in zip(ones, outcomes, strict=True)]
    return told


def _service(request: DeskRequest, act: Act) -> Callable[..., list[Outcome]] | None:
    if act is not Act.APPROVE:
        return BULK.get(act)
    opened = [UUID(one) for one in request.session.get(OPENED, [])]
    return partial(approve_and_sign, opened=opened, pin=request.POST.get("pin", ""))


def _receive(
    request: DeskRequest,
    ticked: Sequence[Ticked],
    service: Callable[..., list[Outcome]],
    done: str,
) -> Sequence[Told]:
    """Received (Nhận), or taken on by one of a department, without a question: it can be given to
    another, and twice is refused."""
    told: list[Told] = []
    for step in dict.fromkeys(one.row.step for one in ticked):
        ones = [one for one in ticked if one.row.step == step]
        asked = [Asked(one.row.dossier, one.seq, request.at, request.actor) for one in ones]
        for one, outcome in zip(ones, service(asked, key=uuid4(), step=step), strict=True):
            words = done if isinstance(outcome, Done) else sentence(outcome)
            told.append(Told(one.row.code, one.row.owner, words, isinstance(outcome, Done)))
    return told


def _told(row: InboxRow, act: Act, outcome: Outcome) -> Told:
    done = isinstance(outcome, Done)
    words = DONE_WORDS[act] if isinstance(outcome, Done) else _why(outcome)
    return Told(row.code, row.owner, words, done)


def _why(refused: Refused) -> str:
    return papers.sentence(refused) or sentence(refused)
