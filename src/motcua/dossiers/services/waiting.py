"""The clock stands still and goes on: supplements, suspensions. Each needs its document."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from motcua.core.flow import Act, RequestSupplement, Resume, Suspend, TakeSupplement
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.reasons import is_wait
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import sentences, worded


@dataclass(frozen=True, slots=True)
class Deficiency:
    """One paper to mend: its ordinal among the dossier's components, what is wrong, how to mend.

    `paper` names one that the version does not ask for; its ordinal is from `OUTSIDE` on."""

    component: int
    problem: str
    remedy: str
    paper: str = ""


def request_supplement(
    asked: Sequence[Asked],
    *,
    items: Sequence[Deficiency],
    document: str,
    reply_by: date | None = None,
    override_reason: str = "",
    basis: str = "",
    key: UUID,
    step: str | None = None,
    whole: bool = False,
) -> list[Outcome]:
    """Ask the owner, once and in full, to mend `items`; the clock stands still until they answer.

    `document` is the number of the request (Mẫu 02). A second request needs a leader's written
    `override_reason` and is counted. A paper that the version does not ask for needs its legal
    `basis`, and is counted too. Refused: no_items, already_asked, no_basis, no_document,
    reply_day_needed.
    Source: NĐ 61/2018, supplements at most once.
    """
    if not items:
        raise Refused("no_items")
    words, digests = worded("deficiency", [sentences(item.problem, item.remedy) for item in items])
    reason_words, reason_digests = worded("override", [override_reason])
    name_words, name_digests = worded("paper", [item.paper for item in items])
    basis_words, basis_digests = worded("basis", [basis])
    command = RequestSupplement(
        step=step,
        items=tuple(item.component for item in items),
        document=document,
        reply_by=reply_by,
        override_reason=reason_digests[0] if reason_digests else None,
        texts=(*digests, *reason_digests, *name_digests, *basis_digests),
        basis=basis_digests[0] if basis_digests else None,
    )
    return perform(
        Act.REQUEST_SUPPLEMENT,
        asked,
        lambda one, row: Order(command, (*words, *reason_words, *name_words, *basis_words)),
        key=key,
        whole=whole,
    )


def take_supplement(asked: Sequence[Asked], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """The owner brought what was asked: the clock goes on, or anew if the version says so."""
    return perform(
        Act.TAKE_SUPPLEMENT, asked, lambda one, row: Order(TakeSupplement()), key=key, whole=whole
    )


def suspend(
    asked: Sequence[Asked],
    *,
    document: str,
    reason: str,
    note: str = "",
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """The clock stands still on a document (a tax notice, an invitation), and says why.

    `reason` is a code of the list that waits for the citizen. Refused: not_a_wait for any other.
    """
    if reason and not is_wait(reason):
        raise Refused("not_a_wait")
    words, digests = worded("note", [note])
    command = Suspend(document=document, reason=reason, texts=digests)
    return perform(Act.SUSPEND, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def resume(
    asked: Sequence[Asked], *, document: str = "", key: UUID, whole: bool = False
) -> list[Outcome]:
    """What was waited for is there: the clock goes on and the due time moves by the pause."""
    return perform(
        Act.RESUME, asked, lambda one, row: Order(Resume(document=document)), key=key, whole=whole
    )
