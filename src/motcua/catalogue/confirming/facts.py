"""Which facts of a version bear a mark, and a version with some of them confirmed. Pure.

A fact is named `name`, `code`, by the field's key, or `cases:<key>`, `fees:<case>:<name>`.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from motcua.catalogue.content import FIELD, LABELS, LIST, Content, content_of
from motcua.catalogue.decisions.difference import term_of
from motcua.catalogue.rows import CaseRow, FeeRow, VersionRow
from motcua.catalogue.sheets.cells import text_of
from motcua.core.clock import AllowanceKind

TERM: Final = ("allowance", "allowance_kind", "allowance_as_written")
READ: Final = "V"
_DAYS: Final = re.compile(r"\bngày\b(?! làm việc)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a version says. `said` is its value as JSON holds it, `text` the same in words;
    `article` and `mark` as the version gives them."""

    key: str
    label: str
    text: str
    said: Any
    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A fact confirmed: of versions that began on `from_on` or later and say `said`."""

    id: int
    fact: str
    said: Any
    article: str
    from_on: date
    approved_on: date


def unread(row: VersionRow) -> Sequence[Fact]:
    """The facts nobody has read in their source, in the order of the version's page.

    A name or code counts when marked M; a term, a case and a tariff line when not marked V; the
    term also while it says only “ngày” and nobody confirmed how they are counted.
    """
    return [one for one in _facts(row) if not _is_read(one, row)]


def laid(row: VersionRow, confirmed: Collection[Confirmed]) -> VersionRow:
    """The version with these facts marked V where it says what was confirmed; nothing else of it
    changes, and an article it gives stays."""
    known = {one.fact: one for one in confirmed}
    good = {
        one.key: known[one.key]
        for one in unread(row)
        if one.key in known and known[one.key].said == one.said
    }
    if not good:
        return row
    return replace(
        row,
        mark=READ if "name" in good else row.mark,
        code_mark=READ if "code" in good else row.code_mark,
        articles=_articles(row, good),
        cases=tuple(_case(one, good) for one in row.cases),
        fees=tuple(_fee(one, good) for one in row.fees),
    )


def says_only_days(row: VersionRow) -> bool:
    """Whether the decision says "ngày" and the kind of day is our reading of it, which nobody
    confirmed."""
    counting = row.articles.get("allowance", {}).get("counting")
    if row.allowance.kind is AllowanceKind.SAME_DAY or counting == READ:
        return False
    return bool(_DAYS.search(row.allowance_as_written))


def _is_read(one: Fact, row: VersionRow) -> bool:
    if one.key in ("name", "code"):
        return one.mark != "M"
    if one.key == "allowance" and one.mark == READ:
        return not says_only_days(row)
    return one.mark == READ


def _facts(row: VersionRow) -> Iterator[Fact]:
    content = content_of(row)
    yield Fact("name", LABELS["name"], row.name, row.name, "", row.mark)
    if row.code:
        yield Fact("code", LABELS["code"], row.code, row.code, "", row.code_mark)
    for key in ("allowance", *(key for key in row.articles if key not in (*TERM, "name", "code"))):
        yield _field(key, content, row.articles.get(key, {}))
    for line in content["cases"]:
        yield _line(f"cases:{line['key']}", "cases", line, term_of(line))
    for line in content["fees"]:
        amount = text_of(_AMOUNT, line["amount_vnd"])
        yield _line(f"fees:{line['case']}:{line['name']}", "fees", line, f"{amount} đồng")


_AMOUNT: Final = next(one for one in LIST["fees"].columns if one.key == "amount_vnd")


def _field(key: str, content: Content, about: Mapping[str, str]) -> Fact:
    said: Any = content.get(key)
    text = text_of(FIELD[key], said) if key in FIELD else ""
    if key == "allowance":
        said = {part: content[part] for part in TERM}
        text = term_of(content)
    label = LABELS.get(key, key)
    return Fact(key, label, text, said, about.get("article", ""), about.get("mark", ""))


def _line(key: str, kind: str, line: Mapping[str, Any], text: str) -> Fact:
    said = {name: value for name, value in line.items() if name not in ("article", "mark")}
    label = f"{LIST[kind].one.capitalize()}: {line['name']}"
    return Fact(key, label, text, said, line["article"], line["mark"])


def _articles(row: VersionRow, good: Mapping[str, Confirmed]) -> Mapping[str, Mapping[str, str]]:
    found = {key: dict(about) for key, about in row.articles.items()}
    for key, one in good.items():
        if key != "allowance" and key not in found:
            continue
        about = found.get(key, {})
        found[key] = {**about, "article": about.get("article") or one.article, "mark": READ}
        if key == "allowance":
            found[key]["counting"] = READ
    return found


def _case(line: CaseRow, good: Mapping[str, Confirmed]) -> CaseRow:
    one = good.get(f"cases:{line.key}")
    return replace(line, article=line.article or one.article, mark=READ) if one else line


def _fee(line: FeeRow, good: Mapping[str, Confirmed]) -> FeeRow:
    one = good.get(f"fees:{line.case}:{line.name}")
    return replace(line, article=line.article or one.article, mark=READ) if one else line
