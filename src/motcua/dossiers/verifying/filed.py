"""The rows of a dossier's files against the events that put them there and took them away."""

from collections.abc import Iterator, Sequence

from motcua.dossiers.models import Attachment, Event

Said = tuple[int, str, int, str, int, str, int, int | None]


def misfiled(files: Sequence[Attachment], events: Sequence[Event]) -> Iterator[str]:
    """Which files the rows have otherwise than the history. Their bytes are `files.store`'s."""
    said = {one[0]: one for one in _said(events)}
    held = {one[0]: one for one in _held(files)}
    for number in sorted(said.keys() | held.keys()):
        if said.get(number) != held.get(number):
            yield f"tệp số {number} khác lịch sử"


def _said(events: Sequence[Event]) -> Iterator[Said]:
    gone = {event.payload["number"]: event.seq for event in events if event.kind == "file_detached"}
    for event in events:
        if event.kind == "file_attached":
            p = event.payload
            yield (
                p["number"], p["sha256"], p["pages"], p["purpose"], p["component"], p["source"],
                event.seq, gone.get(p["number"]),
            )  # fmt: skip


def _held(files: Sequence[Attachment]) -> Iterator[Said]:
    for one in files:
        yield (
            one.number, one.file_id, one.pages, one.purpose, one.component, one.source,
            one.attached_seq, one.detached_seq,
        )  # fmt: skip
