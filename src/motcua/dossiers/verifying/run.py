"""`motcua verify`: go through everything, name each difference."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TextIO

from django.db import connection, transaction

from motcua.audit.verifying import verify as verify_audit
from motcua.dossiers.consumers import filled
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.codes import missing_numbers
from motcua.dossiers.verifying.heads import broken_seals
from motcua.dossiers.verifying.histories import Checked, check_chunk

CHUNK = 500
SHOWN = 200


def differences(
    progress: Callable[[int, int], None] = lambda done, total: None, *, isolated: bool = True
) -> Iterator[str]:
    """Every difference as one Vietnamese sentence. Reads all rows in chunks of 500 dossiers.

    Runs in one REPEATABLE READ snapshot, so acts done meanwhile do not disturb it; not
    `isolated`, in the caller's transaction as it is.
    """
    with transaction.atomic():
        if isolated:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        checked = Checked()
        total, done, last = Dossier.objects.count(), 0, 0
        while chunk := list(Dossier.objects.filter(id__gt=last).order_by("id")[:CHUNK]):
            yield from check_chunk(chunk, checked)
            last, done = chunk[-1].id, done + len(chunk)
            progress(done, total)
        yield from missing_numbers()
        for consumer in filled():
            yield from (f"{consumer.name}: {said}" for said in consumer.differences())
        yield from broken_seals()
        yield from verify_audit().differences


def run(stdout: TextIO, stderr: TextIO, besides: Iterable[str] = ()) -> int:
    """Print each difference, those found `besides` dossiers first, and a closing line that counts
    them all; 0 when there is none, else 1."""

    def progress(done: int, total: int) -> None:
        if stderr.isatty():
            stderr.write(f"\r{done}/{total} hồ sơ")

    found = 0
    for said in chain(besides, differences(progress)):
        found += 1
        if found <= SHOWN:
            stdout.write(said + "\n")
    if found > SHOWN:
        stdout.write(f"… và {found - SHOWN} sai lệch nữa\n")
    unsealed = verify_audit().unsealed
    stdout.write(f"{Dossier.objects.count()} hồ sơ, {found} sai lệch. ")
    stdout.write(f"Nhật ký: {unsealed} dòng chưa niêm phong.\n")
    return 1 if found else 0
