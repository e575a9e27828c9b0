"""Letters that acts give rise to: what to mend, why not taken in, sorry, longer, stopped.

Sources: QĐ 09/2015/QĐ-TTg; TT 01/2018/TT-VPCP, Mẫu 02 to 04; TT 03/2025/TT-VPCP, Phụ lục I, forms
02 to 05. `data/forms.csv` says which form when, `data/wording.csv` in which words, each with its
mark. Each form prints of people what it asks for and no more: name, address, telephone, e-mail;
never a paper's number.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.codes import tail
from motcua.core.refusal import Refused
from motcua.core.seals import SealedPaper
from motcua.dossiers.selectors.letters import LetterFacts, letter_facts
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers import opinion_letters
from motcua.papers.barcodes import printed, printed_qr
from motcua.papers.documents.numbers import number_of
from motcua.papers.documents.rendering import committee, titles
from motcua.papers.forms_on_letters import forms_of, items_of
from motcua.papers.letter_body import Body, Words
from motcua.papers.marks import NO_MARK, Mark, drawn, mark_of
from motcua.papers.phrases import sayings
from motcua.papers.printed import note_prints
from motcua.papers.registry import Form, Regime, in_force
from motcua.papers.sealing import seal_address
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, day_of_issue, moment

TEMPLATE = "letter"
FORM_OF: Mapping[str, Form] = {
    "supplement_requested": Form.SUPPLEMENT,
    "asked_still": Form.SUPPLEMENT,
    "completion_asked": Form.SUPPLEMENT,
    "intake_refused": Form.REFUSAL,
    "apologised": Form.APOLOGY,
    "extended": Form.EXTENSION,
    "stopped": Form.STOP,
    "consulted": Form.OPINION,
    "opinion_reminded": Form.OPINION_REMINDER,
}
"""Which letter the event of that kind gives rise to."""

TO_OTHERS = (Form.OPINION, Form.OPINION_REMINDER)
"""Letters to those asked for an opinion, not to the owner."""
OF_THE_DESK = (Form.SUPPLEMENT, Form.REFUSAL)
WITH_FILE = ("Như trên", "Bộ phận Tiếp nhận và Trả kết quả", "Lưu: VT, hồ sơ")


def title_of(kind: str, day: date) -> str:
    """What the letter of such an event is called on that day; empty for events without one."""
    form = FORM_OF.get(kind)
    return in_force(form, day).title if form else ""


@transaction.atomic
def letter_pdf(code: str, seq: int, actor: Actor, at: datetime, printed_at: datetime) -> bytes:
    """The letter of event `seq` of `code`, marked from the second print on; the print is in the
    audit. Ten queries at most.

    Raises Refused("not_found") for what is not the officer's to open, and for an event that gives
    rise to no letter or was taken back.
    """
    facts = letter_facts(code, seq, actor)
    if facts.kind not in FORM_OF:
        raise Refused("not_found", dossier=code)
    if not facts.document:
        facts = replace(facts, document=number_of(facts.dossier, seq))
    again = note_prints(FORM_OF[facts.kind], [facts.dossier], actor, at, seq=seq)
    made = render(facts, mark_of(facts.office.id), again[facts.dossier])
    record(
        "letter_printed",
        at=printed_at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="dossier",
        subject=facts.code,
    )
    return made


def render(facts: LetterFacts, mark: Mark = NO_MARK, reprint: str = "") -> bytes:
    """The letter as a tagged PDF. The same facts, the same bytes."""
    return pdf(TEMPLATE, data_of(facts, mark, reprint))


def data_of(facts: LetterFacts, mark: Mark = NO_MARK, reprint: str = "") -> dict[str, object]:
    """What the template is given: words ready to print, bars ready to draw."""
    form = FORM_OF[facts.kind]
    regime = in_force(form, facts.at.date())
    body = _BODIES[form](facts, sayings(form, facts.at.date()))
    above, issuer = _issuer(facts, form)
    at = facts.at
    return {
        "title": regime.title,
        "about": _about_what(regime) if form in TO_OTHERS else "",
        "form": regime.line,
        "mark": drawn(mark),
        "reprint": reprint,
        "above": above.upper(),
        "issuer": issuer.upper(),
        "number": _number(facts, regime),
        "place": f"{facts.office.place_name}, {day_of_issue(at)}",
        "day": [at.year, at.month, at.day],
        "code": facts.code,
        "bars": printed(facts.code),
        "qr": printed_qr(_seal(facts)),
        "sample": timekeeping.is_demonstration(),
        "to": clipped("; ".join(_addressees(facts, form))),
        "facts": [*_about(facts, form), *_people(facts)],
        "before": body.before,
        "items": body.items,
        "after": body.after,
        "forms": forms_of(facts, sayings(form, facts.at.date())),
        "left": body.left,
        "right": _signs(facts, form, body),
        "signer": facts.signer if body.signer is None else body.signer,
        "seal": form not in OF_THE_DESK,
        "copies": () if form in OF_THE_DESK else WITH_FILE,
    }


def _seal(facts: LetterFacts) -> str:
    """The letter's own code: of which dossier and act it speaks, and until when it promises."""
    return seal_address(
        SealedPaper.LETTER,
        facts.code,
        at=facts.at,
        until_at=facts.promised_at or facts.due_at,
        facts=[facts.kind, facts.document or ""],
    )


def _issuer(facts: LetterFacts, form: Form) -> tuple[str, str]:
    """Who is above and who issues: the desk, the signer's department, or the office itself."""
    office = committee(facts.issuer)
    if form in OF_THE_DESK and facts.issuer.desk_name and facts.issuer.kind != "outside":
        return office, facts.issuer.desk_name
    if facts.department:
        return office, facts.department
    return (facts.parent.name if facts.parent else ""), office


