"""The ways a dossier may begin, drawn by chance."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

from motcua.core.flow import Act
from motcua.dossiers import services
from motcua.dossiers.asked import AtOnce, Done, FromRegister, Intake, LateSlip, Outcome
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.at_once import procedures_at_once
from office import LACKS, Office

HOUR = timedelta(hours=1)
BOOK = "01/2017"


def received(office: Office, intake: Intake) -> Outcome:
    return services.receive([intake], key=uuid4())[0]


def from_a_slip(office: Office, intake: Intake) -> Outcome:
    """Typed in an hour late."""
    late = LateSlip("12/GT", "Mất điện")
    return received(office, replace(intake, late=late, recorded_at=intake.at + HOUR))


def at_once(office: Office, intake: Intake) -> Outcome:
    """Done while its owner waits."""
    clerk = office.people["clerk"]
    slug = procedures_at_once(clerk, intake.at)[0].slug
    entry = AtOnce(BOOK, str(office.people["chair"].position_uuid))
    whole = replace(office.intake(slug, at=intake.at), papers=(), at_once=entry)
    return services.do_now([whole], key=uuid4())[0]


def refused(office: Office, intake: Intake) -> Outcome:
    why = replace(intake, reason="Không thuộc thẩm quyền")
    return services.refuse_intake([why], key=uuid4())[0]


def taken_over(office: Office, intake: Intake) -> Outcome:
    """From a register kept elsewhere, still in progress."""
    later = replace(
        intake, by=office.people["admin"], register=FromRegister(), recorded_at=intake.at + 8 * HOUR
    )
    return services.take_over([later], key=uuid4())[0]


def submitted(office: Office, intake: Intake) -> Outcome:
    """Sent in by post a day before it is received."""
    return services.submit([replace(intake, channel="post")], key=uuid4())[0]


def incomplete(office: Office, intake: Intake) -> Outcome:
    """Shown at the counter, and told what it lacks, a day before it is received."""
    return services.ask_completion([intake], items=[LACKS], key=uuid4())[0]


SELDOM: dict[Act, Callable[[Office, Intake], Outcome]] = {
    Act.DO_NOW: at_once,
    Act.REFUSE_INTAKE: refused,
    Act.TAKE_OVER: taken_over,
    Act.SUBMIT: submitted,
    Act.ASK_COMPLETION: incomplete,
}
WAITS = (Act.SUBMIT, Act.ASK_COMPLETION)


def begun(office: Office, slug: str, at: datetime, chance: random.Random) -> tuple[Act, Dossier]:
    """Most are received, one in five of those from a paper slip; one in six begins otherwise."""
    act = chance.choice([*SELDOM]) if chance.random() < 1 / 6 else Act.RECEIVE
    usual = from_a_slip if chance.random() < 0.2 else received
    outcome = SELDOM.get(act, usual)(office, office.intake(slug, at=at))
    assert isinstance(outcome, Done), (act, outcome)
    dossier = Dossier.objects.get(pk=outcome.dossier)
    if act in WAITS:
        assert isinstance(office.take_in(dossier, at + 24 * HOUR), Done)
    return act, dossier
