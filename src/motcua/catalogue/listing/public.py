"""What anyone may know of a procedure, found by its national code for ever.

A procedure keeps its slug; its code may be given anew, so that old codes lead to it as well.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue.confirming.facts import says_only_days
from motcua.catalogue.content import content_of
from motcua.catalogue.decisions.codes import CODE
from motcua.catalogue.decisions.difference import Change, differences
from motcua.catalogue.models import FormTemplate, Procedure, ProcedureVersion, Promulgation
from motcua.catalogue.selectors import (
    VersionRow,
    procedures_in_force,
    procedures_of,
    versions_of,
)
from motcua.core.clock import AllowanceKind
from motcua.core.refusal import Refused
from motcua.organization.selectors import OfficeRow, offices_with_desk

LONGEST_KEY = 80
OWN_AFFAIR = frozenset(
    {"people_words", "mark", "code_mark", "source", "sensitive", "department_code", "national_name"}
)
"""Fields of a version that concern the office and not who comes with a dossier."""
FILED_ONLINE = 3
"""The level of before 2022 from which on a dossier may be filed online."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision a version stands in."""

    number: str
    signed_on: date
    issuer: str
    effective_on: date


@dataclass(frozen=True, slots=True)
class Chapter:
    """One version in the history of a procedure. `changes` are against the one before it, empty
    for the first; `decision` None for what shipped with the program."""

    version: VersionRow
    decision: Decision | None
    changes: Sequence[Change]
    replaced_by: VersionRow | None


def key_of(row: VersionRow, day: date) -> str:
    """The last part of the permanent address: the code, or the slug when there is no code or two
    levels share it."""
    if not row.code or _by_code(day).get(row.code, ()) != (row.procedure_id,):
        return row.slug
    return row.code


def found(key: str, day: date) -> Sequence[VersionRow]:
    """The versions `key` names as of `day`: a code with or without its owner, or a slug.

    In force ones first; abolished ones when none is; several when two levels share the code. Codes
    of the past lead to the procedure as it is on `day`. Raises Refused("unknown_procedure"). No
    query for what is in force, else at most two and those of `versions_of`.
    """
    match = CODE.fullmatch(key)
    in_force = procedures_in_force(day)
    rows = [row for row in in_force if row.slug == key or (match and _is_named(row, match))]
    if rows:
        return rows
    known = Procedure.objects.filter(versions__effective_on__lte=day)
    known = known.filter(versions__code=match["core"]) if match else known.filter(slug=key)
    ids = set(known.values_list("pk", flat=True))
    now = [row for row in in_force if row.procedure_id in ids]
    begun = [row for row in (_newest(pk, day) for pk in ids) if row is not None]
    if not now and not begun:
        raise Refused("unknown_procedure", procedure=key[:LONGEST_KEY])
    return now or sorted(begun, key=lambda row: row.sort_key)


def first_day(key: str) -> date | None:
    """The first day on which `key` names something; None when it never does. One query."""
    match = CODE.fullmatch(key)
    rows = ProcedureVersion.objects.filter(
        **({"code": match["core"]} if match else {"procedure__slug": key})
    )
    return rows.order_by("effective_on").values_list("effective_on", flat=True).first()


def desks_on(day: date) -> Sequence[OfficeRow]:
    """The offices that took dossiers in on `day`, in their order."""
    return offices_with_desk(day=day)


def handled_by(row: VersionRow, day: date) -> Sequence[OfficeRow]:
    """The offices with a desk that handle a version in force on `day`, in their order."""
    return [
        office
        for office in desks_on(day)
        if any(one.id == row.id for one in procedures_of(office.id, day))
    ]


def handled_where(
    rows: Iterable[VersionRow], day: date
) -> Sequence[tuple[VersionRow, Sequence[OfficeRow]]]:
    """Those of `rows`, in force on `day`, that an office with a desk handles, each with these
    offices in their order. Offices of one kind handle the same: each kind is looked at once."""
    desks = desks_on(day)
    kinds = {one.kind: one.id for one in desks}
    handled = {kind: {one.id for one in procedures_of(pk, day)} for kind, pk in kinds.items()}
    found = [(row, [one for one in desks if row.id in handled[one.kind]]) for row in rows]
    return [(row, offices) for row, offices in found if offices]


