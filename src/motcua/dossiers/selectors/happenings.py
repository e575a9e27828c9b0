"""What happened to a dossier, newest first, in words an official can read out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Route
from motcua.dossiers.asides import TOLD_BY_ASIDE, said_of_aside
from motcua.dossiers.collecting import said_of_return
from motcua.dossiers.filings import said_of_file
from motcua.dossiers.measures import TOLD_BY_MEASURE, said_of_measure
from motcua.dossiers.models import Dossier, Event, Text
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors.hands import said_of_hands
from motcua.dossiers.transfers import said_of_transfer
from motcua.dossiers.words import EVENT_TITLES, REFUSED_TITLE
from motcua.organization.calendars import edition_source


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in words. `person` and `title` are the official's, never the citizen's.

    `undone`: the act it belongs to was taken back later."""

    seq: int
    kind: str
    title: str
    at: datetime
    recorded_at: datetime
    person: str
    position: str
    details: Sequence[str]
    words: Sequence[str]
    undone: bool = False


def happenings(dossier: Dossier, *, with_words: bool) -> Sequence[Happening]:
    """The history of `dossier`, newest first; free words only `with_words`. One query."""
    events = dossier.events.select_related("account", "position").order_by("-seq")
    if with_words:
        said = Text.objects.filter(dossier_id=OuterRef("dossier_id"), seq=OuterRef("seq"))
        bodies = said.order_by("place", "ordinal").values("body")
        events = events.annotate(words=ArraySubquery(bodies))
    route = catalogue.process(dossier.process_id).route
    read = tuple(events)
    undone = undone_seqs(read)
    return tuple(
        _happening(event, route, getattr(event, "words", ()), event.seq in undone) for event in read
    )


def undone_seqs(events: Sequence[Event]) -> frozenset[int]:
    """The places of those of a dossier's events that an undoing took back."""
    return frozenset(
        seq
        for event in events
        if event.kind == "undone"
        for seq in range(event.payload["since"], event.seq)
    )


def _happening(event: Event, route: Route, words: Sequence[str], undone: bool) -> Happening:
    return Happening(
        seq=event.seq,
        kind=event.kind,
        title=_title(event),
        at=event.at.astimezone(VN),
        recorded_at=event.recorded_at.astimezone(VN),
        person=event.account.full_name,
        position=event.position.title,
        details=tuple(_details(event, route)),
        words=tuple(words),
        undone=undone,
    )


def _title(event: Event) -> str:
    """What the event is called; a refusal is told as one, not as a result."""
    if event.kind == "finished" and event.payload.get("outcome") == "refused":
        return REFUSED_TITLE
    return EVENT_TITLES[event.kind]


def _details(event: Event, route: Route) -> list[str]:
    """The facts of a payload that help a reader: where to, which paper, which new time."""
    payload = event.payload
    details = []
    names = {step.key: step.name for step in route.steps}
    target = [names[key] for key in payload.get("to", []) if key in names]
    if target:
        details.append("Đến bước: " + ", ".join(target))
    details += _of_its_kind(event, route)
    if payload.get("document"):
        details.append(f"Văn bản số {payload['document']}")
    if payload.get("undocumented"):
        details.append("Chờ không có văn bản: đồng hồ vẫn chạy")
    details += _by_calendar(event)
    if payload.get("due_at"):
        due = datetime.fromisoformat(payload["due_at"]).astimezone(VN)
        details.append(f"Hẹn trả {due:%H:%M} ngày {due:%d/%m/%Y}")
    if payload.get("overdue_reason"):
        details.append(reason_words(payload["overdue_reason"]))
    return details


def _by_calendar(event: Event) -> Sequence[str]:
    """What a leader decided about a calendar announced since, and the paper it rests on."""
    if event.kind not in ("due_moved", "due_firmed", "due_kept"):
        return ()
    told = [f"Căn cứ: {edition_source(event.payload['calendar'])}"]
    if event.payload.get("was_due"):
        was = datetime.fromisoformat(event.payload["was_due"]).astimezone(VN)
        told.append(f"Hẹn cũ {was:%H:%M} ngày {was:%d/%m/%Y}")
    return told


_TOLD: Mapping[str, Callable[[Mapping[str, Any]], Iterable[str]]] = {
    **dict.fromkeys(TOLD_BY_ASIDE, said_of_aside),
    **dict.fromkeys(TOLD_BY_MEASURE, said_of_measure),
    **dict.fromkeys(("claimed", "assigned", "box_handed"), said_of_hands),
    **dict.fromkeys(("file_attached", "file_detached"), said_of_file),
    **dict.fromkeys(("result_returned", "result_posted"), said_of_return),
}


def _of_its_kind(event: Event, route: Route) -> Sequence[str]:
    """What only events of one kind have to say."""
    payload = event.payload
    if event.kind == "undone":
        return ("Đã rút lại: " + ", ".join(EVENT_TITLES[kind] for kind in payload["kinds"]),)
    if event.kind in _TOLD:
        return tuple(_TOLD[event.kind](payload))
    if event.kind == "transferred_office":
        return said_of_transfer(payload, route)
    if event.kind == "entered_late":
        return (f"Giấy hẹn viết tay số {payload['slip']}",)
    if event.kind == "done_now":
        return (
            f"Quyển {payload['book']}, số {payload['number']}: "
            f"{payload['copies']} bản, {payload['pages']} trang",
        )
    return ()
