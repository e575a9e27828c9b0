"""The dossiers behind a figure of a report or a chart, as a list to take away: without people.

What a figure counted is written down as the figure was asked, not as the ids it found, so that the
list is read chunk by chunk when its file is made, and no request holds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from motcua.core.tally import Standing
from motcua.dossiers import behind
from motcua.dossiers.behind import Facts, Promise, Source, Stretch, Which
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors import sights
from motcua.dossiers.selectors.counted import READ, facts_of, known_facts, line_of
from motcua.dossiers.selectors.exported import CHUNK, Cells, Chunk, Place
from motcua.dossiers.selectors.sights import View
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_id

HEADS = (
    "Mã hồ sơ", "Tên TTHC", "Đơn vị", "Nhận hồ sơ", "Hẹn trả kết quả", "Có kết quả",
    "Quá hạn, phút làm việc", "Lý do quá hạn",
)  # fmt: skip
MOMENTS, NUMBERS = frozenset({3, 4, 5}), frozenset({6})
"""The places of cells that are no words."""


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure of a report: what it counted, in which offices; as known at a moment, or (None) as
    things are when the list is made. `only`: no others than these, by row."""

    said: str
    office_ids: tuple[int, ...]
    over: Stretch
    which: Which
    known_at: datetime | None = None
    only: tuple[int, ...] | None = None

    @property
    def judged_at(self) -> datetime:
        """By when they are judged."""
        return self.over.judged_at

    def rows(self) -> QuerySet[Dossier]:
        """As things are, in no order."""
        found = behind.behind(self.office_ids, self.over, self.which)
        return found if self.only is None else found.filter(pk__in=self.only)


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """A figure of a chart: one of `sights`, at the columns given."""

    said: str
    view: View
    figure: str
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def office_ids(self) -> tuple[int, ...]:
        """Of which offices."""
        return self.view.office_ids

    @property
    def judged_at(self) -> datetime:
        """By when they are judged."""
        return self.view.at

    @property
    def known_at(self) -> None:
        """Charts show things as they are."""
        return None

    def rows(self) -> QuerySet[Dossier]:
        """As things are. Raises Refused("not_found") for what is no figure."""
        return sights.rows_behind(self.view, self.figure, self.given)


Figure = ReportFigure | ChartFigure


class FigureList:
    """The lines of a figure in the order of receipt, a chunk at a time; as known at a moment, all
    of them are replayed once and held."""

    heads = HEADS

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def count(self, actor: Actor, asking: object) -> int:
        """How many lines there are. One query, or as `known_facts`."""
        return len(self._known) if self._figure.known_at else self._figure.rows().count()

    def after(self, actor: Actor, asking: object, place: Place, most: int = CHUNK) -> Chunk:
        """At most `most` lines after `place`. One query."""
        found = self._after(place, most)
        if not found:
            return Chunk((), place)
        end = Place(place.done + len(found), found[-1].received_at, found[-1].id)
        return Chunk([_cells(one, self._figure.judged_at) for one in found], end)

    def _after(self, place: Place, most: int) -> Sequence[Facts]:
        if self._figure.known_at:
            return self._known[place.done : place.done + most]
        rows = self._figure.rows()
        if place.received_at is not None:
            same = Q(received_at=place.received_at, id__lte=place.dossier)
            rows = rows.filter(~same, received_at__gte=place.received_at)
        ordered = rows.order_by("received_at", "id").values_list(*READ)
        return [facts_of(row) for row in ordered[:most]]

    @cached_property
    def _known(self) -> Sequence[Facts]:
        asked = self._figure
        assert isinstance(asked, ReportFigure) and asked.known_at  # noqa: S101, PT018 (its callers)
        found = known_facts(
            asked.office_ids, asked.over, asked.which, asked.known_at,
            None if asked.only is None else frozenset(asked.only),
        )  # fmt: skip
        return sorted(found, key=lambda one: (one.received_at, one.id))


def _cells(one: Facts, judged_at: datetime) -> Cells:
    line = line_of(one, judged_at)
    return (
        line.code, line.procedure, office_by_id(one.office_id).name, line.received_at, line.due_at,
        line.finished_at, line.late_minutes or None, line.reason,
    )  # fmt: skip


def written(figure: Figure) -> dict[str, Any]:
    """A figure as it is kept until its file is made."""
    if isinstance(figure, ChartFigure):
        view = figure.view
        return {
            "said": figure.said, "figure": figure.figure, "given": dict(figure.given),
            "view": [list(view.office_ids), f"{view.from_on}", f"{view.to_on}", _iso(view.at)],
        }  # fmt: skip
    over = figure.over
    return {
        "said": figure.said,
        "offices": list(figure.office_ids),
        "over": [_iso(over.from_at), _iso(over.to_at), _iso(over.judged_at)],
        "which": {name: _plain(value) for name, value in asdict(figure.which).items()},
        "known_at": _iso(figure.known_at),
        "only": figure.only and list(figure.only),
    }


def read(asked: Mapping[str, Any]) -> Figure:
    """The same read again."""
    if "view" in asked:
        offices, first, last, at = asked["view"]
        days = date.fromisoformat(first), date.fromisoformat(last)
        view = View(tuple(offices), *days, datetime.fromisoformat(at))
        return ChartFigure(asked["said"], view, asked["figure"], asked["given"])
    known, only = asked["known_at"], asked["only"]
    return ReportFigure(
        asked["said"],
        tuple(asked["offices"]),
        Stretch(*map(datetime.fromisoformat, asked["over"])),
        _which(asked["which"]),
        known and datetime.fromisoformat(known),
        only if only is None else tuple(only),
    )


def _which(kept: Mapping[str, Any]) -> Which:
    at = kept["in_time_at"]
    return Which(
        kept["over"],
        _set(Standing, kept["standings"]),
        _set(Source, kept["sources"]),
        kept["field"],
        kept["reason"],
        kept["entered_late"],
        at and datetime.fromisoformat(at),
        Promise(kept["promise"]) if kept["promise"] else None,
    )


def _set(kind: type[Any], kept: Sequence[str] | None) -> frozenset[Any] | None:
    return None if kept is None else frozenset(map(kind, kept))


def _plain(value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(value)
    return _iso(value) if isinstance(value, datetime) else value


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
