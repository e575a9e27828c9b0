"""The shipped catalogue into rows: procedures, versions, papers, fees, processes.

Loaded by content, many times without harm: what exists is left as it is, since a person may have
touched it; only what is missing is added. A procedure over which a decision was approved here, or
a process published, is the office's own: no later file changes it (`differences_from_files` tells).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from motcua.catalogue import selectors, shipped
from motcua.catalogue.content import Content, content_of
from motcua.catalogue.decisions.difference import Change, differences
from motcua.catalogue.decisions.writing import Written, write_versions
from motcua.catalogue.models import FeeRule, Procedure, ProcedureVersion, Process
from motcua.catalogue.rows import CHILDREN, version_row
from motcua.catalogue.shipped import (
    EFFECTIVE_ON,
    TERMS,
    Shipped,
    ShippedProcess,
    shipped_processes,
)
from motcua.core.flow.process.check import check
from motcua.core.flow.process.plain import plain_route
from motcua.organization.selectors import every_office

__all__ = ["differences_from_files", "load_reference", "shipped_processes"]

PLAIN_SOURCE = "Quy trình suy ra từ thời hạn, chưa có quyết định của đơn vị"


class FaultyProcess(ValueError):
    """A shipped process that `motcua check process` would refuse."""


@dataclass(frozen=True, slots=True)
class FromFile:
    """A row that says other than the file it came from."""

    slug: str
    effective_on: date
    changes: Sequence[Change]


def load_reference() -> None:
    """Add what is missing. The caller holds the advisory lock and the transaction."""
    versions = shipped.shipped_versions()
    before = {procedure.slug: procedure for procedure in Procedure.objects.all()}
    new = dict.fromkeys(one.slug for one in versions if one.slug not in before)
    made = Procedure.objects.bulk_create(Procedure(slug=slug) for slug in new)
    known = before | {procedure.slug: procedure for procedure in made}
    missing = _missing(versions, frozenset(before))
    write_versions(
        [
            Written(
                known[one.slug],
                one.effective_on,
                one.content,
                abolished=one.abolished,
                replaced_by=known.get(one.replaced_by),
            )
            for one in missing
        ]
    )
    _fill_in(versions)
    _load_processes(versions, known)
    selectors.forget()


def content() -> bytes:
    """All of this room's reference data as bytes, for the content hash."""
    return shipped.content_bytes()


def differences_from_files() -> Sequence[FromFile]:
    """Rows of shipped versions that were changed here since, with what differs. Six queries."""
    said = {(one.slug, one.effective_on): one.content for one in shipped.shipped_versions()}
    rows = ProcedureVersion.objects.filter(promulgation=None, abolished=False)
    found = []
    for row in rows.select_related("procedure").prefetch_related(*CHILDREN).order_by("sort_key"):
        file = said.get((row.procedure.slug, row.effective_on))
        changes = differences(file, content_of(version_row(row))) if file is not None else ()
        if changes:
            found.append(FromFile(row.procedure.slug, row.effective_on, changes))
    return found


def _missing(versions: Sequence[Shipped], before: frozenset[str]) -> Sequence[Shipped]:
    """Whole procedures the folder has never had, and later versions of those that are not its
    own. The first version of one it has is never added again: a person may have removed it."""
    rows = ProcedureVersion.objects.values_list("procedure__slug", "effective_on", "promulgation")
    have = {(slug, day) for slug, day, decision in rows if decision is None}
    own = {slug for slug, _, decision in rows if decision is not None}
    return [
        one
        for one in versions
        if one.slug not in before
        or (
            one.effective_on > EFFECTIVE_ON
            and one.slug not in own
            and (one.slug, one.effective_on) not in have
        )
    ]


def _fill_in(versions: Sequence[Shipped]) -> None:
    """What versions loaded by an older program lack because it had no place for it: tariffs, the
    mark of a term written only as “ngày”, and the terms beside it."""
    rows = ProcedureVersion.objects.filter(promulgation=None)
    rows.filter(effective_on=EFFECTIVE_ON, allowance_kind="calendar_days", articles={}).update(
        articles={"allowance": {"article": "", "mark": "M"}}
    )
    terms = shipped.terms_2017()
    lacking = rows.filter(
        effective_on=EFFECTIVE_ON, procedure__slug__in=terms, **dict.fromkeys(TERMS)
    ).select_related("procedure")
    for row in lacking:
        said = terms[row.procedure.slug]
        row.articles = {**said["articles"], **row.articles}
        for name in (*TERMS, "silence_consents"):
            setattr(row, name, said.get(name))
    ProcedureVersion.objects.bulk_update(lacking, [*TERMS, "silence_consents", "articles"])
    without = {
        (row.procedure.slug, row.effective_on): row
        for row in rows.filter(fees=None).select_related("procedure")
    }
    FeeRule.objects.bulk_create(
        FeeRule(version=without[one.slug, one.effective_on], ordinal=ordinal, **_fee(line))
        for one in versions
        if (one.slug, one.effective_on) in without
        and without[one.slug, one.effective_on].fee_text == one.content["fee_text"]
        for ordinal, line in enumerate(one.content["fees"], start=1)
    )


def _fee(line: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in line.items() if key != "case"}


def _load_processes(versions: Sequence[Shipped], known: Mapping[str, Procedure]) -> None:
    rows = Process.objects.values_list(
        "procedure__slug", "effective_on", "office__slug", "office_kind", "published_by"
    )
    have = {(slug, day, office or "", kind) for slug, day, office, kind, _ in rows}
    begun = {slug for slug, _, office, _, _ in rows if office is None}
    own = {slug for slug, _, _, _, who in rows if who is not None}
    drawn = {one.slug for one in shipped.processes() if one.effective_on == EFFECTIVE_ON}
    wanted = [
        *shipped.processes(),
        *(
            ShippedProcess(one.slug, EFFECTIVE_ON, _plain(one))
            for one in versions
            if one.effective_on == EFFECTIVE_ON and one.slug not in drawn and one.content["at_desk"]
        ),
    ]
    ids = {office.slug: office.id for office in every_office()}
    Process.objects.bulk_create(
        _process(one, known[one.slug], ids.get(one.office), derived="source" not in one.document)
        for one in wanted
        if (one.slug, one.effective_on, one.office, one.office_kind) not in have
        and one.slug not in (begun if one.effective_on == EFFECTIVE_ON else own)
        and (not one.office or one.office in ids)
    )


def _plain(one: Shipped) -> dict[str, Any]:
    said: Content = one.content
    term = shipped.allowance_of(said)
    return plain_route(one.slug, said["name"], term, said["levels"][0], said["department_code"])


def _process(
    one: ShippedProcess, procedure: Procedure, office_id: int | None, *, derived: bool
) -> Process:
    faults = [fault for fault in check(one.document) if not fault.is_warning]
    if faults:
        raise FaultyProcess(f"{one.slug}: {faults[0].message}")
    text = json.dumps(one.document, ensure_ascii=False, sort_keys=True)
    first = one.effective_on == EFFECTIVE_ON
    name = text if first else f"{one.effective_on}:{one.office}:{text}"
    return Process(
        uuid=uuid5(NAMESPACE_URL, f"motcua:process:{name}"),
        procedure=procedure,
        office_id=office_id,
        office_kind=one.office_kind,
        effective_on=one.effective_on,
        document=one.document,
        derived=derived,
        source=PLAIN_SOURCE if derived else str(one.document.get("source", ""))[:300],
    )
