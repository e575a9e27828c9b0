"""Land's financial obligation: the slip to the tax office, its notice in, the proof of payment in.

The clock stays the dossier's: a notice suspends it and the proof lets it go on, by the acts of
`dossiers.services`; both in one transaction with what is kept here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core import obligations as rules
from motcua.core.clock import VN
from motcua.core.obligations import Levy
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.visibility import visible_to
from motcua.fees.models import Obligation, TransferSlip
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.papers.documents.entering import Entry, take, write_down
from motcua.papers.documents.kinds import kinds

REASON = "nvtc"
"""The reason of a suspension on money, of `dossiers.reasons`."""
BOOK = "pctt"
"""The kind of document a transfer slip is numbered as."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of the tax office as it came in."""

    number: str
    received_on: date
    levies: Sequence[Levy]


@transaction.atomic
def notice_in(asked: Asked, notice: Notice, *, key: UUID) -> UUID:
    """Enter a notice; the dossier stands still on it when it asks for money and none did before.

    Raises Refused("no_notice_number", "notice_known", what `core.obligations.check_notice` says,
    and what `suspend` refuses, authority included).
    """
    dossier = _locked(asked.dossier)
    if not notice.number.strip():
        raise Refused("no_notice_number")
    rules.check_notice(notice.received_on, notice.levies, asked.at.astimezone(VN).date())
    known = Obligation.objects.filter(dossier=dossier)
    if known.filter(number=notice.number.strip()).exists():
        raise Refused("notice_known")
    if rules.holds_up(notice.levies) and not _open(dossier):
        services.suspend(
            [asked], document=notice.number.strip(), reason=REASON, key=key, whole=True
        )
    elif not visible_to(asked.by).filter(pk=dossier.pk).exists():
        raise Refused("not_found", dossier=dossier.code)
    made = Obligation.objects.create(
        uuid=uuid4(),
        office_id=dossier.handled_by_id or dossier.office_id,
        dossier=dossier,
        number=notice.number.strip(),
        received_on=notice.received_on,
        due_on=rules.due_day(notice.levies),
        levies=[_to_json(levy) for levy in notice.levies],
        entered_at=asked.at,
        account_id=asked.by.account_id,
    )
    note("tax_notice_in", dossier.code, asked.by, "dossier")
    return made.uuid


@transaction.atomic
def proof_in(
    asked: Asked,
    uuid: UUID,
    *,
    proof: str,
    paid_on: date,
    key: UUID,
    levies: Sequence[int] | None = None,
) -> None:
    """Enter the proof that `levies` (their places in the notice) were paid; None for all that has
    to be paid now, of debts alone for the debts.

    The dossier goes on when nothing has to be paid any more; a debt stays listed until its own
    proof. Raises Refused("unknown_notice", "met_already", "no_levy_chosen", "no_proof",
    "paid_tomorrow", and what `resume` refuses, authority included).
    """
    dossier = _locked(asked.dossier)
    found = Obligation.objects.filter(uuid=uuid, dossier=dossier).first()
    if found is None:
        raise Refused("unknown_notice")
    if found.met_at is not None:
        raise Refused("met_already")
    if not proof.strip():
        raise Refused("no_proof")
    if paid_on > asked.at.astimezone(VN).date():
        raise Refused("paid_tomorrow")
    before = levies_of(found)
    chosen = _payable(before) if levies is None else levies
    number = proof.strip()[:100]
    after = [
        replace(one, proof=number, paid_on=paid_on) if place in chosen and not one.proof else one
        for place, one in enumerate(before)
    ]
    if after == before:
        raise Refused("no_levy_chosen")
    _keep(found, after, asked.at)
    if rules.holds_up(before) and not _open(dossier):
        services.resume([asked], document=number, key=key, whole=True)
    elif not visible_to(asked.by).filter(pk=dossier.pk).exists():
        raise Refused("not_found", dossier=dossier.code)
    note("tax_notice_met", dossier.code, asked.by, "dossier")


@transaction.atomic
def remind(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """The owner was told again, by telephone or letter. Nothing is ever rejected for it.

    Raises Refused("unknown_notice", "met_already").
    """
    mine = Obligation.objects.filter(dossier__in=visible_to(by), uuid=uuid)
    found = mine.select_for_update(of=("self",)).first()
    if found is None:
        raise Refused("unknown_notice")
    if found.met_at is not None:
        raise Refused("met_already")
    found.reminded_at = at
    found.save(update_fields=["reminded_at"])


@transaction.atomic
def make_slip(dossier: int, facts: Mapping[str, str], *, by: Actor, at: datetime) -> UUID:
    """Make the transfer slip to the tax office with the next number of the year.

    Raises Refused("not_found", "no_plot").
    """
    row = visible_to(by).filter(pk=dossier).only("id", "code").first()
    if row is None:
        raise Refused("not_found", dossier="")
    if not facts.get("plot", "").strip() or not facts.get("area", "").strip():
        raise Refused("no_plot")
    taken = take(by.office_id, BOOK, at)
    made = TransferSlip.objects.create(
        uuid=uuid4(),
        office_id=by.office_id,
        dossier=row,
        year=taken.year,
        number=taken.number,
        made_at=at,
        account_id=by.account_id,
        facts=dict(facts),
    )
    entry = Entry(
        kind=BOOK, subject=kinds()[BOOK].name, recipient="Cơ quan thuế", signer_name=by.person,
        signer_title=by.title, dossier=row.pk,
    )  # fmt: skip
    write_down(by, entry, taken, at=at, how="lập cùng phiếu")
    note("tax_slip_made", row.code, by, "dossier")
    return made.uuid


def levies_of(found: Obligation) -> Sequence[Levy]:
    """The levies of a row as values; of one met as a whole, each with its proof."""
    return [
        Levy(
            one["kind"],
            one["amount_vnd"],
            date.fromisoformat(one["due_on"]),
            one["deferred"],
            one.get("proof", found.proof),
            date.fromisoformat(one["paid_on"]) if one.get("paid_on") else found.paid_on,
        )
        for one in found.levies
    ]


def _payable(levies: Sequence[Levy]) -> Sequence[int]:
    now = [place for place, one in enumerate(levies) if not one.proof and not one.deferred]
    return now or range(len(levies))


def _keep(found: Obligation, levies: Sequence[Levy], at: datetime) -> None:
    """Write the levies down; with the last of them paid the notice is met, by the last proof."""
    found.levies = [_to_json(levy) for levy in levies]
    found.due_on = rules.due_day(levies)
    if not rules.unpaid(levies):
        last = max(levies, key=lambda one: one.paid_on or date.min)
        found.proof, found.paid_on, found.met_at = last.proof, last.paid_on, at
    found.save(update_fields=["levies", "due_on", "proof", "paid_on", "met_at"])


def _to_json(levy: Levy) -> dict[str, object]:
    return {
        "kind": levy.kind,
        "amount_vnd": levy.amount_vnd,
        "due_on": levy.due_on.isoformat(),
        "deferred": levy.deferred,
        "proof": levy.proof,
        "paid_on": levy.paid_on.isoformat() if levy.paid_on else None,
    }


def _locked(dossier: int) -> Dossier:
    return Dossier.objects.select_for_update(of=("self",)).defer("flow").get(pk=dossier)


def _open(dossier: Dossier) -> bool:
    """Whether a notice that asks for money is still not met."""
    rows = Obligation.objects.filter(dossier=dossier, met_at=None)
    return any(rules.holds_up(levies_of(one)) for one in rows)
