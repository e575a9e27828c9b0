"""A counter without a browser: the people of the world as actors, and ways to ask services."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Before, Done, Intake, PaperData, PartyData
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.waiting import Deficiency
from motcua.identity.actors import Actor, actors_of
from motcua.identity.models import Account
from world import World

MONDAY = datetime(2017, 3, 6, 8, 0, tzinfo=VN)
PLAIN = "tx-gia-han-gpxd"
OWNER = PartyData(
    name="Lê Thị Hiên Mẫu", id_number="038000000012", phone="0900000012", address="Khu phố 5"
)
LACKS = Deficiency(1, "Chưa có chữ ký", "Ký rồi nộp lại")
ANSWER_BY = date(2017, 12, 29)
"""A day by which whoever is asked for a supplement answers."""


@dataclass
class Office:
    """The people of the world, and short ways to ask things of services."""

    people: dict[str, Actor]

    def intake(self, slug: str = PLAIN, by: str = "clerk", at: datetime = MONDAY) -> Intake:
        """A whole intake of `slug`."""
        actor = self.people[by]
        version = catalogue.version_for(actor.office_id, slug, at.date())
        papers = tuple(PaperData(c.ordinal, c.name, c.kind, c.copies) for c in version.components)
        return Intake(version_id=version.id, owners=(OWNER,), papers=papers, at=at, by=actor)

    def received(self, slug: str = PLAIN, at: datetime = MONDAY, **changes: Any) -> Dossier:
        """A dossier of `slug`, received now."""
        (done,) = services.receive(
            [replace(self.intake(slug, at=at), **changes)], key=uuid4(), whole=True
        )
        assert isinstance(done, Done)
        return Dossier.objects.get(pk=done.dossier)

    def waiting(self, slug: str = PLAIN, at: datetime = MONDAY, **changes: Any) -> Dossier:
        """What was sent in by post, and waits to be looked at."""
        intake = replace(self.intake(slug, at=at), channel="post", **changes)
        (done,) = services.submit([intake], key=uuid4(), whole=True)
        assert isinstance(done, Done)
        return Dossier.objects.get(pk=done.dossier)

    def incomplete(self, slug: str = PLAIN, at: datetime = MONDAY, **changes: Any) -> Dossier:
        """What was shown at the counter and lacks its first paper."""
        intake = replace(self.intake(slug, at=at), **changes)
        (done,) = services.ask_completion([intake], items=[LACKS], key=uuid4(), whole=True)
        assert isinstance(done, Done)
        return Dossier.objects.get(pk=done.dossier)

    def take_in(
        self,
        dossier: Dossier,
        at: datetime,
        act: Callable[..., Any] = services.receive,
        **more: Any,
    ) -> Any:
        """Receive (or refuse) what waited, from a fresh page; the one outcome."""
        dossier.refresh_from_db()
        slug = catalogue.version(dossier.procedure_version_id).slug
        before = Before(dossier.id, dossier.head_seq)
        intake = replace(self.intake(slug, at=at), before=before, **more)
        (outcome,) = act([intake], key=uuid4())
        dossier.refresh_from_db()
        return outcome

    def after_waiting(self, slug: str, at: datetime, *, shown: bool) -> Dossier:
        """A dossier received a day after it was sent in, or after it was shown incomplete."""
        dossier = self.incomplete(slug, at) if shown else self.waiting(slug, at)
        assert isinstance(self.take_in(dossier, at + timedelta(days=1)), Done)
        return dossier

    def asked(self, dossier: Dossier, by: str, after: int = 30) -> Asked:
        """`by` asks, `after` minutes after the last thing that happened, from a fresh page."""
        dossier.refresh_from_db()
        at = dossier.changed_at.astimezone(VN) + timedelta(minutes=after)
        return Asked(dossier.id, dossier.head_seq, at, self.people[by])

    def act(self, act: Callable[..., Any], dossier: Dossier, by: str, **data: Any) -> Any:
        """One act on one dossier, and its one outcome."""
        after = data.pop("after", 30)
        (outcome,) = act([self.asked(dossier, by, after)], key=uuid4(), **data)
        dossier.refresh_from_db()
        return outcome


@pytest.fixture(scope="module")
def office(world: World) -> Office:
    """The town's office at work; each module has its own copy of it."""
    people = {}
    for account in Account.objects.all():
        actors = actors_of(account.pk, MONDAY)
        if actors:
            people[account.username] = actors[0]
    return Office(people)
