"""Load the quarter through the real services: every dossier received, moved, judged, returned.

Each act goes out for many dossiers at once; every dossier keeps its own times. Two processes share
the offices, since the work is half Python and half PostgreSQL.
"""

import multiprocessing
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from queue import Empty
from random import Random
from typing import Any
from uuid import uuid4

from django.db import connections, transaction

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act, evolve
from motcua.core.tariff import Quantity
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done, Intake, PaperData, PartyData
from motcua.dossiers.registers.taking import uncollected
from motcua.dossiers.selectors import offices_with_dossiers
from motcua.dossiers.services.waiting import Deficiency
from motcua.exchange.demo import names, paying
from motcua.exchange.demo.crew import Crew
from motcua.exchange.demo.paying import Due
from motcua.exchange.demo.planning import Plan, Quarter, plan, quarters
from motcua.exchange.demo.walking import TYPED, Move, Walk
from motcua.exchange.demo.wards import WARDS_NOW, plan_ward, wards
from motcua.fees.charging import charges
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow, calendar_of, office_by_slug
from motcua.papers.numbering import go_on_after

DEMO_NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
CHUNK = 250
Tell = Callable[[int, int], None]


def load_quarter(tell: Tell) -> None:
    """Load the offices that have no dossiers yet; `tell(done, total)` counts dossiers.

    At most 90 s on two cores. Each office is one transaction: a load that was stopped goes on
    with the offices it had not finished.
    """
    have = offices_with_dossiers()
    every = [q for q in quarters() if office_by_slug(q.office).id not in have]
    every.sort(key=lambda quarter: -quarter.received)
    total = sum(quarter.received for quarter in every)
    connections.close_all()  # a forked process must not share its parent's connection
    context = multiprocessing.get_context("fork")
    told: Any = context.Queue()
    workers = [
        context.Process(target=_work, args=(share, told), daemon=True) for share in _shared(every)
    ]
    for worker in workers:
        worker.start()
    done = 0
    while any(worker.is_alive() for worker in workers):
        try:
            done += told.get(timeout=0.2)
        except Empty:
            continue
        tell(done, total)
    if any(worker.exitcode for worker in workers):
        raise RuntimeError("the demonstration was not loaded whole; remove its folder")
    tell(total, total)


def load_office(quarter: Quarter, tell: Callable[[int], None], until: datetime = DEMO_NOW) -> None:
    """Load one office's quarter: receive in order of time, then wave after wave of acts."""
    office = office_by_slug(quarter.office)
    crew = Crew(until)
    random = Random(f"motcua {quarter.office}")  # noqa: S311 - invented data
    plans = plan(
        quarter,
        level="town" if office.kind == "town" else "commune",
        kind=office.kind,
        place=office.short_name,
        calendar=calendar_of(office.id),
        until=until,
        random=random,
    )
    due: list[Due] = []
    for start in range(0, len(plans), CHUNK):
        chunk = plans[start : start + CHUNK]
        going = _received(chunk, office, crew, until)
        due += _due(going, office, crew, until)
        walk_on(going, office, crew)
        tell(len(chunk))
    _paid(due, office, crew, until, "TH-17T")
    go_on_after(office.id, "vb-hdhs", until.year, TYPED)


def load_wards(tell: Tell) -> None:
    """Load the two wards since 1/7/2025, those that have no dossiers yet. Some seconds."""
    have = offices_with_dossiers()
    left = [one for one in wards() if office_by_slug(one[0]).id not in have]
    total, done = sum(received for _, received, _ in left), 0
    for slug, received, overdue in left:
        office, crew = office_by_slug(slug), Crew(WARDS_NOW)
        random = Random(f"motcua 2026 {slug}")  # noqa: S311 - invented data
        plans = plan_ward(office, received, overdue, calendar_of(office.id), crew, random)
        with transaction.atomic():
            due: list[Due] = []
            for start in range(0, len(plans), CHUNK):
                chunk = plans[start : start + CHUNK]
                going = _received(chunk, office, crew, WARDS_NOW)
                due += _due(going, office, crew, WARDS_NOW)
                walk_on(going, office, crew)
                done += len(chunk)
                tell(done, total)
            _paid(due, office, crew, WARDS_NOW, "TH-25E")
            go_on_after(office.id, "vb-hdhs", WARDS_NOW.year, TYPED)


def _work(share: Sequence[Quarter], told: Any) -> None:
    with uncollected():
        for quarter in share:
            with transaction.atomic():
                load_office(quarter, told.put)


def _shared(every: Sequence[Quarter]) -> tuple[list[Quarter], list[Quarter]]:
    """Two shares of about the same work; a town's dossier takes twice a commune's."""
    first: list[Quarter] = []
    second: list[Quarter] = []
    weight = [0.0, 0.0]
    for quarter in every:
        lighter = 0 if weight[0] <= weight[1] else 1
        (first, second)[lighter].append(quarter)
        weight[lighter] += quarter.received * (2.2 if quarter.overdue else 1.0)
    return first, second


@dataclass
class Going:
    """A walk with its iterator and the move it waits to do."""

    walk: Walk
    moves: Iterator[Move]
    next: Move | None = None
    fee_vnd: int = 0


