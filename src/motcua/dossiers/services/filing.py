"""What was digitised is put to a dossier, or taken away again; the bytes lie in `files.store`."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.conf import settings
from django.db.models import Max, Q, Sum

from motcua.core.flow import Act, Attach, Detach, File, Purpose, Source
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, FileData, Outcome
from motcua.dossiers.consumers import Insert
from motcua.dossiers.models import Attachment, Scan
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.rows.statement import Statement
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded
from motcua.files import store

_COLUMNS = (
    "dossier_id", "number", "purpose", "component", "sha256", "pages", "source", "reused_from_id",
    "attached_seq", "attached_at", "account_id", "position_id",
)  # fmt: skip
_TYPES = (
    "bigint", "int2", "text", "int2", "text", "int2", "text", "bigint", "int", "timestamptz",
    "bigint", "bigint",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _There:
    """What a dossier has: the last number given, the bytes, and where each content stands."""

    last: int = 0
    bytes: int = 0
    places: frozenset[tuple[str, str, int]] = field(default_factory=frozenset)


def attach(
    asked: Sequence[Asked], *, key: UUID, files: Sequence[FileData] = (), whole: bool = False
) -> list[Outcome]:
    """Put `files` to each dossier; they are durable before anything says so.

    A file that stands at the same place already is not put there twice. Three statements besides
    those of every act, whatever the number, and one for files from the scanner. Two clerks with the
    same scan at once: the second waits for the first and is refused. Refused: no_files, file_there,
    unknown_scan, dossier_files_too_large, wrong_stage.
    """
    there: dict[int, _There] = {}

    def order(one: Asked, row: Locked) -> Order:
        if not there:  # read once all rows are locked
            there.update(_there([a.dossier for a in asked]))
            _hold({f.scan for f in files if f.scan})
        has = there.get(row.id, _There())
        new = [f for f in _once(files) if _place(f) not in has.places]
        if files and not new:
            raise Refused("file_there")
        _fits(has, new)
        numbered = tuple(
            File(has.last + place, f.file.sha256, f.pages, f.purpose, f.component, f.source)
            for place, f in enumerate(new, start=1)
        )

        def also(statement: Statement) -> None:
            store.keep([f.file for f in new], at=one.at)
            statement.insert(
                Insert("dossiers_attachment", _COLUMNS, _TYPES, _rows(one, row, numbered, new))
            )
            statement.update(
                "dossiers_scan",
                match=("uuid",),
                columns=("done_at",),
                types=("uuid", "timestamptz"),
                rows=[(f.scan, one.at) for f in new if f.scan],
                only="t.done_at IS NULL",
            )

        return Order(Attach(numbered), also=also)

    return perform(Act.ATTACH, asked, order, key=key, whole=whole)


def detach(
    asked: Sequence[Asked], *, key: UUID, number: int = 0, reason: str = "", whole: bool = False
) -> list[Outcome]:
    """Take the file of that `number` away from each dossier's papers; its row and its bytes stay.

    One query besides those of every act. Refused: no_such_file, no_reason, wrong_stage.
    """
    held: dict[int, Attachment] = {}

    def order(one: Asked, row: Locked) -> Order:
        if not held:  # read once all rows are locked
            rows = Attachment.objects.filter(
                dossier_id__in=[a.dossier for a in asked], number=number, detached_seq=None
            )
            held.update({found.dossier_id: found for found in rows})
        found = held.get(row.id)
        words, texts = worded("reason", [reason])
        file = _as_said(found) if found else None

        def also(statement: Statement) -> None:
            statement.update(
                "dossiers_attachment",
                match=("dossier_id", "number"),
                columns=("detached_seq",),
                types=("bigint", "int2", "int"),
                rows=[(row.id, number, row.head_seq + 1)],
            )

        return Order(Detach(file, texts), words, also)

    return perform(Act.DETACH, asked, order, key=key, whole=whole)


def _as_said(found: Attachment) -> File:
    return File(
        found.number,
        found.file_id,
        found.pages,
        Purpose(found.purpose),
        found.component,
        Source(found.source),
    )


def _hold(scans: Set[UUID]) -> None:
    """Lock the scans until the act is saved; whoever was before has taken them off the list."""
    if not scans:
        return
    waiting = Scan.objects.filter(uuid__in=scans, done_at=None).order_by("pk")
    if len(waiting.select_for_update().values_list("pk")) < len(scans):
        raise Refused("unknown_scan")


def _there(dossiers: Sequence[int]) -> dict[int, _There]:
    rows = Attachment.objects.filter(dossier_id__in=dossiers)
    totals = rows.values("dossier_id").annotate(
        last=Max("number"), bytes=Sum("file__size_bytes", filter=Q(detached_seq=None))
    )
    found = {row["dossier_id"]: _There(row["last"], row["bytes"] or 0) for row in totals}
    places: dict[int, set[tuple[str, str, int]]] = {}
    for row in rows.filter(detached_seq=None):
        place = (row.file_id, row.purpose, row.component)
        places.setdefault(row.dossier_id, set()).add(place)
    return {
        dossier: replace(has, places=frozenset(places.get(dossier, ())))
        for dossier, has in found.items()
    }


def _place(file: FileData) -> tuple[str, str, int]:
    return (file.file.sha256, file.purpose.value, file.component)


def _once(files: Sequence[FileData]) -> Sequence[FileData]:
    return list({_place(file): file for file in files}.values())


def _fits(has: _There, new: Sequence[FileData]) -> None:
    most = settings.MOTCUA_FILES.dossier_bytes
    if has.bytes + sum(file.file.size_bytes for file in new) > most:
        raise Refused("dossier_files_too_large", most=most // 1_000_000)


def _rows(
    one: Asked, row: Locked, numbered: Sequence[File], new: Sequence[FileData]
) -> Sequence[tuple[object, ...]]:
    return [
        (
            row.id,
            file.number,
            file.purpose.value,
            file.component,
            file.sha256,
            file.pages,
            file.source.value,
            data.reused,
            row.head_seq + place,
            one.at,
            one.by.account_id,
            one.by.position_id,
        )
        for place, (file, data) in enumerate(zip(numbered, new, strict=True), start=1)
    ]
