"""The files of a dossier as its page lists them, and those of the owner's earlier ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua.core.clock import VN
from motcua.core.flow import Act, Detach, State
from motcua.core.flow.offered import SAMPLE_FILE, SAMPLE_TEXTS, decided
from motcua.core.refusal import Refused
from motcua.dossiers.authorizing import may_act
from motcua.dossiers.contexts import context_for
from motcua.dossiers.models import Attachment
from motcua.dossiers.models.filing import Purpose, Source
from motcua.dossiers.selectors.page import Standing
from motcua.files.store import path_of

PURPOSES: Sequence[tuple[str, str]] = tuple(Purpose.choices)
LOOSE: Sequence[tuple[str, str]] = tuple(
    (value, label) for value, label in Purpose.choices if value != Purpose.COMPONENT
)
"""What a file may be that is no paper of the checklist."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One file: its `number` in the dossier, our `name` for it, who put it there and when.

    `pages` is 0 for what has none. `came_from` is the code of the earlier dossier it was taken
    from. It answers as `files.store.Held`.
    """

    id: int
    number: int
    name: str
    purpose: str
    component: int
    sha256: str
    media_type: str
    size_bytes: int
    pages: int
    source: str
    came_from: str
    attached_at: datetime
    person: str
    position: str

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return path_of(self.sha256)


def filed(stands: Standing) -> Sequence[Filed]:
    """The files the dossier has now, paper by paper. Two queries; none when it is masked."""
    if stands.masked:
        return ()
    names = dict(stands.row.components.values_list("ordinal", "name"))
    rows = (
        Attachment.objects.filter(dossier_id=stands.id, detached_seq=None)
        .select_related("file", "account", "position", "reused_from__dossier")
        .defer("reused_from__dossier__flow")
        .order_by("purpose", "component", "number")
    )
    return tuple(_filed(row, names) for row in rows)


def filed_one(stands: Standing, number: int) -> Filed:
    """One of them. Raises Refused("no_such_file"), also for an office that sees it masked."""
    found = next((one for one in filed(stands) if one.number == number), None)
    if found is None:
        raise Refused("no_such_file")
    return found


def may_detach(stands: Standing) -> bool:
    """Whether the officer may take a file away now. No query."""
    if stands.masked:
        return False
    row, state = stands.row, State.from_json(stands.row.flow)
    context = context_for(
        version_id=row.procedure_version_id,
        process_id=row.process_id,
        calendar_edition=row.calendar_edition,
        at=stands.at,
        by=stands.actor,
        case=state.case,
        office_id=row.handled_by_id or row.office_id,
    )
    command = Detach(SAMPLE_FILE, SAMPLE_TEXTS)
    refused = may_act(stands.actor, Act.DETACH, None, row.office_id, state, context)
    return refused is None and decided(state, command, context) is None


def _filed(row: Attachment, names: Mapping[int, str]) -> Filed:
    purpose = Purpose(row.purpose)
    return Filed(
        id=row.pk,
        number=row.number,
        name=names.get(row.component, "") or str(purpose.label),
        purpose=row.purpose,
        component=row.component,
        sha256=row.file_id,
        media_type=row.file.media_type,
        size_bytes=row.file.size_bytes,
        pages=row.pages,
        source=str(Source(row.source).label),
        came_from=row.reused_from.dossier.code if row.reused_from else "",
        attached_at=row.attached_at.astimezone(VN),
        person=row.account.full_name,
        position=row.position.title,
    )
