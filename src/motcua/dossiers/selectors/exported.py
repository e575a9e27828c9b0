"""Lists as long as they are, a chunk at a time: each goes on after the row where the last ended.

No offset: the millionth row costs what the first did, and a job that died goes on where it was.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors import register
from motcua.dossiers.selectors.register import Asking
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor

CHUNK = 1_000
TABS: Mapping[str, tuple[str, ...]] = {
    "chua-nhan": ("submitted", "incomplete"),
    "dang-giai-quyet": ("in_progress",),
    "tam-dung": ("awaiting_supplement", "suspended"),
    "co-ket-qua": ("finished",),
    "da-tra": ("returned",),
    "rut-tu-choi": ("withdrawn", "stopped", "intake_refused", "void"),
}
"""The states by which the list of dossiers is narrowed."""

OUTCOMES = {"result": "Có kết quả", "refused": "Từ chối giải quyết", "withdrawn": "Rút hồ sơ"}
LINES = (
    "TT", "Mã hồ sơ", "Tên TTHC", "Số bộ", "Tên cá nhân, tổ chức", "Địa chỉ", "Số điện thoại",
    "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả",
    "Chuyển hồ sơ đến cơ quan giải quyết", "Nhận kết quả từ cơ quan giải quyết",
    "Ngày trả kết quả", "Phương thức nhận", "Ghi chú",
)  # fmt: skip
DOSSIERS = (
    "Mã hồ sơ", "Tên TTHC", "Tên cá nhân, tổ chức", "Trạng thái", "Nhận hồ sơ", "Hẹn trả kết quả",
    "Có kết quả", "Ngày trả kết quả", "Kết quả", "Lý do quá hạn",
)  # fmt: skip
Cells = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a chunk ended: how many rows came before, and the last of them."""

    done: int = 0
    received_at: datetime | None = None
    dossier: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows in the order of receipt, and where to go on; no rows when it is over."""

    rows: Sequence[Cells]
    place: Place


@dataclass(frozen=True, slots=True)
class List:
    """A list that can be taken away whole: its heads, how many rows, and the rows after a place."""

    heads: tuple[str, ...]
    chosen: Callable[[Actor, Asking], QuerySet[Dossier]]
    cells: Callable[[Sequence[Dossier], int], Sequence[Cells]]

    def count(self, actor: Actor, asking: Asking) -> int:
        """How many rows there are. One query."""
        return self.chosen(actor, asking).count()

    def after(self, actor: Actor, asking: Asking, place: Place, most: int = CHUNK) -> Chunk:
        """At most `most` rows after `place`. Two queries, four for the register."""
        chosen = self.chosen(actor, asking)
        if place.received_at is not None:
            same = Q(received_at=place.received_at, id__lte=place.dossier)
            chosen = chosen.filter(~same, received_at__gte=place.received_at)
        rows = list(chosen.order_by("received_at", "id").defer("flow", "head_hash")[:most])
        if not rows:
            return Chunk((), place)
        end = Place(place.done + len(rows), rows[-1].received_at, rows[-1].pk)
        return Chunk(self.cells(rows, place.done), end)


def _lines(rows: Sequence[Dossier], before: int) -> Sequence[Cells]:
    return [
        (
            one.ordinal, one.code, one.procedure, one.copies, one.owner, one.address, one.phone,
            one.handled_by, one.received_at, one.promised_at, one.passed_at, one.finished_at,
            one.returned_at, one.return_by, one.note,
        )
        for one in register.lines_of(rows, before)
    ]  # fmt: skip


def _found(actor: Actor, asking: Asking) -> QuerySet[Dossier]:
    first = datetime.combine(asking.start, time(), VN)
    after = datetime.combine(asking.end + timedelta(days=1), time(), VN)
    chosen = visible_to(actor).filter(received_at__gte=first, received_at__lt=after)
    stages = TABS.get(asking.state)
    return chosen.filter(stage__in=stages) if stages else chosen


def _dossiers(rows: Sequence[Dossier], before: int) -> Sequence[Cells]:
    owners = dict(
        Party.objects.filter(
            dossier_id__in=[row.pk for row in rows], role=Role.OWNER, ordinal=0
        ).values_list("dossier_id", "name")
    )
    return [
        (
            row.code, catalogue.version(row.procedure_version_id).name, owners.get(row.pk, ""),
            Stage(row.stage).label, row.received_at, row.due_at, row.finished_at, row.returned_at,
            OUTCOMES.get(row.outcome, ""),
            reason_words(row.overdue_reason) if row.overdue_reason else "",
        )
        for row in rows
    ]  # fmt: skip


LISTS: Mapping[str, List] = {
    "lines": List(LINES, register.chosen, _lines),
    "dossiers": List(DOSSIERS, _found, _dossiers),
}
