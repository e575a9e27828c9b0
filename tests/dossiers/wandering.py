"""Chance at the desk: random acts by random positions, through the real services."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from core.flow.processes import drawn
from dossiers.beginning_somehow import begun
from dossiers.by_itself import announce, does, due_by_itself
from dossiers.filling_in import ABOUT_ONE, ON_STEPS, SERVICES, WHOLE, filled
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Procedure, Process
from motcua.core.clock import VN
from motcua.core.flow import Act, Body, Stage, State
from motcua.core.flow.state import OPEN_STAGES
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.holders import holder
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.acts import Offered, offered_to, unseen_step
from motcua.dossiers.selectors.hands import may_have
from motcua.dossiers.selectors.lastly import may_undo
from motcua.dossiers.selectors.opinions import asking, on_paper
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from motcua.identity.grants import GRANTS
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account
from motcua.organization.selectors import (
    department_by_code,
    office_by_slug,
    offices,
)
from office import Office

SILENT = "tx-gpxd-nha-o-do-thi"
"""Where silence is consent, so most often of all."""
FORKED = (SILENT, "tx-gpxd-nha-o-nong-thon")
TAXED = ("tx-chuyen-nhuong-bien-dong", "tx-gcn-lan-dau")
DRAWN = 12
START = datetime(2017, 1, 9, 8, 0, tzinfo=VN)
IN_HAND = (*OPEN_STAGES, Stage.FINISHED)
RATHER: dict[Act, float] = {
    Act.VOID: 0.1,
    Act.WITHDRAW: 0.1,
    Act.STOP: 0.1,
    Act.REOPEN: 0.3,
    Act.CORRECT: 0.1,
    Act.REQUEST_SUPPLEMENT: 0.6,
    Act.TAKE_SUPPLEMENT: 0.1,
    Act.KEEP_ASKING: 0.1,
    Act.SUSPEND: 0.3,
    Act.APOLOGISE: 0.2,
    Act.ATTACH: 0.1,
    Act.TRANSFER_OFFICE: 0.03,
    Act.HAND_BOX: 0.3,
}
"""How often one that is offered is taken up: what ends a dossier or can always be done, seldom."""
ONWARDS = frozenset({Act.HAND_OVER, Act.APPROVE, Act.RETURN_TO_DESK})
"""Done ten times as often as the others, for behind them lies what is seldom."""
DOERS = frozenset(kind for kind, what in GRANTS if what in SERVICES)
"""Kinds of position that may act at all: the others are only refused."""
OFTEN = (5, 1)
"""How often each dossier of a walk is acted on, so that long ways are walked as well."""


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
    """One walk: some dossiers, some dozen acts, each checked as it is done. `often` is how often
    each act was done in all walks: of what is offered, what was done seldom is done rather."""

    office: Office
    actors: list[Actor]
    slugs: tuple[str, ...]
    seed: int
    often: Counter[Act] = field(default_factory=Counter)
    chance: random.Random = field(init=False)
    dossiers: list[Dossier] = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 (a repeatable walk)
        some = [self.chance.choice(self.slugs), self.chance.choice((SILENT, *FORKED, *TAXED))]
        self.chance.shuffle(some)
        self.dossiers = [self.taken_in(slug) for slug in some]
        if self.chance.random() < 1 / 8:
            announce(self.office, self.dossiers[0].received_at.astimezone(VN))

    def taken_in(self, slug: str) -> Dossier:
        act, dossier = begun(self.office, slug, self.some_time(), self.chance)
        self.often[act] += 1
        return dossier

    def some_time(self) -> datetime:
        """A working morning of the first quarter."""
        return START + timedelta(
            days=self.chance.randrange(0, 70, 10), minutes=self.chance.randrange(180)
        )

    def go(self, acts: int) -> None:
        """So many acts that are offered, and before every other one that is not."""
        for _ in range(acts):
            (dossier,) = self.chance.choices(self.dossiers, OFTEN)
            at = dossier.changed_at.astimezone(VN) + self.pause(dossier)
            self.by_itself(dossier, at)
            if self.chance.random() < 0.5:
                self.try_what_is_not_offered(dossier, self.chance.choice(self.actors), at)
            self.act(dossier, at)

    def act(self, dossier: Dossier, at: datetime) -> None:
        """One act that is offered to whoever holds a step or to one of two others; rather one that
        was done seldom. None when there is none."""
        offers: dict[Act, list[tuple[Actor, Offered]]] = {}
        for actor in self.some_actors(dossier):
            unseen = unseen_step(dossier, actor, at)
            if unseen and self.chance.random() < 0.2:
                self.accepted(dossier, actor, at, Act.SEE, step=unseen)
                return
            for offer in offered_to(dossier, actor, at):
                if offer.refusal is None and self.rather(offer.act):
                    offers.setdefault(offer.act, []).append((actor, offer))
        for act in self.seldom([*offers]):
            self.follow(dossier, at, *self.chance.choice(offers[act]))

    def some_actors(self, dossier: Dossier) -> list[Actor]:
        """Whoever holds a step of it, or is to decide about it, and two others."""
        doers = [actor for actor in self.actors if actor.position_kind in DOERS]
        state = State.from_json(dossier.flow)
        route = catalogue.process(dossier.process_id).route
        held = [holder(route.step(one.key), dossier.office_id, state) for one in state.open]
        near = [
            actor
            for actor in doers
            for one in held
            if (actor.office_id, actor.kind) == (one.office_id, one.kind)
            and one.department_id in (None, actor.department_id)
        ]
        if state.stop_proposed:
            near = [actor for actor in doers if actor.position_kind is PositionKind.CHAIR]
        return [*self.chance.sample(near, min(1, len(near))), *self.chance.sample(doers, 2)]

    def rather(self, act: Act) -> bool:
        """Whether it is taken up this time."""
        return self.chance.random() < RATHER.get(act, 1)

    def seldom(self, acts: list[Act]) -> list[Act]:
        """One of `acts`, rather one that was done seldom; none of none."""
        return acts and self.chance.choices(acts, [self.weight(act) for act in acts])

    def weight(self, act: Act) -> float:
        often = self.often[act]
        return float((1 + (often / 10 if act in ONWARDS else often)) ** -2)

    def pause(self, dossier: Dossier) -> timedelta:
        """Minutes or days; days while others are waited for; now and then until hours before it is
        late."""
        if dossier.due_at and self.chance.random() < 0.15:
            before = dossier.due_at - timedelta(hours=3) - dossier.changed_at
            if before > timedelta():
                return before
        minutes = (1500, 9000, 30_000)
        if not dossier.flow.get("opinions") and dossier.stage != Stage.AWAITING_SUPPLEMENT:
            minutes = (1, 7, 45, 300, *minutes)
        return timedelta(minutes=self.chance.choice(minutes))

    def by_itself(self, dossier: Dossier, at: datetime) -> None:
        """Now and then one of the things the program does without anybody."""
        due = due_by_itself(dossier, at)
        for act in self.seldom([act for act in due if self.rather(act)]):
            outcome = does(dossier, act, due[act], at)
            assert isinstance(outcome, Done), (self.seed, act, outcome)
            self.often[act] += 1
            dossier.refresh_from_db()

    def follow(self, dossier: Dossier, at: datetime, actor: Actor, offer: Offered) -> None:
        """Do what is offered; now and then, take it back."""
        self.accepted(dossier, actor, at, offer.act, **self.form(dossier, offer, actor, at))
        if offer.act is Act.ATTACH and dossier.stage in IN_HAND and self.chance.random() < 0.5:
            number = dossier.attachments.count()
            self.accepted(dossier, actor, at, Act.DETACH, number=number, reason="Nhầm tệp")
        if self.chance.random() < 0.2:
            soon = at + timedelta(minutes=self.chance.choice((1, 6)))
            may = may_undo(dossier, actor, soon)
            outcome = self.ask(services.undo, dossier, actor, soon)
            assert isinstance(outcome, Done if may else Refused), (self.seed, offer.act, outcome)
            self.often[Act.UNDO] += may

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
            form["visit_at"] = self.another_moment(dossier, at)
        if offer.choices:
            form["to"] = self.chance.choice(offer.choices)[0]
        if offer.act is Act.ANSWER_OPINION and on_paper(dossier, actor, offer.item):
            form["answered_on"] = at.date()
        if "document" in form and offer.stops_clock and self.chance.random() < 0.3:
            form["document"] = None
        return form

    def another_moment(self, dossier: Dossier, at: datetime) -> datetime:
        """For a visit, not that of one that is fixed."""
        fixed = {one.visit_at for one in State.from_json(dossier.flow).field_visits}
        ahead = [at + timedelta(minutes=n) for n in (5, 50, 5000, 5001)]
        return self.chance.choice([moment for moment in ahead if moment not in fixed])

    def unasked(self, held: set[tuple[str, str]]) -> tuple[str, str]:
        """An office that is not asked now."""
        wards = [(row.slug, "") for row in offices() if row.kind == "ward"]
        return self.chance.choice([ward for ward in wards if ward not in held])

    def accepted(self, dossier: Dossier, actor: Actor, at: datetime, act: Act, **form: Any) -> None:
        """Do it; it is done."""
        outcome = self.ask(SERVICES[act], dossier, actor, at, **form)
        assert isinstance(outcome, Done), (self.seed, act, form, actor.title, outcome)
        self.often[act] += 1

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
