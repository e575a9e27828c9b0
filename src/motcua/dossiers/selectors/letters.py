"""What a letter that an act gave rise to says, as facts: papers render them, they read nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.forms_to_fill import current, form_words, forms_for
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.asides import body_words
from motcua.dossiers.asked import OUTSIDE
from motcua.dossiers.measures import GROUNDS
from motcua.dossiers.models import Dossier, Event, Party, Text
from motcua.dossiers.models.intake import Role
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors.happenings import undone_seqs
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor
from motcua.identity.kinds import LEADERS
from motcua.organization.selectors import OfficeRow, department_by_id, office_on

_OF_ITEMS = ("deficiency", "paper", "basis")


@dataclass(frozen=True, slots=True)
class Mend:
    """One paper of a request: its name, in `words` what is wrong and how to mend it, and the forms
    to fill in for it by number and name ("" for none)."""

    paper: str
    words: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class BodyAsked:
    """One body a letter goes to: until when it is to answer, and the law by which its silence is
    then consent ("" for none)."""

    words: str
    due_on: date
    article: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """One event of a dossier as a letter needs it. Moments in Asia/Ho_Chi_Minh.

    `due_was` is the due time as it stood before the event; `due_at`, `promised_at`, `reply_by`,
    `days`, `article`, `ground`, `overdue_reason` and `mends` are there for the kinds that have
    them. `reasons` are the free words that are no deficiency, `basis` the article
    for a paper outside the components. `department` is that of the officer
    who signs, empty for an office's head and for the desk; `issuer` and `parent` the office of that
    officer and the one above it. `bodies` are those an opinion is asked of; `asked_by` and
    `asked_on` the letter a reminder speaks of. `forms_of` is the procedure on whose public page the
    forms of `mends` are fetched, "" where none of them has a file.
    """

    dossier: int
    kind: str
    code: str
    office: OfficeRow
    issuer: OfficeRow
    parent: OfficeRow | None
    procedure: str
    owners: Sequence[Party]
    at: datetime
    received_at: datetime
    document: str
    due_was: datetime | None
    due_at: datetime | None
    promised_at: datetime | None
    reply_by: date | None
    days: int
    article: str
    ground: str
    overdue_reason: str
    mends: Sequence[Mend]
    reasons: Sequence[str]
    basis: str
    signer: str
    signer_title: str
    department: str
    signer_leads: bool = False
    bodies: Sequence[BodyAsked] = ()
    asked_by: str = ""
    asked_on: date | None = None
    forms_of: str = ""


def letter_facts(code: str, seq: int, actor: Actor) -> LetterFacts:
    """The facts of the letter of event `seq`. Raises Refused("not_found") outside the officer's
    scope, for no such event, and for one that was taken back.

    Five queries.
    """
    dossier = visible_to(actor).filter(code=code).first()
    if dossier is None:
        raise Refused("not_found", dossier=code)
    events = list(dossier.events.select_related("account", "position").order_by("seq"))
    event = next((one for one in events if one.seq == seq), None)
    if event is None or seq in undone_seqs(events):
        raise Refused("not_found", dossier=code)
    return _facts(dossier, event, [one for one in events if one.seq < seq])


def _facts(dossier: Dossier, event: Event, before: Sequence[Event]) -> LetterFacts:
    payload = event.payload
    at = event.at.astimezone(VN)
    issuer = office_on(event.position.office_id, at.date())
    words = _words(event)
    mends, fetched = _mends(
        dossier, payload.get("items", ()), _bodies(words, "deficiency"), _bodies(words, "paper"),
        at.date(),
    )  # fmt: skip
    case = dossier.flow.get("case", "")
    department = event.position.department_id
    reply_by = payload.get("reply_by")
    return LetterFacts(
        dossier=dossier.pk,
        kind=event.kind,
        code=dossier.code,
        office=office_on(dossier.office_id, at.date()),
        issuer=issuer,
        parent=office_on(issuer.parent_id, at.date()) if issuer.parent_id else None,
        procedure=catalogue.version_in_case(dossier.procedure_version_id, case).name,
        owners=tuple(dossier.parties.filter(role=Role.OWNER).order_by("ordinal")),
        at=at,
        received_at=dossier.received_at.astimezone(VN),
        document=payload.get("document") or _first_request(event, before),
        due_was=_last_due(before),
        due_at=_moment(payload.get("due_at")),
        promised_at=_moment(payload.get("promised_at")),
        reply_by=date.fromisoformat(reply_by) if reply_by else None,
        days=payload.get("days", 0),
        article=payload.get("article", ""),
        ground=GROUNDS.get(payload.get("ground", ""), ""),
        overdue_reason=_reason(payload),
        mends=mends,
        forms_of=fetched,
        reasons=[body for place, body in words if place not in _OF_ITEMS],
        basis="; ".join(_bodies(words, "basis")),
        signer=event.account.full_name,
        signer_title=event.position.title,
        department=department_by_id(department).name if department else "",
        signer_leads=event.position.kind in LEADERS,
        bodies=tuple(_bodies_asked(payload)),
        **_first_letter(payload, before),
    )


def _bodies_asked(payload: Mapping[str, Any]) -> Iterator[BodyAsked]:
    """Who a letter about opinions goes to."""
    for _, _, office, department, _, due_on, article in payload.get("asked", ()):
        yield BodyAsked(body_words(office, department), date.fromisoformat(due_on), article)
    if "ordinal" in payload and "due_on" in payload:
        words = body_words(payload["office"], payload["department"])
        yield BodyAsked(words, date.fromisoformat(payload["due_on"]), "")


def _first_letter(payload: Mapping[str, Any], before: Sequence[Event]) -> Mapping[str, Any]:
    """The letter on which the body a reminder goes to was asked: its number and its day."""
    for event in before:
        asked = event.payload.get("asked", ()) if event.kind == "consulted" else ()
        if payload.get("ordinal") in [one[0] for one in asked]:
            at = event.at.astimezone(VN)
            return {"asked_by": event.payload["document"], "asked_on": at.date()}
    return {}


def _first_request(event: Event, before: Sequence[Event]) -> str:
    """A request that goes on bears the number of the one it goes on from."""
    if event.kind != "asked_still":
        return ""
    asked = [one.payload["document"] for one in before if one.kind == "supplement_requested"]
    return asked[-1] if asked else ""


def _reason(payload: Mapping[str, Any]) -> str:
    code = payload.get("overdue_reason", "")
    return reason_words(code) if code else ""


def _words(event: Event) -> Sequence[tuple[str, str]]:
    """The words an act left are kept at its first event, under the place they belong to."""
    said = Text.objects.filter(dossier_id=event.dossier_id, seq=event.seq)
    return tuple(said.order_by("place", "ordinal").values_list("place", "body"))


def _bodies(words: Sequence[tuple[str, str]], place: str) -> Sequence[str]:
    return [body for where, body in words if where == place]


def _mends(
    dossier: Dossier, items: Sequence[int], told: Sequence[str], others: Sequence[str], day: date
) -> tuple[Sequence[Mend], str]:
    """Each item with the words of its place and its forms of `day`; words destroyed by law leave it
    empty. `others` are the names of papers outside the components, in their order. Then the
    procedure on whose page the forms are fetched, "" for none."""
    if not items:
        return (), ""
    case = dossier.flow.get("case", "")
    version = catalogue.version_in_case(dossier.procedure_version_id, case)
    names = {one.ordinal: one.name for one in version.components}
    names |= dict(dossier.components.values_list("ordinal", "name"))
    names |= dict(zip([item for item in items if item >= OUTSIDE], others, strict=False))
    padded = [*told, *("" for _ in items)]
    now = current(version, day)
    papers = [names.get(item, f"Giấy tờ số {item}") for item in items]
    forms = [forms_for(paper, now.forms, case) for paper in papers]
    mends = tuple(
        Mend(paper, body, "; ".join(map(form_words, some)))
        for paper, body, some in zip(papers, padded, forms, strict=False)
    )
    return mends, now.slug if any(form.sha256 for some in forms for form in some) else ""


def _last_due(events: Sequence[Event]) -> datetime | None:
    """The due time the latest of `events` that speaks of one told; None while it stood still."""
    told = [one.payload["due_at"] for one in events if "due_at" in one.payload]
    return _moment(told[-1]) if told else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(VN) if text else None
