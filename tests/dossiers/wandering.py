"""Chance at the desk: random acts by random positions, through the real services."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any
from uuid import uuid4

from core.flow.processes import drawn
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Procedure, Process
from motcua.core.clock import VN
from motcua.core.flow import Act, Body, Stage, State
from motcua.core.refusal import Refused
from motcua.core.tally import Tally, judge
from motcua.dossiers import services
from motcua.dossiers.asides import ABOUT_OPINIONS, ABOUT_VISITS
from motcua.dossiers.asked import Asked, Done, FileData, LateSlip
from motcua.dossiers.figures import figures
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.acts import Offered, offered_to, unseen_step
from motcua.dossiers.selectors.hands import may_have
from motcua.dossiers.selectors.lastly import may_undo
from motcua.dossiers.selectors.opinions import asking, on_paper
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.files import store
from motcua.files.incoming import Incoming
from motcua.files.kinds import PDF
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account
from motcua.organization.selectors import department_by_code, office_by_slug, offices
from office import OWNER, Office

FORKED = ("tx-gpxd-nha-o-do-thi", "tx-gpxd-nha-o-nong-thon")
TAXED = ("tx-chuyen-nhuong-bien-dong", "tx-gcn-lan-dau")
DRAWN = 12
START = datetime(2017, 1, 9, 8, 0, tzinfo=VN)
FAR = datetime(2030, 1, 4, 9, 0, tzinfo=VN)
CLOSED = (Stage.VOID, Stage.INTAKE_REFUSED, Stage.SUBMITTED, Stage.INCOMPLETE)
ENDS = frozenset({Act.VOID, Act.WITHDRAW, Act.STOP, Act.REOPEN})
WHOLE = (
    Act.TAKE_SUPPLEMENT, Act.SUSPEND, Act.RESUME, Act.RETURN_RESULT, Act.WITHDRAW, Act.VOID,
    Act.POST_RESULT, Act.RECORD_DELIVERY, Act.TAKE_UNDELIVERED,
    Act.RECORD_OVERDUE_REASON, Act.CORRECT, Act.APPROVE_LATE, Act.MOVE_DUE, Act.KEEP_DUE,
    Act.KEEP_ASKING, Act.EXTEND, Act.APOLOGISE, Act.PROPOSE_STOP, Act.DECLINE_STOP, Act.STOP,
    Act.REOPEN, Act.ATTACH,
)  # fmt: skip
ON_STEPS = (
    Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK, Act.SEND_BACK, Act.RECALL, Act.SEE,
    Act.REQUEST_SUPPLEMENT, Act.TAKE, Act.CLAIM, Act.ASSIGN, Act.CONSULT, Act.PLAN_VISIT,
)  # fmt: skip
ABOUT_ONE = tuple(sorted((ABOUT_OPINIONS | ABOUT_VISITS) - {Act.PRESUME_CONSENT}))
SERVICES: dict[Act, Callable[..., Any]] = {
    act: getattr(services, act.value) for act in (*WHOLE, *ON_STEPS, *ABOUT_ONE)
}
PHONES = count(900_000_100)


def draw_processes() -> tuple[str, ...]:
    """Give the town processes of its own for some procedures, drawn by chance; their slugs."""
    town = office_by_slug("bim-son").id
    known = [row for row in catalogue.procedures_of(town, START.date()) if row.at_desk]
    plain = [row for row in known if row.slug not in (*FORKED, *TAXED)][:DRAWN]
    for seed, row in enumerate(plain):
        Process.objects.create(
            uuid=uuid4(),
            procedure=Procedure.objects.get(pk=row.procedure_id),
            office_id=town,
            effective_on=date(2016, 1, 1),
            document=drawn(random.Random(seed)),  # noqa: S311 (a repeatable draw)
        )
    catalogue.forget()
    return tuple(row.slug for row in plain)


def seat_more() -> None:
    """Let the town's officer and head also hold posts in the departments forks lead through."""
    town = office_by_slug("bim-son").id
    for username, kind in (("officer", PositionKind.CASE_OFFICER),
                           ("head", PositionKind.DEPARTMENT_HEAD)):  # fmt: skip
        for code in ("TX-TNMT", "TX-KT"):
            department = department_by_code(town, code)
            assert department is not None
            position = identity.add_position(
                office_id=town, kind=kind, title="Kiêm nhiệm", department_id=department.id
            )
            account = Account.objects.get(username=username)
            identity.give_position(account, position, from_on=date(2017, 1, 1))


