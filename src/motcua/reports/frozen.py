"""What was signed, confirmed or closed still says what it said then: for `motcua verify`."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from motcua.reports.canonical import digest
from motcua.reports.consolidation.models import Confirmation, Consolidation
from motcua.reports.narrative.models import Narrative

CHUNK = 50


def differences() -> Iterator[str]:
    """One Vietnamese sentence for each that no longer has its hash. Three queries."""
    kept: Mapping[str, QuerySet[Any]] = {
        "báo cáo": _rows(Narrative.objects.exclude(frozen=None), "frozen"),
        "kỳ tổng hợp": _rows(Consolidation.objects.exclude(frozen=None), "frozen"),
        "xác nhận số liệu": _rows(Confirmation.objects.all(), "figures"),
    }
    for what, rows in kept.items():
        for uuid, said, sha256 in rows.iterator(chunk_size=CHUNK):
            if digest(said) != sha256:
                yield f"{what} {uuid}: không còn như lúc chốt, mã băm đã ghi là {sha256[:12]}…"


def _rows(rows: QuerySet[Any], said: str) -> QuerySet[Any]:
    return rows.order_by("id").values_list("uuid", said, "sha256")
