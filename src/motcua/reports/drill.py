"""The dossiers behind a figure of Phụ lục II."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, working_minutes
from motcua.dossiers.figures import Figure, behind_figure
from motcua.dossiers.models import Dossier
from motcua.dossiers.reasons import reason_words
from motcua.organization.selectors import OfficeRow, calendar_of, office_by_slug
from motcua.reports.period import Period

WORKING_DAY_MINUTES = 8 * 60
PAGE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier behind a figure: no person. `late_minutes`: working minutes over the due time."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    late_minutes: int
    reason: str

    @property
    def late_days(self) -> int:
        """Whole working days over the due time."""
        return self.late_minutes // WORKING_DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Drill:
    """The lines of one figure; `count` is the figure itself, `lines` at most a hundred of them."""

    office: OfficeRow
    figure: Figure
    count: int
    lines: Sequence[Line]


def behind(office: str, figure: Figure, period: Period) -> Drill:
    """What stands behind `figure` of `office`. Two queries. Raises Refused("unknown_office")."""
    unit = office_by_slug(office)
    chosen = behind_figure(unit.id, period.from_at, period.to_at, period.judged_at, figure)
    lines = [_line(row, period.judged_at) for row in chosen.defer("flow")[:PAGE]]
    return Drill(unit, figure, chosen.count(), lines)


def _line(row: Dossier, judged_at: datetime) -> Line:
    finished = row.finished_at if row.finished_at and row.finished_at <= judged_at else None
    end = (finished or judged_at).astimezone(VN)
    due = row.due_at.astimezone(VN) if row.due_at else None
    late = working_minutes(calendar_of(row.office_id), due, end) if due and end > due else 0
    return Line(
        code=row.code,
        procedure=catalogue.version(row.procedure_version_id).name,
        received_at=row.received_at.astimezone(VN),
        due_at=due,
        finished_at=finished.astimezone(VN) if finished else None,
        late_minutes=late,
        reason=reason_words(row.overdue_reason) if row.overdue_reason else "",
    )
