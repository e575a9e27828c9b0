"""What was typed from paper: the sheet as a value, for its office and who may look at the round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from motcua.core.clock import VN
from motcua.core.consolidating import Standing
from motcua.core.refusal import Refused
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization.selectors import OfficeRow, office_by_id
from motcua.reports.consolidation.figures import Line, lines_from_json, stood, typed_from
from motcua.reports.consolidation.forms import FORMS, Made, Told
from motcua.reports.consolidation.models import ConsolidationUnit, PaperSheet
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.scope import answers_for
from motcua.reports.consolidation.selectors import Round, looks_at, round_row


@dataclass(frozen=True, slots=True)
class Paper:
    """What was typed from paper, as a value; `file_name` is of the spreadsheet that was loaded."""

    uuid: UUID
    source: str
    file_name: str
    entered_at: datetime
    person: str
    title: str
    lines: Sequence[Line]


def paper(actor: Actor, sheet: UUID, at: datetime) -> tuple[Round, OfficeRow, Paper, Made]:
    """What was typed from paper, for the office itself and who may look at the round. Two queries.
    Raises Refused("no_such_consolidation")."""
    row = _sheets().filter(uuid=sheet).first()
    if row is None:
        raise Refused("no_such_consolidation")
    unit, round_ = row.unit, row.unit.consolidation
    if not (looks_at(actor, round_.office_id) or answers(actor, unit, at)):
        raise Refused("no_such_consolidation")
    span, found = span_of(round_), paper_of(row)
    top = stood(office_by_id(unit.office_id).slug, span)
    made = FORMS[round_.report].made(top, span, found.lines, Told([said_of(found)]))
    return round_row(round_), top, found, made


def paper_file(sheet: UUID) -> tuple[bytes, str]:
    """The spreadsheet that was loaded, with its kind; ask `paper` first whether one may. Two
    queries. Raises Refused("no_such_consolidation")."""
    row = _sheets().filter(uuid=sheet).exclude(file=None).first()
    if row is None or row.file is None:
        raise Refused("no_such_consolidation")
    return store.read(row.file.sha256), row.file.media_type


def found_unit(actor: Actor, uuid: UUID, office: str, at: datetime) -> ConsolidationUnit:
    """The office in the round, for itself and for who may look at the round. One query. Raises
    Refused("no_such_consolidation")."""
    rows = ConsolidationUnit.objects.select_related("consolidation")
    unit = rows.filter(consolidation__uuid=uuid, office__slug=office).first()
    if unit is None or unit.consolidation.standing == Standing.CANCELLED:
        raise Refused("no_such_consolidation")
    if not (looks_at(actor, unit.consolidation.office_id) or answers(actor, unit, at)):
        raise Refused("no_such_consolidation")
    return unit


def last_sheet(unit: ConsolidationUnit, confirmed: int | None = None) -> Paper | None:
    """The sheet of that row, else the last one typed. One query."""
    rows = _sheets().filter(unit=unit)
    if confirmed is not None:
        rows = rows.filter(pk=confirmed)
    row = rows.order_by("-entered_at", "-pk").first()
    return paper_of(row) if row else None


def said_of(paper: Paper) -> str:
    """What stands under figures from paper."""
    return f"Nhập tay từ sổ giấy: {paper.source}."


def paper_of(row: PaperSheet) -> Paper:
    """A row as a value, its figures marked as of that sheet."""
    return Paper(
        row.uuid, row.source, row.file_name, row.entered_at.astimezone(VN), row.account.full_name,
        row.position.title, typed_from(lines_from_json(row.lines), str(row.uuid)),
    )  # fmt: skip


def answers(actor: Actor, unit: ConsolidationUnit, at: datetime) -> bool:
    """Whether the actor has a duty in what its office answers. No query."""
    mine = has(actor, Duty.CONFIRM_FIGURES) or has(actor, Duty.ENTER_FIGURES)
    return mine and answers_for(actor, unit.office_id, at.astimezone(VN).date())


def _sheets() -> QuerySet[PaperSheet]:
    return PaperSheet.objects.select_related("unit__consolidation", "account", "position", "file")
