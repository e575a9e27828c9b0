"""Results as signed documents: which may go electronically, and whether what went still holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from motcua.core.documents import Standing
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.dossier import ResultBy
from motcua.dossiers.selectors.returning import Waiting, at_desk, rows_of
from motcua.identity.actors import Actor
from motcua.papers.documents.register import Row, row_of
from motcua.papers.models import Document


@dataclass(frozen=True, slots=True)
class Sendable:
    """A result at the desk with its released documents that bear a digital signature, each with the
    SHA-256 of its bytes; `reached`: somebody left an e-mail address."""

    row: Waiting
    files: Sequence[tuple[str, Row]]
    reached: bool


def to_send(actor: Actor, at: datetime) -> Sequence[Sendable]:
    """The results at the desk that could go electronically, the longest waiting first; not what its
    owner wants by post. Four queries."""
    signed: dict[int, list[tuple[str, Row]]] = {}
    for one in _signed().filter(dossier__in=at_desk(actor)).order_by("issued_at", "id"):
        assert one.dossier_id is not None  # noqa: S101 (filtered by its dossier)
        assert one.file is not None  # noqa: S101 (released and signed)
        signed.setdefault(one.dossier_id, []).append((one.file.sha256, row_of(one)))
    chosen = Dossier.objects.filter(pk__in=signed).exclude(result_by=ResultBy.POST)
    rows = rows_of(chosen, at)
    reached = set(
        Party.objects.filter(dossier_id__in=[row.id for row in rows])
        .exclude(email="")
        .values_list("dossier_id", flat=True)
    )
    return [Sendable(row, signed[row.id], row.id in reached) for row in rows]


def still_holds(sha256: str) -> bool:
    """Whether the document with these bytes is released and nobody revoked it. One query."""
    return Document.objects.filter(file__sha256=sha256, standing=Standing.RELEASED).exists()


def _signed() -> QuerySet[Document]:
    return Document.objects.filter(
        is_result=True, standing=Standing.RELEASED, signatures__gt=0, file__isnull=False
    ).select_related("dossier", "office", "file")
