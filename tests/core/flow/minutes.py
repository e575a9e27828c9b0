"""The working minutes of a dossier, told from its events alone: counted or paused, and whose."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from motcua.core.clock import Calendar, working_minutes
from motcua.core.flow import Event, Route, State, evolve
from motcua.core.flow.deciding.undoing import standing
from motcua.core.flow.events import Recalled, Reopened, SupplementTaken
from motcua.core.flow.state import OPEN_STAGES


@dataclass(frozen=True)
class Span:
    """The dossier between two events: how the first left it, until the second."""

    event: Event
    before: State | None
    state: State
    since: datetime
    until: datetime

    @property
    def kind(self) -> str:
        """What its minutes are: of the term, of a pause, or of nobody since it has ended."""
        if self.state.stage not in OPEN_STAGES:
            return "closed"
        return "counted" if self.state.paused_since is None else "paused"


@dataclass
class Stay:
    """One holding of a step. `before` are the stays that led to it, `until` None while it lasts."""

    key: str
    since: datetime
    before: list["Stay"] = field(default_factory=list)
    until: datetime | None = None


def unaccounted(
    events: Sequence[Event], route: Route, calendar: Calendar, now: datetime
) -> Iterator[str]:
    """What is wrong with the minutes of a history until `now`, or until it came to its end.

    Between receipt and end every working minute is counted or paused, once, and while a dossier is
    open somebody holds it. A step begins where another ends, at once or after a join has waited:
    along each branch the minutes of steps and waits are the branch's, and the branches together
    leave none of the dossier's out. What was undone is no part of it.
    """
    spans = _spans(standing(events), route, max(now, events[-1].at))
    yield from _unclocked(spans, calendar)
    yield from _unheld(spans, calendar)


def _spans(events: Sequence[Event], route: Route, now: datetime) -> list[Span]:
    """From the receipt to the end: nothing counts before the one and after the other."""
    found: list[Span] = []
    state: State | None = None
    for event, until in zip(events, [*(one.at for one in events[1:]), now], strict=True):
        after = evolve(state, event, route)
        found.append(Span(event, state, after, event.at, until))
        state = after
    open_ones = [place for place, span in enumerate(found) if span.kind != "closed"]
    return found[open_ones[0] : open_ones[-1] + 1] if open_ones else []


def _unclocked(spans: Sequence[Span], calendar: Calendar) -> Iterator[str]:
    """A clock that restarts after a supplement begins a new account."""
    first = 0
    for place, span in enumerate(spans):
        if isinstance(span.event, SupplementTaken) and span.event.restart:
            yield from _run(spans[first:place], calendar)
            first = place
    yield from _run(spans[first:], calendar)


def _run(spans: Sequence[Span], calendar: Calendar) -> Iterator[str]:
    if not spans:
        return
    start, end = spans[0].since, spans[-1].until
    minutes: Counter[str] = Counter()
    for span in spans:
        minutes[span.kind] += working_minutes(calendar, span.since, span.until)
    if minutes.total() != working_minutes(calendar, start, end):
        yield f"{start} to {end}: {minutes} do not add up"
    pauses = spans[-1].state.pauses
    told = sum(working_minutes(calendar, p.start, min(p.end or end, end)) for p in pauses)
    if told != minutes["paused"] + minutes["closed"]:
        yield f"{start} to {end}: its pauses are {told} minutes, it stood still for {minutes}"


def _unheld(spans: Sequence[Span], calendar: Calendar) -> Iterator[str]:
    """The sums of steps and waits along every branch that leads to the end of a stay."""
    stays: list[Stay] = []
    for span in spans:
        if span.kind != "closed" and not span.state.open and span.since < span.until:
            yield f"{span.since}: nobody holds it"
        yield from _moved(span, stays)
    end = spans[-1].until if spans else None
    sums: dict[int, set[int]] = {}
    for stay in stays:  # in the order they began: what led to a stay is summed before it
        here = working_minutes(calendar, stay.since, stay.until or end)
        ways = [
            way + working_minutes(calendar, before.until or stay.since, stay.since)
            for before in stay.before
            for way in sums[id(before)]
        ]
        sums[id(stay)] = {way + here for way in ways or [0]}
        whole = working_minutes(calendar, spans[0].since, stay.until or end)
        if sums[id(stay)] != {whole}:
            yield f"{stay.key} from {stay.since}: {whole} minutes, along its branches {sums}"


def _moved(span: Span, stays: list[Stay]) -> Iterator[str]:
    """What the event of a span closed and opened, and where it came from and went."""
    old = {step.key: step for step in span.before.open} if span.before else {}
    new = {step.key: step for step in span.state.open}
    fresh = [k for k in new if k not in old or old[k].entered_at != new[k].entered_at]
    gone = [_latest(stays, key) for key in old if key not in new or key in fresh]
    for stay in gone:
        stay.until = span.since
    arrived = {w.key: w.arrived for w in span.before.waiting} if span.before else {}
    last = gone + _taken_up_again(span, stays)
    for key in fresh:
        if new[key].entered_at != span.since:
            yield f"{key} is entered at {new[key].entered_at}, opened at {span.since}"
        waited = [_latest(stays, source) for source in arrived.get(key, ())]
        if stays and not (last or waited):
            yield f"{key} from {span.since}: nothing leads there"
        stays.append(Stay(key, span.since, list({id(s): s for s in (*last, *waited)}.values())))
    if gone and not _leads_on(span, fresh):
        yield f"{[stay.key for stay in gone]} end at {span.since} and lead nowhere"


def _latest(stays: Sequence[Stay], key: str) -> Stay:
    return next(stay for stay in reversed(stays) if stay.key == key)


def _taken_up_again(span: Span, stays: Sequence[Stay]) -> list[Stay]:
    """What was recalled from where it waited, or was held last before a decision opened the dossier
    again: the time between is a wait, or belongs to nobody."""
    if isinstance(span.event, Recalled):
        return [_latest(stays, span.event.step)]
    return list(stays[-1:]) if isinstance(span.event, Reopened) else []


def _leads_on(span: Span, fresh: Sequence[str]) -> bool:
    """To a step that begins, a join that waits, one already open on another branch, or the end."""
    waits = span.before is not None and span.state.waiting != span.before.waiting
    ends = span.kind == "closed" or span.since == span.until
    return bool(fresh or waits or span.state.open) or ends
