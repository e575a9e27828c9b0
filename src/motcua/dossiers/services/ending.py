"""The ends of a dossier: the result handed out, a withdrawal, a mistaken intake voided."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.core.flow import Act, RecordOverdueReason, ReturnResult, Void, Withdraw
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.collecting import CollectorData, LostSlip
from motcua.dossiers.models import Party
from motcua.dossiers.models.intake import Role
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded


def return_result(
    asked: Sequence[Asked],
    *,
    key: UUID,
    collector: str = "owner",
    person: CollectorData | None = None,
    lost_slip: LostSlip | None = None,
    fees: Mapping[int, int] | None = None,
    note: str = "",
    whole: bool = False,
) -> list[Outcome]:
    """The results are in the hands of one person: owner, submitter, or a collector with a paper.

    `person` says who the collector is and by what right; `lost_slip` what was looked at when the
    slip is not there; `fees` how many đồng the desk says were taken, by dossier. What names people
    is kept apart from the events. Refused: no_collector, no_submitter, no_slip, wrong_stage.
    """
    words, digests = _said(collector, person, lost_slip, note)
    relation = person.relation if person and collector == "collector" else ""
    taken = fees or {}
    handed_in = _with_submitter(asked) if collector == "submitter" else frozenset()

    def order(one: Asked, row: Locked) -> Order:
        if collector == "submitter" and one.dossier not in handed_in:
            raise Refused("no_submitter")
        command = ReturnResult(
            collector=collector,
            texts=digests,
            relation=relation,
            slip="lost" if lost_slip else "shown",
            fee_vnd=taken.get(one.dossier, 0),
        )
        return Order(command, words)

    return perform(Act.RETURN_RESULT, asked, order, key=key, whole=whole)


def _with_submitter(asked: Sequence[Asked]) -> frozenset[int]:
    """Those of the dossiers that somebody handed in for the owner. One query."""
    chosen = Party.objects.filter(dossier_id__in=[a.dossier for a in asked], role=Role.SUBMITTER)
    return frozenset(chosen.values_list("dossier_id", flat=True))


def _said(
    collector: str, person: CollectorData | None, lost_slip: LostSlip | None, note: str
) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """The words of a return and their digests. Raises Refused where the rules want more words."""
    parts = [worded("note", [note])]
    if collector == "collector":
        if person is None or not person.complete:
            raise Refused("no_collector")
        parts.append(worded("collector", [person.name, person.id_number, person.paper]))
    if lost_slip is not None:
        if not lost_slip.complete:
            raise Refused("no_slip")
        parts.append(worded("slip", [lost_slip.id_number, lost_slip.note]))
    return (
        tuple(words for part, _ in parts for words in part),
        tuple(digest for _, part in parts for digest in part),
    )


def withdraw(
    asked: Sequence[Asked],
    *,
    key: UUID,
    reason: str,
    overdue_reason: str | None = None,
    whole: bool = False,
) -> list[Outcome]:
    """The owner takes the dossier back before a result exists; it counts as settled.

    Late, it needs an `overdue_reason` of the list too. Refused: no_reason, reason_needed,
    wrong_stage.
    """
    words, digests = worded("reason", [reason])
    command = Withdraw(texts=digests, overdue_reason=overdue_reason)
    return perform(
        Act.WITHDRAW, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def void(asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False) -> list[Outcome]:
    """A mistaken intake is voided: before anything left the counter by the clerk, as long as it is
    worked on by a leader, and what was done at once by the same two; its number stays used.

    Refused: wrong_stage, left_the_desk, leader_after_day, no_reason. Money is asked of in `fees`.
    """
    words, digests = worded("reason", [reason])
    command = Void(texts=digests)
    return perform(Act.VOID, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def record_overdue_reason(
    asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False
) -> list[Outcome]:
    """Say why a dossier is late, from the list, as soon as it is known."""
    command = RecordOverdueReason(code=reason)
    return perform(
        Act.RECORD_OVERDUE_REASON, asked, lambda one, row: Order(command), key=key, whole=whole
    )
