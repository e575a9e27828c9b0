"""The scanner's folder becomes a list: taken in, turned, parted, joined, thrown away."""

import fcntl
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction

from motcua.audit.recording import record
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.dossiers.authorizing import subject
from motcua.dossiers.models import Scan
from motcua.files import refusals, scanner, store
from motcua.files.incoming import Incoming, made_here, taking
from motcua.files.kinds import PDF
from motcua.files.opening import child
from motcua.identity.actors import Actor
from motcua.identity.grants import can
from motcua.organization.selectors import every_office

AT_ONCE = 20
"""Files of one round, so that a full folder does not hold up other work."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a scan (from 1), and by how many degrees it is turned clockwise."""

    scan: UUID
    page: int
    turn: int = 0


def take_scans(*, at: datetime, now: datetime) -> int:
    """Take in what lies quiet in the folders of all offices; answers how many.

    `at` is the office's time, `now` the machine's. Two processes at once: the second finds the
    lock held and does nothing. A file is removed from the folder once its row is written.
    """
    root = Path(settings.MOTCUA_SCANNER)
    if not root.is_dir():
        return 0
    with _alone(root) as alone:
        if not alone:
            return 0
        waiting = [
            (office.id, path)
            for office in every_office()
            for path in scanner.dropped(scanner.folder_of(office.slug), now)
        ]
        return sum(_take_one(office_id, path, at) for office_id, path in waiting[:AT_ONCE])


def _take_one(office_id: int, path: Path, at: datetime) -> bool:
    try:
        with taking() as take:
            _write(office_id, [take(scanner.pieces(path))], at)
    except Refused as refused:
        scanner.put_aside(path, refusals.sentence(refused))
        return False
    path.unlink(missing_ok=True)
    return True


@transaction.atomic
def _write(office_id: int, files: Sequence[Incoming], at: datetime) -> None:
    store.keep(files, at=at)
    Scan.objects.bulk_create(
        [
            Scan(
                uuid=uuid4(), office_id=office_id, file_id=file.sha256, came_as=file.came_as,
                pages=file.pages, arrived_at=at,
            )
            for file in files
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def arrange(actor: Actor, into: Sequence[Sequence[Leaf]], at: datetime) -> None:
    """Make new scans out of the pages of others, which go: turned, parted or joined.

    Raises Refused: not_your_act, unknown_scan for one that waits no longer or is no PDF.
    """
    wanted = {leaf.scan for leaves in into for leaf in leaves}
    rows = _waiting(actor, wanted, at)
    if any(row.file.media_type != PDF for row in rows.values()):
        raise Refused("unknown_scan")
    with taking() as take:
        made = [_arranged(take.folder, rows, leaves) for leaves in into if leaves]
        with transaction.atomic():
            _done(actor, wanted, at)
            _write(actor.office_id, made, at)


def _arranged(folder: Path, rows: Mapping[UUID, Scan], leaves: Sequence[Leaf]) -> Incoming:
    made = folder / uuid4().hex
    parts = [(str(store.path_of(rows[leaf.scan].file_id)), leaf.page, leaf.turn) for leaf in leaves]
    count = child("arrange", made, parts=parts)["pages"]
    return made_here(made, PDF, count, came_as=uuid4().hex)  # two equal pages are two scans


@transaction.atomic
def throw_away(actor: Actor, scans: Sequence[UUID], at: datetime) -> None:
    """Take scans off the list; their bytes stay stored. Each is in the audit. Raises Refused:
    not_your_act, unknown_scan."""
    _waiting(actor, set(scans), at)
    _done(actor, set(scans), at)
    for scan in scans:
        record(
            "scan_thrown_away",
            at=at,
            account=actor.account_uuid,
            position=actor.position_uuid,
            office=actor.office_slug,
            subject_kind="scan",
            subject=str(scan),
        )


def _waiting(actor: Actor, wanted: set[UUID], at: datetime) -> Mapping[UUID, Scan]:
    if not can(actor, Act.RECEIVE, subject(actor.office_id, None), at):
        raise Refused("not_your_act", act=Act.ATTACH.value, title=actor.title)
    rows = Scan.objects.filter(uuid__in=wanted, office_id=actor.office_id, done_at=None)
    found = {row.uuid: row for row in rows.select_related("file")}
    if not wanted or wanted - found.keys():
        raise Refused("unknown_scan")
    return found


def _done(actor: Actor, wanted: set[UUID], at: datetime) -> None:
    rows = Scan.objects.filter(uuid__in=wanted, office_id=actor.office_id, done_at=None)
    if rows.update(done_at=at) < len(wanted):
        raise Refused("unknown_scan")


@contextmanager
def _alone(root: Path) -> Iterator[bool]:
    """Whether no other process is taking in; the lock is gone with the process that holds it."""
    handle = os.open(
        Path(settings.MOTCUA_DATA) / "run" / "scanner.lock", os.O_RDWR | os.O_CREAT, 0o600
    )
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield True
    except BlockingIOError:
        yield False
    finally:
        os.close(handle)
