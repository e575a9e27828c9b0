"""Before a dossier is received: what was sent in is kept, what is not complete waits for its owner.

Neither takes a number of the day; each has a random reference until it is received or refused.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.flow import Act, AskCompletion, Command, Submit
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Intake, Outcome
from motcua.dossiers.digests import papers_digest
from motcua.dossiers.references import new_reference
from motcua.dossiers.rows.beginning import Declared
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.beginning import Beginning, begin, digests
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.receive import offered
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.services.wording import sentences, worded


def submit(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Keep what was sent in by the portal, by post or by e-mail until the desk looks at it, within
    8 working hours. Papers may be missing.

    Refused: not_sent_in, not_in_force, not_offered, not_at_desk, no_owner, clock.
    Source: NĐ 61/2018/NĐ-CP [M].
    """
    return begin(Beginning(Act.SUBMIT, offered, _sent), _waiting(intakes), key=key, whole=whole)


def ask_completion(
    asked: Sequence[Asked | Intake],
    *,
    items: Sequence[Deficiency],
    document: str = "",
    reply_by: date | None = None,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """Tell the owner in writing, once and in full, what is missing before it can be received.

    `asked` are either intakes, shown at the counter and kept from now on, or dossiers that wait
    already. It is no request of the processing: the once of that stays free. It lapses never by
    itself. Refused: no_items, no_reason, asks_more, wrong_stage, moved, and for intakes as
    `submit`. Source: NĐ 61/2018/NĐ-CP, form 02 [M].
    """
    words, texts = worded("deficiency", [sentences(one.problem, one.remedy) for one in items])
    if items and len(words) < len(items):
        raise Refused("no_reason")
    places = tuple(item.component for item in items)
    intakes = [one for one in asked if isinstance(one, Intake)]
    if intakes:

        def order(
            intake: Intake, parties: Sequence[Declared], salt: bytes
        ) -> tuple[Command, Sequence[Words]]:
            command = AskCompletion(
                intake.at.astimezone(VN), intake.channel, digests(parties),
                papers_digest(intake.papers, salt), places, document, reply_by, texts, intake.case,
            )  # fmt: skip
            return command, words

        beginning = Beginning(Act.ASK_COMPLETION, offered, order)
        return begin(beginning, _waiting(intakes), key=key, whole=whole)
    dossiers = [one for one in asked if isinstance(one, Asked)]
    return perform(
        Act.ASK_COMPLETION,
        dossiers,
        lambda one, row: Order(
            AskCompletion(
                one.at.astimezone(VN), row.channel, (), "", places, document, reply_by, texts,
                row.state.case,
            ),
            words,
        ),
        key=key,
        whole=whole,
    )  # fmt: skip


def _waiting(intakes: Sequence[Intake]) -> Sequence[Intake]:
    return [replace(intake, reference=new_reference()) for intake in intakes]


def _sent(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    command = Submit(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=digests(parties),
        papers=papers_digest(intake.papers, salt),
        case=intake.case,
    )
    return command, ()
