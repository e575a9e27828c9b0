"""The table of an internal process on A4, as it hangs at the desk. No form of the law.

Nghị định 61/2018 (Điều 8 và 14) asks each office for its process with who does what in how long;
it prescribes no form.
"""

from dataclasses import dataclass
from datetime import datetime

from motcua.audit.recording import record
from motcua.catalogue.processes.scope import version_on
from motcua.catalogue.processes.selectors import Edition
from motcua.core.clock import allowance_words, duration_words
from motcua.core.flow import Route, Step
from motcua.dossiers.selectors.doors import who_holds
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id
from motcua.papers.typesetting import pdf

TEMPLATE = "process"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the paper; `rows` are number, work, who, time, what follows."""

    office: str
    procedure: str
    code: str
    term: str
    effective: str
    source: str
    derived: bool
    taken_back: bool
    rows: tuple[tuple[str, ...], ...]
    day: tuple[int, int, int]
    sample: bool


def process_pdf(found: Edition, office_id: int, printed_at: datetime, by: Actor) -> bytes:
    """The sheet of a process as it holds at an office; the print is in the audit."""
    made = render(sheet_of(found, office_id))
    record(
        "process_printed",
        at=printed_at,
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="process",
        subject=f"{found.uuid} {found.slug}"[:80],
    )
    return made


def sheet_of(found: Edition, office_id: int) -> Sheet:
    """The facts of the sheet, under the version in force on the day the process begins."""
    version = version_on(found.process.procedure_id, found.effective_on)
    route = found.process.route
    day = found.effective_on
    return Sheet(
        office=office_by_id(office_id).name,
        procedure=version.name,
        code=version.code,
        term=allowance_words(version.allowance),
        effective=f"{day:%d/%m/%Y}",
        source=found.process.source,
        derived=found.process.derived,
        taken_back=found.taken_back_at is not None,
        rows=tuple(
            _row(number, step, route, office_id) for number, step in enumerate(route.steps, start=1)
        ),
        day=(day.year, day.month, day.day),
        sample=timekeeping.is_demonstration(),
    )


def render(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF. The same sheet, the same bytes."""
    return pdf(
        TEMPLATE,
        {name: getattr(sheet, name) for name in Sheet.__dataclass_fields__ if name != "day"}
        | {"day": list(sheet.day)},
    )


def _row(number: int, step: Step, route: Route, office_id: int) -> tuple[str, ...]:
    time = duration_words(step.budget_minutes) if step.budget_minutes else ""
    said = [time] if time else []
    if step.wait_days:
        said.append(f"chờ {step.wait_days} ngày")
    if step.clock_stops:
        said.append("ngoài thời hạn")
    return (
        str(number),
        step.name,
        who_holds(step, office_id),
        ", ".join(said),
        _follows(step, route),
    )


def _follows(step: Step, route: Route) -> str:
    numbers = {one.key: number for number, one in enumerate(route.steps, start=1)}
    led = [str(numbers[key]) for key in step.next]
    if not led:
        return "kết thúc"
    return f"bước {(' hoặc ' if step.choose else ' và ').join(led)}"
