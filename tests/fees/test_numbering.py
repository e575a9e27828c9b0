"""Receipts' numbers under many hands: no gap and no repeat, whoever rolls back or is killed."""

import random
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction

import watching
from motcua.core.refusal import Refused
from motcua.dossiers import services as dossiers
from motcua.fees import agreeing, services
from motcua.fees.models import Method, Receipt, ReceiptBook
from motcua.fees.services.books import NewBook
from motcua.fees.services.paying import Paying
from office import MONDAY, Office
from postgres_session import Server
from world import World

SEED = 20261130
FEE = 1_000
TAKER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
import django; django.setup()
from datetime import datetime
from uuid import uuid4
from motcua.config import consumers; consumers.join()
from motcua.fees.models import Method
from motcua.fees.services.paying import Paying, take
from motcua.identity.actors import actors_of

at = datetime.fromisoformat(sys.argv[1])
(by,) = actors_of(int(sys.argv[2]), at)
print("ready", flush=True)
for dossier in map(int, sys.argv[3:]):
    take([Paying(dossier, at)], by=by, key=uuid4(), method=Method.TRANSFER)
    print(dossier, flush=True)
"""


def owing(office: Office, many: int) -> Sequence[int]:
    """Row ids of dossiers that owe one fee each."""
    one = replace(office.intake(), fee_vnd=FEE)
    done = dossiers.receive([one] * many, key=uuid4(), whole=True)
    return [outcome.dossier for outcome in done]  # type: ignore[union-attr]


def small_books(office: Office, many: int) -> None:
    """Books of forty numbers each, so that takers also meet at their ends."""
    ReceiptBook.objects.filter(closed_at=None).update(closed_at=MONDAY, close_reason="Hết")
    admin = office.people["admin"]
    series = f"K{uuid4().hex[:6]}"
    for first in range(1, many + 1, 40):
        book = NewBook("01BLP2-001", series, first, first + 39)
        services.open_book(admin.office_id, book, by=admin, at=MONDAY)


def numbers_have_no_gap() -> bool:
    return not [line for line in agreeing.differences() if line.startswith("quyển")]


def together(office: Office, threads: int, each: int) -> int:
    """Threads that take money at once, a third of them changing their mind; how many paid."""
    due = owing(office, threads * each)
    small_books(office, threads * each)
    by, paid = office.people["clerk"], []
    gate = threading.Barrier(threads)

    def work(place: int) -> None:
        mine = random.Random(SEED + place)  # noqa: S311
        gate.wait()
        for dossier in due[place * each : (place + 1) * each]:
            with transaction.atomic():
                services.take([Paying(dossier, MONDAY)], by=by, key=uuid4(), method=Method.TRANSFER)
                if mine.random() < 1 / 3:
                    transaction.set_rollback(True)
                else:
                    paid.append(dossier)
        connection.close()

    workers = [threading.Thread(target=work, args=(place,)) for place in range(threads)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    return len(paid)


def killed(office: Office, server: Server, folder: Path, kills: int, each: int) -> None:
    """Programs that take money, each killed in the middle of one payment or between two."""
    small_books(office, kills * each)
    account = str(office.people["clerk"].account_id)
    chance = random.Random(SEED)  # noqa: S311
    environment = watching.environment(
        folder, DATABASE_URL=server.url(connection.settings_dict["NAME"])
    )
    for _ in range(kills):
        due = [str(one) for one in owing(office, each)]
        words = [sys.executable, "-c", TAKER, MONDAY.isoformat(), account, *due]
        program = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE)
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        for _ in range(chance.randrange(each - 2)):
            program.stdout.readline()
        program.send_signal(signal.SIGKILL)
        program.wait()


@pytest.fixture
def at_work(world: World, office: Office) -> Office:
    return office


def test_threads_that_roll_back_leave_neither_gap_nor_repeat(at_work: Office) -> None:
    before = Receipt.objects.count()

    paid = together(at_work, threads=8, each=6)

    assert Receipt.objects.count() - before == paid
    assert list(agreeing.differences()) == []


def test_a_program_killed_at_work_leaves_neither_gap_nor_repeat(
    at_work: Office, server: Server, tmp_path: Path
) -> None:
    killed(at_work, server, tmp_path, kills=2, each=30)

    assert list(agreeing.differences()) == []


@pytest.mark.prove
def test_32_threads_and_20_kills_leave_neither_gap_nor_repeat(
    at_work: Office, server: Server, tmp_path: Path
) -> None:
    paid = together(at_work, threads=32, each=25)
    killed(at_work, server, tmp_path, kills=20, each=60)

    assert paid > 32 * 25 / 2
    assert list(agreeing.differences()) == []


def test_when_the_books_are_used_up_the_money_is_not_taken(at_work: Office) -> None:
    due = owing(at_work, 41)
    small_books(at_work, 40)

    with pytest.raises(Refused, match="no_receipt_book"):
        services.take(
            [Paying(one, MONDAY) for one in due], by=at_work.people["clerk"], key=uuid4(),
            method=Method.TRANSFER,
        )  # fmt: skip

    assert numbers_have_no_gap()
