"""The versions of procedures made anew from what is approved, from tomorrow on.

What has begun is never touched: dossiers were received under it. What ships stays beneath.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django.db.models import ProtectedError, Q

from motcua.catalogue import selectors
from motcua.catalogue.content import Content, content_of
from motcua.catalogue.decisions.chains import chains
from motcua.catalogue.decisions.folding import Folded
from motcua.catalogue.decisions.writing import Written, write_versions
from motcua.catalogue.models import Procedure, ProcedureVersion, Process, Promulgation
from motcua.catalogue.rows import CHILDREN, version_row
from motcua.core.clock import Allowance
from motcua.core.flow.process.plain import plain_route
from motcua.core.refusal import Refused

DERIVED = "Quy trình suy ra từ thời hạn theo quyết định"
"""How the source of a process begins that was made here, and is made anew here."""


def refold(procedure_ids: Collection[int], *, today: date) -> None:
    """Make the coming versions of those procedures, and the plain processes they need, what the
    approved decisions say. Twenty statements, however many there are.

    The caller holds the catalogue's lock and the transaction. Refused: promulgation_used, when a
    clock that went back makes coming what dossiers were already received under.
    """
    known = {row.pk: row for row in Procedure.objects.filter(pk__in=procedure_ids)}
    wanted = {
        (pk, version.effective_on): version
        for pk, chain in chains(procedure_ids).items()
        for version in chain.versions()
        if version.effective_on > today and version.decision is not None
    }
    kept = _keep(procedure_ids, wanted, today)
    decisions = Promulgation.objects.in_bulk([one.decision or 0 for one in wanted.values()])
    instead = Procedure.objects.filter(slug__in=[one.replaced_by for one in wanted.values()])
    slugs = {row.slug: row for row in instead}
    write_versions(
        [
            Written(
                known[pk],
                day,
                version.content,
                decisions[version.decision or 0],
                version.abolished,
                slugs.get(version.replaced_by),
            )
            for (pk, day), version in sorted(wanted.items())
            if (pk, day) not in kept
        ]
    )
    _derive(known, wanted, decisions, today)
    selectors.forget()


def _keep(
    procedure_ids: Collection[int], wanted: Mapping[tuple[int, date], Folded], today: date
) -> set[tuple[int, date]]:
    """Which coming versions already say what they should; the others are removed."""
    rows = ProcedureVersion.objects.filter(
        procedure_id__in=procedure_ids, effective_on__gt=today
    ).exclude(promulgation=None)
    kept, stale = set(), []
    for row in rows.select_related("procedure", "replaced_by").prefetch_related(*CHILDREN):
        version = wanted.get((row.procedure_id, row.effective_on))
        if version is not None and _says(row, version):
            kept.add((row.procedure_id, row.effective_on))
        else:
            stale.append(row.pk)
    try:
        ProcedureVersion.objects.filter(pk__in=stale).delete()
    except ProtectedError:
        raise Refused("promulgation_used") from None
    return kept


def _says(row: ProcedureVersion, version: Folded) -> bool:
    instead = row.replaced_by.slug if row.replaced_by else ""
    return (
        row.promulgation_id == version.decision
        and row.abolished == version.abolished
        and instead == version.replaced_by
        and content_of(version_row(row)) == version.content
    )


def _derive(
    known: Mapping[int, Procedure],
    wanted: Mapping[tuple[int, date], Folded],
    decisions: Mapping[int, Promulgation],
    today: date,
) -> None:
    """A plain process where nobody has set one and the version asks for another than there is."""
    common = Process.objects.filter(
        procedure_id__in=known, office=None, office_kind="", under=None, taken_back_at=None
    )
    made_here = Q(derived=True, published_at=None, source__startswith=DERIVED)
    common.filter(made_here, effective_on__gt=today).delete()
    standing: dict[int, list[Process]] = {}
    for process in common.order_by("effective_on", "id"):
        standing.setdefault(process.procedure_id, []).append(process)
    made = []
    for (pk, day), version in sorted(wanted.items(), key=lambda item: item[0][1]):
        begun = [one for one in standing.get(pk, ()) if one.effective_on <= day]
        if version.abolished or not version.content["at_desk"] or not _may_derive(begun, day):
            continue
        document = _plain(known[pk].slug, version.content)
        if begun and _same(begun[-1].document, document):
            continue
        number = decisions[version.decision or 0].number
        process = Process(
            uuid=uuid4(),
            procedure=known[pk],
            effective_on=day,
            document=document,
            derived=True,
            source=f"{DERIVED} {number}"[:300],
        )
        standing.setdefault(pk, []).append(process)
        made.append(process)
    Process.objects.bulk_create(made)


def _may_derive(begun: list[Process], day: date) -> bool:
    """Only over nothing, or over what was itself derived on an earlier day."""
    return not begun or (begun[-1].derived and begun[-1].effective_on < day)


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two plain processes differ in more than the procedure's name."""
    return {**one, "name": ""} == {**other, "name": ""}


def _plain(slug: str, content: Content) -> dict[str, Any]:
    term = Allowance(content["allowance_kind"], content["allowance"] or 1)
    level = content["levels"][0]
    return plain_route(slug, content["name"], term, level, content["department_code"])
