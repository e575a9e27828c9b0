"""Papers of dossiers, within what an officer may open; each print is noted in the audit."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction

from motcua.audit.recording import record
from motcua.core.clock import allowance_words
from motcua.core.codes import check_characters, fetch_key
from motcua.core.seals import SealedPaper
from motcua.dossiers.models.intake import PaperKind
from motcua.dossiers.selectors import ReceiptFacts, receipt_facts
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.marks import NO_MARK, mark_of
from motcua.papers.printed import note_prints
from motcua.papers.receipt import Paper, Pay, Receipt, fee_words, render_together
from motcua.papers.registry import Form
from motcua.papers.sealing import seal_address
from motcua.papers.wording import committee

RESULT_AT = {
    "desk": "Tại {desk}",
    "post": "Qua dịch vụ bưu chính công ích",
}


def receipt_pdf(code: str, actor: Actor, at: datetime, printed_at: datetime) -> bytes:
    """The slip of `code` as it was given; from the second print on it says that it is a duplicate.
    Raises Refused("not_found"). Eight queries.

    `at` is the office's time, which a duplicate bears; `printed_at` the machine's, for the audit.
    Source: QĐ 09/2015/QĐ-TTg; TT 01/2018/TT-VPCP, Mẫu 01.
    """
    return receipts_pdf([code], actor, at, printed_at)


@transaction.atomic
def receipts_pdf(
    codes: Sequence[str],
    actor: Actor,
    at: datetime,
    printed_at: datetime,
    pays: Mapping[str, Pay] = MappingProxyType({}),
) -> bytes:
    """The slips of `codes` in one PDF, in that order, `pays` the transfers waited for by code.
    Raises Refused("not_found") for the first that is not theirs to open, and prints none. Five
    queries a slip and three more.
    """
    found = [receipt_facts(code, actor) for code in codes]
    again = note_prints(Form.RECEIPT, [facts.dossier for facts in found], actor, at)
    made = render_together(
        [receipt_of(facts, again[facts.dossier], pays.get(facts.code)) for facts in found],
        mark_of(found[0].office.id) if found else NO_MARK,
    )
    for facts in found:
        record(
            "receipt_printed",
            at=printed_at,
            account=actor.account_uuid,
            position=actor.position_uuid,
            office=actor.office_slug,
            subject_kind="dossier",
            subject=facts.code,
        )
    return made


def receipt_of(facts: ReceiptFacts, reprint: str = "", pay: Pay | None = None) -> Receipt:
    """The words of a slip from its facts; a duplicate bears `reprint`. No query."""
    owner = facts.owners[0]
    office = facts.office
    return Receipt(
        code=facts.code,
        office=committee(office.name),
        desk=office.desk_name,
        place=office.place_name,
        owner="; ".join(party.name for party in facts.owners),
        owner_address=owner.address,
        owner_id=owner.id_number,
        owner_phone=owner.phone,
        submitter=_submitter(facts),
        procedure=f"{_titled(facts.version.name)} ({facts.case})"
        if facts.case
        else _titled(facts.version.name),
        papers=[
            Paper(one.name, PaperKind(one.kind).label, one.copies)
            for one in facts.components
            if one.applies
        ],
        copies=facts.copies,
        term=allowance_words(facts.version.allowance),
        received_at=facts.received_at,
        due_at=facts.due_at,
        provisional=facts.provisional,
        result_by=RESULT_AT[facts.result_by].format(desk=office.desk_name),
        fee=fee_words(facts.version.fee_text, facts.fee_vnd),
        issuer=facts.issuer,
        lookup_url=lookup_url(facts.code),
        check=check_characters(facts.code, settings.MOTCUA_LOOKUP_KEY),
        demonstration=timekeeping.is_demonstration(),
        hotline=office.phone,
        reprint=reprint,
        pay=pay,
        owner_email=owner.email,
        late_slip=facts.late_slip,
        seal_url=seal_address(
            SealedPaper.RECEIPT,
            facts.code,
            at=facts.received_at,
            until_at=facts.due_at,
            facts=[facts.version.name, *(party.name for party in facts.owners)],
        ),
    )


def lookup_url(code: str) -> str:
    """What the QR says: where anyone may look `code` up, with the slip's check characters.

    Empty without MOTCUA_PUBLIC_URL: a paper must not lead to an address that is not ours.
    """
    if not settings.MOTCUA_PUBLIC_URL:
        return ""
    check = check_characters(code, settings.MOTCUA_LOOKUP_KEY)
    return (
        f"{settings.MOTCUA_PUBLIC_URL.rstrip('/')}/tra-cuu?{urlencode({'ma': code, 'kt': check})}"
    )


def forms_url(slug: str) -> str:
    """Where anyone fetches the forms of a procedure. Empty without MOTCUA_PUBLIC_URL."""
    if not settings.MOTCUA_PUBLIC_URL or not slug:
        return ""
    return f"{settings.MOTCUA_PUBLIC_URL.rstrip('/')}/tthc/{slug}"


def result_url(code: str, sha256: str) -> str:
    """Where the owner fetches a result that went electronically. Empty without MOTCUA_PUBLIC_URL:
    then none may go that way."""
    if not settings.MOTCUA_PUBLIC_URL:
        return ""
    key = fetch_key(code, sha256, settings.MOTCUA_LOOKUP_KEY)
    return f"{settings.MOTCUA_PUBLIC_URL.rstrip('/')}/ket-qua/{code}/{key}"


def _submitter(facts: ReceiptFacts) -> str:
    if facts.submitter is None:
        return ""
    paper = facts.submitter.authorisation
    return f"{facts.submitter.name} ({paper})" if paper else facts.submitter.name


def _titled(name: str) -> str:
    """The procedure without the word "Thủ tục" before it, as slips say it."""
    rest = name.removeprefix("Thủ tục ")
    return rest[:1].upper() + rest[1:]
