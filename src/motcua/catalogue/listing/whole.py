"""Everything a version says, in words, as the officer who keeps the catalogue reads it. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from motcua.catalogue.content import GROUPS, LIST, Content, Field, Kind, content_of
from motcua.catalogue.decisions.difference import term_of
from motcua.catalogue.rows import VersionRow
from motcua.catalogue.sheets.cells import text_of

Line = Mapping[str, str]
"""What a line of a list says, by its column; empty where nothing is said."""
_SEPARATOR: Final = re.compile(r";(?=\S)")
"""Between the parts of a text, as files write it."""
_ABOUT_OTHERS: Final = frozenset({"allowance_kind", "articles", "mark", "code_mark"})
"""Fields that say something of another field, beside which they are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """One field: its word, what it says (empty: nothing), where that stands and whether somebody
    read it there: V, M, or empty where nobody said."""

    key: str
    label: str
    text: str
    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked for in every case (no `key`), or only in one. `term` is empty in a case that
    keeps the term of the procedure."""

    key: str
    name: str
    term: str
    article: str
    mark: str
    components: Sequence[Line]
    fees: Sequence[Line]
    forms: Sequence[Line]


def groups(row: VersionRow) -> Mapping[str, Sequence[Told]]:
    """Each group of fields with what each says, in the order decisions are written in."""
    content = content_of(row)
    return {
        title: [_told(one, content, row) for one in fields if one.key not in _ABOUT_OTHERS]
        for title, fields in GROUPS.items()
    }


def parts(row: VersionRow) -> Sequence[Part]:
    """What is asked for in every case, then in each case more."""
    content = content_of(row)
    common = _part(content, {"key": "", "name": ""})
    return (common, *(_part(content, case) for case in content["cases"]))


def results(row: VersionRow) -> Sequence[Line]:
    """What is taken home, and for how long it is good."""
    content = content_of(row)
    return [_line(one, "results") for one in content["results"]]


def _told(one: Field, content: Content, row: VersionRow) -> Told:
    about = row.articles.get(one.key, {})
    own = {"name": row.mark, "code": row.code_mark if row.code else ""}
    text = term_of(content) if one.key == "allowance" else text_of(one, content[one.key])
    mark = own.get(one.key) or about.get("mark", "")
    return Told(one.key, one.label, _SEPARATOR.sub("; ", text), about.get("article", ""), mark)


def _part(content: Content, case: Mapping[str, Any]) -> Part:
    found = {
        key: [_line(one, key) for one in content[key] if one["case"] == case["key"]]
        for key in ("components", "fees", "forms")
    }
    written = case.get("allowance_as_written", "")
    term = term_of(case) + (f" (văn bản: {written})" if written else "")
    return Part(
        key=case["key"],
        name=case["name"],
        term=term.strip(),
        article=case.get("article", ""),
        mark=case.get("mark", ""),
        **found,
    )


def _line(said: Mapping[str, Any], known: str) -> Line:
    return {one.key: _words(one, said.get(one.key)) for one in LIST[known].columns}


def _words(one: Field, value: Any) -> str:
    """A flag is its own word, or nothing: `nếu có`."""
    if one.kind is Kind.FLAG:
        return one.label.lower() if value else ""
    return text_of(one, value)