def _received(plans: Sequence[Plan], office: OfficeRow, crew: Crew, until: datetime) -> list[Going]:
    intakes = [_intake(one, office, crew) for one in plans]
    outcomes = services.receive(intakes, key=uuid4(), whole=True)
    going = []
    for one, intake, outcome in zip(plans, intakes, outcomes, strict=True):
        if not isinstance(outcome, Done):
            raise outcome
        process = catalogue.process_for(intake.version_id, office.id, one.received_at.date())
        if process is None:
            raise LookupError(one.procedure)
        papers = tuple(paper.ordinal for paper in intake.papers) or (1,)
        calendar = calendar_of(office.id)
        walk = Walk(one, process.route, calendar, until, outcome.dossier, papers=papers)
        going.append(Going(walk, walk.moves(), fee_vnd=intake.fee_vnd))
        _advance(going[-1], outcome)
    return going


def _due(going: Sequence[Going], office: OfficeRow, crew: Crew, until: datetime) -> list[Due]:
    """What is paid for a few minutes after it came in; of the last minutes nobody has paid yet."""
    found = []
    for one in going:
        plan = one.walk.plan
        at = plan.received_at + timedelta(minutes=3)
        if one.fee_vnd and at <= until:
            found.append(Due(one.walk.dossier, at, _at_desk(one, office, crew)))
    return found


def _paid(due: Sequence[Due], office: OfficeRow, crew: Crew, until: datetime, serial: str) -> None:
    if due:
        paying.open_office(office, due, crew.administrator(office.id), serial)
        paying.pay(due, until)


def _intake(one: Plan, office: OfficeRow, crew: Crew) -> Intake:
    day = one.received_at.date()
    version = catalogue.version_for(office.id, one.procedure, day)
    random = Random(one.seed + 1)  # noqa: S311 - invented data
    owner = PartyData(
        name=one.owner,
        kind="organisation" if one.organisation else "person",
        id_number=f"2800{one.seed % 10**6:06d}" if one.organisation else one.id_number,
        phone=one.phone,
        address=names.address(random, office.kind, office.short_name),
    )
    submitter = (
        PartyData(
            name=one.submitter,
            id_number=names.id_number(random),
            phone=names.phone(random),
            authorisation="Giấy uỷ quyền (mẫu)",
        )
        if one.submitter
        else None
    )
    made = Random(one.seed + 2)  # noqa: S311 - invented data
    owed = charges(version, Quantity(copies=made.randint(1, 3), pages=made.randint(1, 6)))
    return Intake(
        version_id=version.id,
        owners=(owner,),
        submitter=submitter,
        papers=tuple(
            PaperData(c.ordinal, c.name, c.kind, c.copies, not c.optional or random.random() < 0.4)
            for c in version.components
        ),
        at=one.received_at,
        by=crew.of(office.id, None, "BP_MOT_CUA", one.seed),
        channel="post" if random.random() < 0.02 else "direct",
        fee_vnd=sum(c.amount_vnd for c in owed) if owed else version.fee_vnd or 0,
        charges=owed,
        result_by="post" if random.random() < 0.03 else "desk",
    )


def walk_on(going: list[Going], office: OfficeRow, crew: Crew) -> None:
    """Do the next act of every dossier until none has one, alike acts in one call."""
    while going := [one for one in going if one.next is not None]:
        waves: dict[tuple[Act, tuple[tuple[str, Any], ...], str | None], list[Going]] = defaultdict(
            list
        )
        for one in going:
            if one.next:
                waves[one.next.act, one.next.data, one.next.step].append(one)
        for (act, data, step), many in waves.items():
            _act(act, dict(data), step, many, office, crew)


def _act(
    act: Act, data: dict[str, Any], step: str | None, many: list[Going], office: OfficeRow,
    crew: Crew,
) -> None:  # fmt: skip
    asked = []
    for one in many:
        if one.next is None:
            continue
        by = crew.holding(one.walk, step, office.id) if step else _at_desk(one, office, crew)
        asked.append(Asked(one.walk.dossier, one.walk.seq, one.next.at, by))
    outcomes = _call(act, asked, step, data)
    for one, outcome in zip(many, outcomes, strict=True):
        if not isinstance(outcome, Done):
            raise outcome
        _advance(one, outcome)


def _at_desk(one: Going, office: OfficeRow, crew: Crew) -> Actor:
    return crew.of(office.id, None, "BP_MOT_CUA", one.walk.plan.seed)


def _call(act: Act, asked: Sequence[Asked], step: str | None, data: dict[str, Any]) -> Any:
    if act is Act.REQUEST_SUPPLEMENT:
        item = Deficiency(data["item"], "Thiếu thông tin (mẫu)", "Bổ sung bản đầy đủ (mẫu)")
        return services.request_supplement(
            asked, items=[item], document=data["document"], reply_by=data["reply_by"], step=step,
            key=uuid4(), whole=True,
        )  # fmt: skip
    service: Callable[..., Any] = getattr(services, act.value)
    named = {"step": step} if act in _ON_A_STEP else {}
    whole = {} if act is Act.SEE else {"whole": True}
    return service(asked, key=uuid4(), **named, **whole, **data)


_ON_A_STEP = frozenset({Act.SEE, Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK, Act.SEND_BACK})


def _advance(one: Going, outcome: Done) -> None:
    walk = one.walk
    for event in outcome.events:
        walk.state = evolve(walk.state, event, walk.route)
    walk.seq = outcome.head_seq
    one.next = next(one.moves, None)