def everybody() -> list[Actor]:
    """All positions of all people, the ward's and the overseers' too."""
    accounts = Account.objects.order_by("id")
    return [actor for account in accounts for actor in actors_of(account.pk, START)]


@dataclass
class Wander:
    """One walk: some dossiers, some dozen acts, each checked as it is done."""

    office: Office
    actors: list[Actor]
    slugs: tuple[str, ...]
    seed: int
    chance: random.Random = field(init=False)
    dossiers: list[Dossier] = field(init=False)
    done: list[Act] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 (a repeatable walk)
        some = [*self.chance.sample(self.slugs, 2), self.chance.choice((*FORKED, *TAXED))]
        self.dossiers = [self.taken_in(slug) for slug in some]

    def taken_in(self, slug: str) -> Dossier:
        """A dossier received; one in five was typed in an hour late, from a paper slip, and one
        in five waited before, sent in or not complete."""
        at = self.some_time()
        how = self.chance.random()
        if how < 0.2:
            return self.office.after_waiting(slug, at, shown=self.chance.random() < 0.5)
        if how < 0.8:
            return self.office.received(slug, at=at)
        late = LateSlip("12/GT", "Mất điện")
        return self.office.received(slug, at=at, late=late, recorded_at=at + timedelta(hours=1))

    def some_time(self) -> datetime:
        """A working morning of the first quarter."""
        return START + timedelta(days=self.chance.randrange(70), minutes=self.chance.randrange(180))

    def go(self, acts: int) -> None:
        """So many acts that are offered, and before each one that is not."""
        for _ in range(acts):
            dossier = self.chance.choice(self.dossiers)
            at = dossier.changed_at.astimezone(VN) + self.pause()
            if self.chance.random() < 0.1:
                self.silence(at)
            actors = self.chance.sample(self.actors, len(self.actors))
            self.try_what_is_not_offered(dossier, actors[0], at)
            any(self.act(dossier, actor, at) for actor in actors)

    def act(self, dossier: Dossier, actor: Actor, at: datetime) -> bool:
        """One act that `actor` is offered; False when there is none."""
        unseen = unseen_step(dossier, actor, at)
        if unseen and self.chance.random() < 0.5:
            self.accepted(dossier, actor, at, Act.SEE, step=unseen)
            return True
        offers = [
            offer
            for offer in offered_to(dossier, actor, at)
            if offer.refusal is None and (offer.act not in ENDS or self.chance.random() < 0.1)
        ]
        if offers:
            self.follow(dossier, actor, at, self.chance.choice(offers))
        return bool(offers)

    def pause(self) -> timedelta:
        """Minutes or days."""
        return timedelta(minutes=self.chance.choice((1, 7, 45, 300, 1500, 9000)))

    def silence(self, at: datetime) -> None:
        """What the program writes down by itself by then."""
        services.presume_consents(at)
        for dossier in self.dossiers:
            dossier.refresh_from_db()

    def follow(self, dossier: Dossier, actor: Actor, at: datetime, offer: Offered) -> None:
        """Do what is offered; now and then, take it back."""
        self.accepted(dossier, actor, at, offer.act, **self.form(dossier, offer, actor, at))
        if self.chance.random() < 0.2:
            soon = at + timedelta(minutes=self.chance.choice((1, 6)))
            may = may_undo(dossier, actor, soon)
            outcome = self.ask(services.undo, dossier, actor, soon)
            assert isinstance(outcome, Done if may else Refused), (self.seed, offer.act, outcome)

    def form(self, dossier: Dossier, offer: Offered, actor: Actor, at: datetime) -> dict[str, Any]:
        """What a form of this offer sends."""
        form = filled(offer.act, offer.step, actor)
        if offer.act is Act.ASSIGN and offer.step:
            state = State.from_json(dossier.flow)
            given = state.open_step(offer.step).assignee  # type: ignore[union-attr]
            people = [one.position_uuid for one, _ in may_have(dossier, offer.step, at)]
            others = [one for one in (*people, None) if str(one or "") != (given or "")]
            form["officer"] = self.chance.choice(others)
        if offer.item is not None:
            form |= {"item": offer.item}
            form.pop("step", None)
        if offer.act is Act.CONSULT:
            asked = asking(dossier, actor, at).bodies
            bodies = self.chance.sample(asked, self.chance.randint(1, 3))
            held = {(o.office, o.department) for o in State.from_json(dossier.flow).opinions}
            form["bodies"] = [
                Body(b.office, b.department, self.chance.choice((1, None)))
                for b in bodies
                if (b.office, b.department) not in held
            ] or [Body(*self.unasked(held), 2)]
        if offer.act in (Act.PLAN_VISIT, Act.MOVE_VISIT):
            form["visit_at"] = at + timedelta(minutes=self.chance.choice((5, 50, 5000)))
        if offer.choices:
            form["to"] = self.chance.choice(offer.choices)[0]
        if offer.act is Act.ANSWER_OPINION and on_paper(dossier, actor, offer.item):
            form["answered_on"] = at.date()
        if "document" in form and offer.stops_clock and self.chance.random() < 0.3:
            form["document"] = None
        return form

    def unasked(self, held: set[tuple[str, str]]) -> tuple[str, str]:
        """An office that is not asked now."""
        wards = [(row.slug, "") for row in offices() if row.kind == "ward"]
        return self.chance.choice([ward for ward in wards if ward not in held])

    def accepted(self, dossier: Dossier, actor: Actor, at: datetime, act: Act, **form: Any) -> None:
        """Do it; it is done."""
        outcome = self.ask(SERVICES[act], dossier, actor, at, **form)
        assert isinstance(outcome, Done), (self.seed, act, form, actor.title, outcome)
        self.done.append(act)

    def try_what_is_not_offered(self, dossier: Dossier, actor: Actor, at: datetime) -> None:
        """One of the acts, on one of the steps, that `actor` is not offered: refused."""
        offers = offered_to(dossier, actor, at)
        allowed = {(offer.act, offer.step) for offer in offers if offer.refusal is None}
        allowed.add((Act.SEE, unseen_step(dossier, actor, at)))
        route = catalogue.process(dossier.process_id).route
        tried = [(act, step.key) for act in ON_STEPS for step in route.steps]
        tried += [(act, None) for act in WHOLE]
        act, step = self.chance.choice([one for one in tried if one not in allowed])
        form = filled(act, step, actor)
        items = {(offer.act, offer.item) for offer in offers if offer.refusal is None}
        if self.chance.random() < 0.3:
            act, item = self.chance.choice(
                [(a, n) for a in ABOUT_ONE for n in (1, 2, 3) if (a, n) not in items]
            )
            form = filled(act, None, actor) | {"item": item}
        outcome = self.ask(SERVICES[act], dossier, actor, at, **form)
        assert isinstance(outcome, Refused), (self.seed, act, step, actor.title, outcome)

    def ask(
        self, act: Callable[..., Any], dossier: Dossier, actor: Actor, at: datetime, **form: Any
    ) -> Any:
        """One act on one dossier, and its one outcome."""
        seq = dossier.head_seq
        (outcome,) = act([Asked(dossier.id, seq, at, actor)], key=uuid4(), **form)
        dossier.refresh_from_db()
        assert (dossier.head_seq > seq) == isinstance(outcome, Done)
        return outcome

    def differences(self) -> list[str]:
        """Replay against rows: what differs of these dossiers."""
        return list(check_chunk(self.dossiers, Checked()))

    def miscounted(self) -> Iterator[datetime]:
        """Moments at which the figures of the rows are not the tally of the dossiers."""
        town = self.dossiers[0].office_id
        since = START - timedelta(days=1)
        for at in (self.some_time(), START + timedelta(days=400)):
            told = figures([town], since, at, at).get(town)
            own = tally(town, at)
            if told and (told.received, told.overdue) != (own.received, own.late):
                yield at


