"""Replay: the chain of each dossier, and its rows against what the chain says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Event as CoreEvent
from motcua.core.flow import State, evolve, read_event
from motcua.core.flow.national import is_told
from motcua.core.ledger import FORM, event_hash
from motcua.dossiers.models import (
    AskedOpinion,
    Attachment,
    Dossier,
    DossierComponent,
    DossierStep,
    Event,
    Party,
    Text,
)
from motcua.dossiers.rows.opinions import COLUMNS, ENDED, Opinions, opinions
from motcua.dossiers.rows.projection import HANDS, LEFT, visits
from motcua.dossiers.rows.saving import CACHES, caches
from motcua.dossiers.verifying.declared import received_in, undeclared
from motcua.dossiers.verifying.filed import misfiled
from motcua.dossiers.verifying.promises import wrong_promise
from motcua.dossiers.verifying.undone import wrong_return


@dataclass
class Checked:
    """What a run remembers between chunks: the uuids of positions and accounts."""

    actors: dict[tuple[int, int], list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one dossier."""

    dossier: Dossier
    events: Sequence[Event]
    steps: Sequence[DossierStep]
    parties: Sequence[Party]
    papers: Sequence[DossierComponent]
    texts: Sequence[Text]
    opinions: Sequence[AskedOpinion]
    files: Sequence[Attachment]


def check_chunk(dossiers: Sequence[Dossier], checked: Checked) -> Iterator[str]:
    """The differences of these dossiers. Six queries a chunk."""
    for rows in _gathered(dossiers):
        for said in _check(rows, checked):
            yield f"{rows.dossier.code}: {said}"


def _gathered(dossiers: Sequence[Dossier]) -> Iterator[Rows]:
    ids = [dossier.id for dossier in dossiers]
    events = _by(Event.objects.select_related("account", "position"), ids, "seq")
    steps = _by(DossierStep.objects, ids, "opened_seq", "key")
    parties = _by(Party.objects, ids, "role", "ordinal")
    papers = _by(DossierComponent.objects, ids, "ordinal")
    texts = _by(Text.objects, ids, "seq", "place", "ordinal")
    asked = _by(AskedOpinion.objects, ids, "ordinal")
    files = _by(Attachment.objects, ids, "number")
    for dossier in dossiers:
        key = dossier.id
        yield Rows(
            dossier,
            events[key],
            steps[key],
            parties[key],
            papers[key],
            texts[key],
            asked[key],
            files[key],
        )


def _by(rows: Any, ids: Sequence[int], *order: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(dossier_id__in=ids).order_by("dossier_id", *order):
        found[row.dossier_id].append(row)
    return found


def _check(rows: Rows, checked: Checked) -> Iterator[str]:
    broken = list(_broken_chain(rows, checked))
    yield from broken
    if broken:
        return
    try:
        yield from _replayed(rows)
    except (KeyError, ValueError, TypeError) as error:
        yield f"không dựng lại được từ các sự kiện ({type(error).__name__})"


def _broken_chain(rows: Rows, checked: Checked) -> Iterator[str]:
    dossier = rows.dossier
    previous: bytes | None = None
    for place, event in enumerate(rows.events, start=1):
        if event.seq != place:
            yield f"thiếu sự kiện thứ {place}"
            return
        if _bytes(event.previous) != previous:
            yield f"sự kiện {event.seq} không nối với sự kiện trước"
        if _hash(dossier, event, checked) != bytes(event.hash):
            yield f"sự kiện {event.seq} ({event.kind}) đã bị sửa"
        previous = bytes(event.hash)
    if dossier.head_seq != len(rows.events):
        yield f"dòng hồ sơ ghi {dossier.head_seq} sự kiện, lịch sử có {len(rows.events)}"
    elif bytes(dossier.head_hash) != previous:
        yield "mã băm cuối của dòng hồ sơ khác sự kiện cuối"


def _hash(dossier: Dossier, event: Event, checked: Checked) -> bytes:
    actor = checked.actors.setdefault(
        (event.position_id, event.account_id),
        [str(event.position.uuid), str(event.account.uuid)],
    )
    return event_hash(
        FORM,
        dossier.uuid,
        event.seq,
        event.kind,
        event.version,
        event.at.astimezone(VN),
        event.recorded_at.astimezone(VN),
        actor,
        event.payload,
        _bytes(event.previous),
    )


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)


