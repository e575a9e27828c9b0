"""What a decision touches beside the procedures themselves: offices, processes, forms, boards."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue import selectors
from motcua.catalogue.content import Content
from motcua.catalogue.decisions.judging import Judged, Judgement
from motcua.catalogue.selectors import LEVEL_OF
from motcua.core.clock import Allowance
from motcua.core.flow.process.check import check
from motcua.organization.selectors import OfficeRow, offices


@dataclass(frozen=True, slots=True)
class Exceeding:
    """A process somebody set whose steps no longer fit the new term, and which offices use it."""

    offices: Sequence[str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Touched:
    """What one procedure of the decision touches. `pages` are (slug of the office, its name)."""

    offices: Sequence[OfficeRow]
    exceeding: Sequence[Exceeding]
    forms: Sequence[str]
    fields: frozenset[str]


def touched_by(judged: Judgement) -> Mapping[str, Touched]:
    """By the slug of each procedure of the decision. No query once the day is read."""
    day = judged.effective_on
    known = {row.slug: row for row in selectors.procedures_in_force(day)}
    known |= {row.slug: row for row in selectors.procedures_in_force(judged.head.signed_on)}
    return {item.slug: _touched(item, known.get(item.slug), day) for item in judged.items}


def boards(judged: Judgement, touched: Mapping[str, Touched]) -> int:
    """How many boards have to be hung anew: one for each field of each desk."""
    return len(
        {
            (office.slug, field)
            for one in touched.values()
            for office in one.offices
            for field in one.fields
        }
    )


def _touched(item: Judged, row: selectors.VersionRow | None, day: date) -> Touched:
    handling = [
        office
        for office in offices(day)
        if any(_handles(office, said) for said in (item.before, item.after))
    ]
    forms = [change.what for change in item.changes if change.key == "forms"]
    fields = {str(said["field"]) for said in (item.before, item.after) if said}
    return Touched(
        tuple(handling),
        tuple(_exceeding(item, row, handling, day)) if row else (),
        tuple(forms),
        frozenset(fields),
    )


def _handles(office: OfficeRow, said: Content | None) -> bool:
    if said is None or not said["at_desk"] or LEVEL_OF.get(office.kind) not in said["levels"]:
        return False
    return office.kind == "commune" or not said["communes_only"]


def _exceeding(
    item: Judged, row: selectors.VersionRow, handling: Sequence[OfficeRow], day: date
) -> Iterator[Exceeding]:
    """Processes that are derived are made anew with the decision and need nobody."""
    if item.after is None:
        return
    term = Allowance(item.after["allowance_kind"], item.after["allowance"] or 1).to_json()
    using: dict[int, list[OfficeRow]] = {}
    for office in handling:
        process = selectors.process_for(row.id, office.id, day)
        if process is not None and not process.derived:
            using.setdefault(process.id, []).append(office)
    for process_id, where in using.items():
        document = selectors.process(process_id).document
        faults = [one for one in check({**document, "allowance": term}) if not one.is_warning]
        if faults:
            yield Exceeding(tuple(office.short_name for office in where), faults[0].message)