def _signs(facts: LetterFacts, form: Form, body: Body) -> Sequence[str]:
    """Who signs, line under line: of a committee's own letter, for the committee."""
    if body.signs:
        return [body.signs]
    of_committee = committee(facts.issuer).startswith("UBND") and not facts.department
    return titles(facts.signer_title) if of_committee else [facts.signer_title]


def _about_what(regime: Regime) -> str:
    """A letter (công văn) has no name of its own: its subject stands under its number."""
    return regime.title.replace("Công văn", "V/v", 1)


def _number(facts: LetterFacts, regime: Regime) -> str:
    """The number of the register; of a paper older than its book what the officer wrote down, or
    the dossier's own."""
    given = facts.document or tail(facts.code)
    if given.isdigit():
        given = given.zfill(2)
    return f"Số: {given}" if "/" in given else f"Số: {given}/{regime.suffix}"


def _people(facts: LetterFacts) -> Sequence[Sequence[str]]:
    owner = facts.owners[0] if facts.owners else None
    told = [
        ("Địa chỉ", owner.address if owner else ""),
        ("Số điện thoại", owner.phone if owner else ""),
        ("Email", owner.email if owner else ""),
        ("Nội dung yêu cầu giải quyết", facts.procedure),
    ]
    return [[label, clipped(value)] for label, value in told if value]


def _completion(facts: LetterFacts, words: Words) -> Body:
    """Before the intake: what is missing, under the reference by which it is found again."""
    after = [words["not_received"].format(reference=facts.code), _contact(facts)]
    if facts.reply_by:
        after.insert(0, words["come_again"].format(day=f"{facts.reply_by:%d/%m/%Y}"))
    return Body(
        before=[words["incomplete"]],
        items=items_of(facts, words),
        after=after,
        signs=words["signs"],
    )


def _addressees(facts: LetterFacts, form: Form) -> Sequence[str]:
    if form in TO_OTHERS:
        return [one.words for one in facts.bodies]
    return [party.name for party in facts.owners]


def _about(facts: LetterFacts, form: Form) -> Sequence[Sequence[str]]:
    """Whose dossier it is, in a letter to somebody else."""
    if form not in TO_OTHERS:
        return ()
    return [["Hồ sơ của", clipped("; ".join(party.name for party in facts.owners))]]


def _supplement(facts: LetterFacts, words: Words) -> Body:
    if facts.kind == "completion_asked":
        return _completion(facts, words)
    after = [words["reason"].format(reason=clipped(why)) for why in facts.reasons]
    if facts.basis:
        after.append(words["basis"].format(basis=clipped(facts.basis)))
    if facts.reply_by:
        after.append(words["until"].format(day=f"{facts.reply_by:%d/%m/%Y}"))
    after.append(_contact(facts))
    return Body(
        before=[_received(facts), words["again" if facts.kind == "asked_still" else "lead"]],
        items=items_of(facts, words),
        after=after,
        signs=words["signs"],
    )


def _refusal(facts: LetterFacts, words: Words) -> Body:
    lead = words["lead"].format(desk=facts.office.desk_name)
    return Body(
        before=[lead, *(clipped(why) for why in facts.reasons)],
        after=[words["close"], _contact(facts)],
        left=words["left"],
        signs=words["signs"],
    )


def _apology(facts: LetterFacts, words: Words) -> Body:
    due = facts.due_was
    told = [_received(facts)]
    if due:
        told.append(words["due"].format(moment=moment(due)))
    told.append(words["late" if due is not None and facts.at > due else "will_be_late"])
    reasons = (facts.overdue_reason, *facts.reasons)
    told += [words["reason"].format(reason=clipped(why)) for why in reasons if why]
    told.append(words["sorry"])
    after = []
    if facts.promised_at:
        after.append(words["promise"].format(moment=moment(facts.promised_at)))
    return Body(before=told, after=[*after, _contact(facts)])


def _extension(facts: LetterFacts, words: Words) -> Body:
    told = [_received(facts)]
    lead = words["by_law" if facts.article else "told"]
    told.append(lead.format(article=facts.article, days=facts.days))
    told += [words["reason"].format(reason=clipped(why)) for why in facts.reasons]
    if facts.due_was:
        told.append(words["was"].format(moment=moment(facts.due_was)))
    after = []
    if facts.due_at:
        after.append(words["now"].format(moment=moment(facts.due_at)))
    return Body(before=told, after=[*after, _contact(facts)])


def _stop(facts: LetterFacts, words: Words) -> Body:
    told = [_received(facts), words["told"].format(ground=facts.ground.lower())]
    told += [words["reason"].format(reason=clipped(why)) for why in facts.reasons]
    return Body(before=told, after=[words["settled"], _contact(facts)])


def _received(facts: LetterFacts) -> str:
    return f"Hồ sơ của ông/bà được tiếp nhận lúc {moment(facts.received_at)}."


def _contact(facts: LetterFacts) -> str:
    number = facts.office.phone.replace(" ", "\u00a0")  # on one line
    phone = f", số điện thoại {number}" if number else ""
    return f"Cần hướng dẫn, ông/bà liên hệ {facts.office.desk_name}{phone}."


_BODIES: Mapping[Form, Callable[[LetterFacts, Words], Body]] = {
    Form.SUPPLEMENT: _supplement,
    Form.REFUSAL: _refusal,
    Form.APOLOGY: _apology,
    Form.EXTENSION: _extension,
    Form.STOP: _stop,
    Form.OPINION: opinion_letters.opinion,
    Form.OPINION_REMINDER: opinion_letters.reminder,
}
