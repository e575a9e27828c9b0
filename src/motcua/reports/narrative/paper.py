"""The report as it will be signed: the same parts for the screen, DOCX and PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from motcua.core.clock import VN
from motcua.organization.selectors import office_by_slug, office_on
from motcua.papers import wording
from motcua.papers.documents.kinds import kinds, office_symbol
from motcua.papers.documents.rendering import committee, titles
from motcua.reports.narrative.drafting import drafted, title
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.sections import Section, sections
from motcua.reports.narrative.words import Paragraph, within
from motcua.reports.quarters import period_name

KIND = "bc"
DOTS = "……………………"
BLANK_TITLE = "Chủ tịch UBND"
"""Above the place where a draft will be signed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as which post, with which number and on which day; empty before that."""

    title: str = ""
    name: str = ""
    number: str = ""
    issued_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Amending:
    """Which report an amendment amends, for which reason, and what it says otherwise."""

    ordinal: int
    number: str
    issued_on: date | None
    because: str
    changes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section on paper: what was drafted, then what a person wrote, a paragraph each."""

    section: Section
    drafted: Sequence[Paragraph]
    written: Sequence[str]


@dataclass(frozen=True, slots=True)
class Paper:
    """Everything on it."""

    office: str
    above: str
    issuer: str
    number: str
    place: str
    day: date
    subject: str
    parts: Sequence[Part]
    recipients: Sequence[str]
    titles: Sequence[str]
    signer: str
    appendix: Mapping[str, Any]
    draft: bool
    foot: str = ""
    amending: Sequence[str] = field(default=())


def paper(
    facts: Facts,
    words: Mapping[str, str],
    at: datetime,
    *,
    signature: Signature | None = None,
    amending: Amending | None = None,
    foot: str = "",
) -> Paper:
    """The report of those figures and words. One that is not issued yet bears the month of `at`,
    or of the first day after its period, when that is later."""
    signed = signature or Signature()
    day = (signed.issued_at or at).astimezone(VN).date()
    office = office_on(office_by_slug(facts.office).id, day)
    parent = office_on(office.parent_id, day) if office.parent_id else None
    name = committee(office)
    said = drafted(facts)
    slash = f"/{kinds()[KIND].symbol}-{office_symbol(name)}"
    open_day = max(day, date.fromisoformat(facts.to_on) + timedelta(days=1))
    issued = f"{signed.number} ngày {wording.short_day(day)}"
    to_write = f"     {slash} ngày {wording.short_day_to_write(open_day)}"
    annex = f"(Kèm theo Báo cáo số {issued if signed.number else to_write} của {within(name)})"
    return Paper(
        office=facts.office,
        above=committee(parent).upper() if parent else "",
        issuer=name.upper(),
        number=f"Số: {signed.number or f'        {slash}'}",
        place=f"{office.place_name}, "
        + (wording.day_of_issue(signed.issued_at.astimezone(VN)) if signed.issued_at else
           wording.day_to_write(open_day)),
        day=day,
        subject=title(facts, _period(facts)),
        parts=[
            Part(one, said.get(one.key, ()), _written(one, words, dots=not signed.name))
            for one in sections()
            if one.key != "recipients"
        ],
        recipients=_lines(words.get("recipients", "")),
        titles=titles(signed.title or BLANK_TITLE),
        signer=signed.name,
        appendix={**facts.appendix, "annex": annex},
        draft=not signed.number,
        foot=foot,
        amending=_amending(amending),
    )  # fmt: skip


def _period(facts: Facts) -> str:
    return period_name(date.fromisoformat(facts.from_on), date.fromisoformat(facts.to_on))


def _lines(body: str) -> Sequence[str]:
    return [line.strip() for line in body.split("\n") if line.strip()]


def _written(section: Section, words: Mapping[str, str], *, dots: bool) -> Sequence[str]:
    """What a person wrote; in a draft, dots where something still must be written."""
    lines = _lines(words.get(section.key, ""))
    return lines or ([DOTS] if section.required and dots else ())


def _amending(told: Amending | None) -> Sequence[str]:
    if told is None:
        return ()
    day = f" ngày {told.issued_on:%d/%m/%Y}" if told.issued_on else ""
    return (
        f"Báo cáo này sửa đổi, bổ sung lần {told.ordinal} Báo cáo số {told.number}{day}. "
        f"Lý do: {told.because.rstrip('.')}.",
        *told.changes,
    )
