"""A content into rows: a version with its cases, papers, fees, forms and results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from motcua.catalogue.content import FIELDS, LISTS, Content, blank
from motcua.catalogue.models import (
    Case,
    Component,
    FeeRule,
    FormTemplate,
    Procedure,
    ProcedureVersion,
    Promulgation,
    ResultKind,
)
from motcua.core.text import sort_key

MODELS: Mapping[str, type[Any]] = {
    "components": Component,
    "fees": FeeRule,
    "forms": FormTemplate,
    "results": ResultKind,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A version to be written: whose, from when, what it says, and by which decision."""

    procedure: Procedure
    effective_on: date
    content: Content
    promulgation: Promulgation | None = None
    abolished: bool = False
    replaced_by: Procedure | None = None


def write_version(
    procedure: Procedure,
    effective_on: date,
    content: Content,
    promulgation: Promulgation | None = None,
) -> ProcedureVersion:
    """One version in force from `effective_on`. As `write_versions`."""
    return write_versions([Written(procedure, effective_on, content, promulgation)])[0]


def write_versions(wanted: Sequence[Written]) -> Sequence[ProcedureVersion]:
    """The versions with all that belongs to them, in the order given: six statements in all.

    The contents were judged before; what the tables refuse is an IntegrityError.
    """
    versions = ProcedureVersion.objects.bulk_create([_version(one) for one in wanted])
    cases = Case.objects.bulk_create(
        Case(version=version, ordinal=ordinal, **_term(line))
        for version, one in zip(versions, wanted, strict=True)
        for ordinal, line in enumerate(one.content.get("cases", ()), start=1)
    )
    known = {(case.version_id, case.key): case for case in cases}
    for key, model in MODELS.items():
        model.objects.bulk_create(
            model(version=version, ordinal=ordinal, **_line(line, version, known))
            for version, one in zip(versions, wanted, strict=True)
            for ordinal, line in enumerate(one.content.get(key, ()), start=1)
        )
    return versions


def _version(one: Written) -> ProcedureVersion:
    said = blank() | dict(one.content)
    lists = {known.key for known in LISTS}
    plain = {known.key: said[known.key] for known in FIELDS if known.key not in lists}
    plain["allowance"] = Decimal(str(said["allowance"] or 1))
    plain["cutoff"] = time.fromisoformat(said["cutoff"]) if said["cutoff"] else None
    return ProcedureVersion(
        procedure=one.procedure,
        effective_on=one.effective_on,
        promulgation=one.promulgation,
        abolished=one.abolished,
        replaced_by=one.replaced_by,
        sort_key=sort_key(said["name"]),
        **plain,
    )


def _term(line: Mapping[str, Any]) -> dict[str, Any]:
    """A case without a kind has no term of its own."""
    kind = line.get("allowance_kind", "")
    amount = Decimal(str(line.get("allowance") or 1)) if kind else None
    return {**line, "allowance_kind": kind, "allowance": amount}


def _line(
    line: Mapping[str, Any], version: ProcedureVersion, cases: Mapping[tuple[int, str], Case]
) -> dict[str, Any]:
    given = dict(line)
    if "case" in given:
        given["case"] = cases.get((version.pk, given["case"]))
    return given