def tally(office_id: int, at: datetime) -> Tally:
    """The dossiers of an office, each judged by the core; received = settled + pending."""
    rows = Dossier.objects.filter(office_id=office_id, received_at__lt=at)
    dossiers = list(rows.exclude(stage__in=CLOSED))
    counted = Tally.of(judge(one.due_at, one.finished_at, at) for one in dossiers)
    assert len(dossiers) == counted.received == counted.settled + counted.pending
    return counted


def some_file() -> FileData:
    """A file nobody sent before, as one that was looked through."""
    content = f"Tệp {next(PHONES)}".encode()
    place = store.folder() / "drafts" / sha256(content).hexdigest()
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return FileData(Incoming(place, place.name, len(content), PDF, 1, place.name), 1)


def filled(act: Act, step: str | None, actor: Actor) -> dict[str, Any]:
    """A form of `act` with everything it can ask for."""
    extra: dict[Act, dict[str, Any]] = {
        Act.HAND_OVER: {"document": "12/PC"},
        Act.APPROVE: {"document": "12/PC", "overdue_reason": "qua-tai"},
        Act.RETURN_TO_DESK: {"overdue_reason": "qua-tai"},
        Act.SEND_BACK: {"note": "Thiếu căn cứ"},
        Act.REQUEST_SUPPLEMENT: {
            "items": [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")],
            "document": "37/HDHS",
            "reply_by": date(2017, 1, 20),
            "override_reason": "Giấy tờ mới phát sinh" if actor.is_leader else "",
        },
        Act.SUSPEND: {"document": "5/TB", "reason": "khac"},
        Act.WITHDRAW: {"reason": "Đổi ý", "overdue_reason": "qua-tai"},
        Act.KEEP_ASKING: {"items": [Deficiency(1, "Vẫn thiếu chữ ký", "Ký vào trang 2")]},
        Act.EXTEND: {"days": 3, "document": "15/UBND", "reason": "Lấy thêm ý kiến"},
        Act.APOLOGISE: {
            "promised_on": date(2030, 1, 4),
            "document": "4/PXL",
            "reason": "qua-tai",
        },
        Act.POST_RESULT: {"tracking": "EX123456789VN"},
        Act.TAKE_UNDELIVERED: {"reason": "Không có người nhận"},
        Act.PROPOSE_STOP: {"reason": "Không bổ sung"},
        Act.STOP: {
            "document": "21/TB",
            "ground": "request",
            "reason": "Người nộp đề nghị",
            "overdue_reason": "qua-tai",
        },
        Act.REOPEN: {"document": "102/QĐ", "reason": "Theo quyết định"},
        Act.ASSIGN: {"officer": uuid4()},
        Act.CONSULT: {
            "bodies": [Body("bac-son", days=3)],
            "document": "15/QLĐT",
            "question": "Có vướng quy hoạch không?",
        },
        Act.ANSWER_OPINION: {
            "stance": "disagree",
            "opinion": "Vướng lộ giới",
            "document": "99/UBND",
        },
        Act.REMIND_OPINION: {"document": "16/QLĐT"},
        Act.WITHDRAW_OPINION: {"reason": "Tự kiểm tra được"},
        Act.PLAN_VISIT: {"visit_at": FAR, "place": "Thửa đất"},
        Act.MOVE_VISIT: {"visit_at": FAR, "reason": "Mưa"},
        Act.CANCEL_VISIT: {"reason": "Không cần nữa"},
        Act.HOLD_VISIT: {"kept": True, "finding": "Đúng hiện trạng"},
        Act.VOID: {"reason": "Nhầm người"},
        Act.RECORD_OVERDUE_REASON: {"reason": "qua-tai"},
        Act.CORRECT: {
            "parties": {("owner", 0): replace(OWNER, phone=f"0{next(PHONES)}")},
            "reason": "Ghi nhầm số",
        },
    }
    if act is Act.ATTACH:
        return {"files": [some_file()]}
    return extra.get(act, {}) | ({"step": step} if step else {})