def history(row: VersionRow) -> Sequence[Chapter]:
    """All versions of a procedure, newest first, the coming ones too. Two queries, and those of
    `versions_of`."""
    rows = list(_one_a_day(versions_of(row.procedure_id)))
    decisions = decisions_of(rows)
    after = {one.replaced_by_id for one in rows if one.replaced_by_id}
    replacing = {pk: _newest(pk, date.max) for pk in after}
    before: list[VersionRow | None] = [*rows[1:], None]
    return [
        Chapter(
            version=one,
            decision=decisions.get(one.promulgation_id or 0),
            changes=changes(earlier, one) if earlier else (),
            replaced_by=replacing.get(one.replaced_by_id or 0),
        )
        for one, earlier in zip(rows, before, strict=True)
    ]


def changes(old: VersionRow, new: VersionRow) -> Sequence[Change]:
    """What changed for who comes with a dossier; nothing for an abolition, which says all."""
    if new.abolished:
        return ()
    said = differences(content_of(old), content_of(new))
    return [change for change in said if change.key not in OWN_AFFAIR]


def decisions_of(rows: Iterable[VersionRow]) -> Mapping[int, Decision]:
    """The decisions `rows` stand in, by id. One query, none when there is no decision."""
    ids = {row.promulgation_id for row in rows if row.promulgation_id is not None}
    if not ids:
        return {}
    wanted = Promulgation.objects.filter(pk__in=ids)
    return {
        one.pk: Decision(one.number, one.signed_on, one.issuer, one.effective_on) for one in wanted
    }


def is_unconfirmed(row: VersionRow, field: str) -> bool:
    """Whether what a version says of `field` waits for someone to read it in the gazette: not
    marked V, or a term the decision gives in "ngày" without saying which."""
    if row.articles.get(field, {}).get("mark") != "V":
        return True
    return field == "allowance" and says_only_days(row)


def online_level(row: VersionRow) -> int | None:
    """How far a procedure went online by the levels of before 2022; None when unsaid, and when a
    level without filing stands beside filing online, which a decision added and left it."""
    files = "online" in row.channels or bool(row.online_scope)
    return None if files and (row.online_level or 0) < FILED_ONLINE else row.online_level


def ways_to_file(row: VersionRow) -> Sequence[str]:
    """The channels of a version, online among them where its level or scope says so."""
    filed = row.online_scope or (row.online_level or 0) >= FILED_ONLINE
    if filed and "online" not in row.channels:
        return (*row.channels, "online")
    return row.channels


def is_only_days(row: VersionRow) -> bool:
    """Whether which kind of day is meant is our reading: so it is written, or the term is kept in
    days and no article marked V says that they are days of the calendar."""
    unread = row.articles.get("allowance", {}).get("mark") != "V"
    return says_only_days(row) or (row.allowance.kind is AllowanceKind.CALENDAR_DAYS and unread)


def form_file(sha256: str) -> tuple[str, str] | None:
    """The name of a form's file and of the form, by its bytes; None when no version has it.

    One query.
    """
    found = FormTemplate.objects.filter(sha256=sha256).order_by("-version__effective_on").first()
    return (found.file_name, found.name) if found else None


def _is_named(row: VersionRow, match: re.Match[str]) -> bool:
    if row.code != match["core"]:
        return False
    suffix = (match["suffix"] or "").upper()
    return suffix in ("", row.owner_suffix.upper()) or not row.owner_suffix


def _by_code(day: date) -> Mapping[str, tuple[int, ...]]:
    rows = procedures_in_force(day)
    kept = _codes.get(day)
    if kept is None or kept[0] is not rows:
        codes: dict[str, tuple[int, ...]] = {}
        for row in rows:
            codes[row.code] = (*codes.get(row.code, ()), row.procedure_id)
        _codes.clear()
        _codes[day] = kept = (rows, codes)
    return kept[1]


_codes: dict[date, tuple[Sequence[VersionRow], Mapping[str, tuple[int, ...]]]] = {}


def _newest(procedure_id: int, day: date) -> VersionRow | None:
    rows = _one_a_day(versions_of(procedure_id))
    return next((row for row in rows if row.effective_on <= day), None)


def _one_a_day(rows: Iterable[VersionRow]) -> Iterable[VersionRow]:
    """Newest first; of one day the version of a decision counts, the shipped one lies beneath."""
    best: dict[date, VersionRow] = {}
    for row in rows:
        known = best.get(row.effective_on)
        if known is None or known.promulgation_id is None:
            best[row.effective_on] = row
    return sorted(best.values(), key=lambda row: row.effective_on, reverse=True)
