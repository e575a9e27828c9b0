"""What a version asks for and promises, as every page of it tells it. No query."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.catalogue.confirming.facts import says_only_days
from motcua.catalogue.listing import public
from motcua.catalogue.rows import CaseRow, ComponentRow, FeeRow, FormRow, VersionRow
from motcua.core.clock import Allowance, allowance_words


@dataclass(frozen=True, slots=True)
class Part:
    """What holds in every case (`case` None), or in one beside that."""

    case: CaseRow | None
    term: str
    components: Sequence[ComponentRow]
    fees: Sequence[FeeRow]
    forms: Sequence[FormRow]


@dataclass(frozen=True, slots=True)
class Limit:
    """A term with the article it stands in. `unread`: nobody has read it in the gazette yet."""

    kind: str
    days: int
    article: str
    unread: bool


def said_of(row: VersionRow) -> dict[str, object]:
    """What `_code_facts`, `_code_papers` and `_tariff` draw."""
    return {
        "version": row,
        "term": allowance_words(row.allowance),
        "term_unread": public.is_unconfirmed(row, "allowance"),
        "only_days": says_only_days(row),
        "term_article": row.articles.get("allowance", {}).get("article", ""),
        "fee_article": row.articles.get("fee_text", {}).get("article", ""),
        "channels": public.ways_to_file(row),
        "online_level": public.online_level(row),
        "parts": _parts(row),
        "limits": _limits(row),
    }


def _parts(row: VersionRow) -> Sequence[Part]:
    """What every case needs first, then what each needs beside it."""
    cases: list[CaseRow | None] = [None, *row.cases]
    found = []
    for case in cases:
        key = case.key if case else ""
        found.append(
            Part(
                case,
                _term(case.allowance) if case else "",
                [one for one in row.components if one.case == key],
                [one for one in row.fees if one.case == key],
                [one for one in row.forms if one.case == key],
            )
        )
    return found


def _term(allowance: Allowance | None) -> str:
    return allowance_words(allowance) if allowance else ""


def _limits(row: VersionRow) -> Sequence[Limit]:
    found = []
    for name in ("supplement_within_days", "silence_days", "extension_days"):
        days = getattr(row, name)
        if days is not None:
            article = row.articles.get(name, {}).get("article", "")
            found.append(Limit(name, days, article, public.is_unconfirmed(row, name)))
    return found
