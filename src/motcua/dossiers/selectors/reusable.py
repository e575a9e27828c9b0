"""Papers of the owner that were digitised in earlier dossiers and need not be asked for again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import Attachment, DossierComponent, Party
from motcua.dossiers.models.filing import Purpose
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.page import Standing
from motcua.dossiers.selectors.visibility import visible_to
from motcua.files.store import path_of

SHOWN = 20
REUSED = (Purpose.COMPONENT, Purpose.RESULT)


@dataclass(frozen=True, slots=True)
class Reusable:
    """A file of an earlier dossier of the same owner, within what the officer may open.

    `name` is the paper's there, or what the procedure gave as its result. It answers as
    `files.store.Held`. How long the paper is valid is not known: the clerk reads its date.
    """

    id: int
    number: int
    code: str
    name: str
    procedure: str
    attached_at: datetime
    sha256: str
    media_type: str
    size_bytes: int
    pages: int

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return path_of(self.sha256)


def reusable(stands: Standing) -> Sequence[Reusable]:
    """What of the owner's earlier papers may serve again, newest first, each content once.

    By the number of the owner's paper of identity: who has none has nothing here. Three queries,
    one when there is no number.
    """
    owners = Party.objects.filter(dossier_id=stands.id, role=Role.OWNER).exclude(id_number="")
    numbers = list(owners.values_list("id_number", flat=True))
    if stands.masked or not numbers:
        return ()
    of_them = Party.objects.filter(id_number__in=numbers, role=Role.OWNER)
    rows = (
        Attachment.objects.filter(
            detached_seq=None,
            purpose__in=REUSED,
            dossier_id__in=of_them.values("dossier_id"),
            dossier__in=visible_to(stands.actor),
        )
        .exclude(dossier_id=stands.id)
        .select_related("file", "dossier")
        .defer("dossier__flow")
        .order_by("-attached_at", "-pk")[: 4 * SHOWN]
    )
    found = list({row.file_id: row for row in reversed(rows)}.values())[::-1][:SHOWN]
    names = _names([row.dossier_id for row in found])
    return tuple(_reusable(row, names) for row in found)


def _names(dossiers: Sequence[int]) -> Mapping[tuple[int, int], str]:
    rows = DossierComponent.objects.filter(dossier_id__in=dossiers)
    return {(row.dossier_id, row.ordinal): row.name for row in rows}


def _reusable(row: Attachment, names: Mapping[tuple[int, int], str]) -> Reusable:
    version = catalogue.version(row.dossier.procedure_version_id)
    given = version.result or version.name
    return Reusable(
        id=row.pk,
        number=row.number,
        code=row.dossier.code,
        name=names.get((row.dossier_id, row.component), "") or given,
        procedure=version.name,
        attached_at=row.attached_at.astimezone(VN),
        sha256=row.file_id,
        media_type=row.file.media_type,
        size_bytes=row.file.size_bytes,
        pages=row.pages,
    )
