"""What changes from one content to another: field by field, old beside new. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from motcua.catalogue.content import (
    ALLOWANCES,
    GROUPS,
    LISTS,
    Content,
    Kind,
    ListField,
    blank,
)
from motcua.catalogue.sheets.cells import text_of

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
TERM = ("allowance", "allowance_kind")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes. `what` is its label, or the line of a list; `old` and `new` are in
    words, empty where nothing is said. `kind`: added, removed or changed."""

    key: str
    group: str
    what: str
    kind: str
    old: str
    new: str


def differences(old: Content | None, new: Content | None) -> Sequence[Change]:
    """All changes, in the order of a version's page. Nothing said yet is None."""
    before, after = {**blank(), **(old or {})}, {**blank(), **(new or {})}
    if old is None:
        before = {**before, "at_desk": "", "after_supplement": "", "channels": []}
    if new is None:
        after = {**after, "at_desk": "", "after_supplement": "", "channels": []}
    return (*_plain(before, after), *(c for one in LISTS for c in _list(before, after, one)))


def term_of(content: Mapping[str, Any]) -> str:
    """`15 ngày làm việc`, `trong ngày`; empty where there is none."""
    kind = str(content.get("allowance_kind") or "")
    if not kind or kind == "same_day":
        return ALLOWANCES.get(kind, "")
    amount = str(content.get("allowance") or "").replace(".", ",")
    return f"{amount} {ALLOWANCES.get(kind, kind)}".strip()


def _plain(before: Content, after: Content) -> Iterator[Change]:
    for group, fields in GROUPS.items():
        for one in fields:
            if one.key == "allowance_kind":
                continue
            if one.key == "allowance":
                old, new = term_of(before), term_of(after)
            else:
                old, new = text_of(one, before[one.key]), text_of(one, after[one.key])
            if old != new:
                yield Change(one.key, group, one.label, _kind(old, new), old, new)


def _list(before: Content, after: Content, known: ListField) -> Iterator[Change]:
    """Lines are the same when they are named the same; the second of two alike is another."""
    old, new = _named(before[known.key], known), _named(after[known.key], known)
    for name in [*old, *(name for name in new if name not in old)]:
        said, says = old.get(name), new.get(name)
        if said == says:
            continue
        words, now = _said(said, known), _said(says, known)
        if words == now:  # only the bytes of a form's file are other
            now = f"{now}; tệp mới"
        line = said if said is not None else says
        title = f"{known.one.capitalize()}: {(line or {}).get('name', '')}"
        yield Change(known.key, known.label, title, _kind(words, now), words, now)


def _named(
    lines: Sequence[Mapping[str, Any]], known: ListField
) -> dict[tuple[str, ...], Mapping[str, Any]]:
    found: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for line in lines:
        name = tuple(str(line.get(key, "")) for key in known.named_by)
        while name in found:
            name = (*name, "")
        found[name] = line
    return found


def _said(line: Mapping[str, Any] | None, known: ListField) -> str:
    """A line in one sentence: what it is named by first, then what else it says."""
    if line is None:
        return ""
    parts = [term_of(line)] if "allowance" in line else []
    for one in known.columns:
        value = line.get(one.key)
        if one.kind is Kind.FLAG:
            parts.append(one.label.lower() if value else "")
        elif one.key not in (*TERM, "sha256") and (text := text_of(one, value)):
            parts.append(text if one.key in ("name", "number") else f"{one.label.lower()} {text}")
    return "; ".join(part for part in parts if part)


def _kind(old: str, new: str) -> str:
    if not old:
        return ADDED
    return CHANGED if new else REMOVED