def _replayed(rows: Rows) -> Iterator[str]:
    dossier = rows.dossier
    process = catalogue.process(dossier.process_id)
    version = catalogue.version(dossier.procedure_version_id)
    state: State | None = None
    states: list[State] = []
    opened: list[tuple[Any, ...]] = []
    left: dict[tuple[int, str], tuple[Any, ...]] = {}
    core: list[CoreEvent] = []
    asked: dict[int, tuple[Any, ...]] = {}
    for row in rows.events:
        event = read_event(row.kind, row.version, row.payload)
        core.append(event)
        after = evolve(state, event, process.route)
        if said := wrong_promise(event, after, version.in_case(after.case)):
            yield f"sự kiện {row.seq}: {said}"
        if state and not is_told(event.kind, state, after):
            yield f"sự kiện {row.seq}: bước chuyển không có trong bảng mã trạng thái quốc gia"
        if said := wrong_return(event, states):
            yield f"sự kiện {row.seq}: {said}"
        states.append(after)
        change = visits(dossier.id, dossier.office_id, process, state, after, row.at)
        _follow(change, opened, left)
        _follow_opinions(opinions(dossier.id, state, after, event), asked)
        state = after
    if state is None:
        yield "không có sự kiện nào"
        return
    yield from _stale_caches(dossier, state, rows.events)
    yield from _stale_visits(rows.steps, opened, left)
    if [tuple(getattr(one, name) for name in COLUMNS) for one in rows.opinions] != [
        asked[ordinal] for ordinal in sorted(asked)
    ]:
        yield "ý kiến đã hỏi khác lịch sử"
    yield from undeclared(rows.parties, rows.papers, rows.texts, rows.events, dossier)
    yield from misfiled(rows.files, rows.events)


def _follow(
    change: Any, opened: list[tuple[Any, ...]], left: dict[tuple[int, str], tuple[Any, ...]]
) -> None:
    for _, key, at, seq in change.left:
        visit = max(i for i, row in enumerate(opened) if row[2] == key)
        left[visit, key] = (at, seq)
    for _, key, *hands in change.changed:
        visit = max(i for i, row in enumerate(opened) if row[2] == key)
        opened[visit] = (*opened[visit][:HANDS], *hands, None, None)
    opened.extend(change.opened)


def _follow_opinions(change: Opinions, asked: dict[int, tuple[Any, ...]]) -> None:
    asked.update({row[1]: row for row in change.asked})
    for _, ordinal, *ended in change.ended:
        asked[ordinal] = (*asked[ordinal][: -len(ENDED)], *ended)


def _stale_caches(dossier: Dossier, state: State, events: Sequence[Event]) -> Iterator[str]:
    expected = dict(zip(CACHES, caches(state), strict=True))
    expected["flow"] = state.to_json()
    for column, value in expected.items():
        if getattr(dossier, column) != value:
            yield f"cột {column} khác lịch sử"
    if dossier.received_at != received_in(events):
        yield "cột received_at khác lịch sử"
    if dossier.changed_at != events[-1].recorded_at:
        yield "cột changed_at khác lịch sử"
    if dossier.year != events[0].at.astimezone(VN).year:
        yield "cột year khác ngày tiếp nhận"


def _stale_visits(
    steps: Sequence[DossierStep],
    opened: Sequence[tuple[Any, ...]],
    left: dict[tuple[int, str], tuple[Any, ...]],
) -> Iterator[str]:
    expected = sorted(
        (*row[1:LEFT], *left.get((i, row[2]), (None, None))) for i, row in enumerate(opened)
    )
    found = sorted(
        (
            s.opened_seq,
            s.key,
            s.name,
            s.office_id,
            s.department_id,
            s.position_kind,
            s.entered_at,
            s.due_at,
            s.seen,
            s.taken,
            s.assignee,
            s.left_at,
            s.left_seq,
        )
        for s in steps
    )
    if expected != found:
        yield "các bước đã qua khác lịch sử"
