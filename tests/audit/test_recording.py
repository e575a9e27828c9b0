"""One touch is one statement, and rows are added only: the database itself refuses changes."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AuditRow, Block, DaySeal
from motcua.audit.recording import record
from motcua.audit.sealing import adopt, seal, seal_heads
from motcua.audit.verifying import GUARDS
from motcua.core.clock import VN

pytestmark = pytest.mark.debian15

AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
SOMEONE = UUID("8d0f6d9e-0000-4000-8000-000000000001")
FAR = datetime(2017, 4, 1, tzinfo=VN)


def viewed(code: str = "000.00.19.H56-170331-0001") -> AuditRow:
    record("view_dossier", at=AT, account=SOMEONE, subject_kind="dossier", subject=code)
    return AuditRow.objects.latest("id")


@pytest.mark.django_db
def test_a_touch_costs_one_statement_and_keeps_who_what_when_and_why():
    with CaptureQueriesContext(
        connection,
    ) as asked:
        record(
            "view_dossier", at=AT, account=SOMEONE, office="bim-son",
            subject_kind="dossier", subject="000.00.19.H56-170331-0001", purpose="Thanh tra",
        )  # fmt: skip

    row = AuditRow.objects.get()
    assert len(asked) == 1
    assert (row.action, row.at, row.account, row.office, row.purpose, row.block_id) == (
        "view_dossier", AT, SOMEONE, "bim-son", "Thanh tra", None,
    )  # fmt: skip


@pytest.mark.django_db
def test_a_purpose_of_any_length_is_cut_rather_than_refused():
    record("view_dossier", at=AT, purpose="đ" * 10_000)

    assert len(AuditRow.objects.get().purpose) == 300


@pytest.mark.django_db
def test_what_is_rolled_back_was_not_touched():
    with transaction.atomic():
        viewed()
        transaction.set_rollback(True)

    assert not AuditRow.objects.exists()


def rename(row: AuditRow) -> None:
    AuditRow.objects.filter(pk=row.pk).update(action="nothing")


def move_back(row: AuditRow) -> None:
    AuditRow.objects.filter(pk=row.pk).update(transaction=row.transaction - 1)


def remove(row: AuditRow) -> None:
    AuditRow.objects.filter(pk=row.pk).delete()


@pytest.mark.django_db
@pytest.mark.parametrize("change", [rename, move_back, remove])
def test_the_database_refuses_to_change_or_remove_a_row(change: Callable[[AuditRow], None]):
    row = viewed()

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        change(row)

    assert AuditRow.objects.get() == row


def unseal(row: AuditRow) -> None:
    AuditRow.objects.filter(pk=row.pk).update(block=None)


def empty_block(row: AuditRow) -> None:
    Block.objects.update(size=0)


def forget_day(row: AuditRow) -> None:
    DaySeal.objects.all().delete()


@pytest.mark.usefixtures("own_database")
@pytest.mark.parametrize("change", [unseal, rename, empty_block, forget_day])
def test_nor_what_is_sealed_nor_the_seals(change: Callable[[AuditRow], None]):
    row = viewed()
    seal_heads(AT.date(), FAR, [("u1", 1, b"\1")], AT)
    assert seal(AT) == 2

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        change(row)


@pytest.mark.usefixtures("own_database")
def test_after_a_restore_rows_of_another_servers_transactions_are_sealed_all_the_same():
    viewed()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_auditrow (at, action, office, subject_kind, subject, purpose, "
            "transaction) VALUES (now(), 'sign_in_entered', '', '', '', '', 1::bigint << 60)"
        )
    before = seal(AT)

    adopted = adopt()

    assert (before, adopted, seal(AT)) == (1, 1, 1)


@pytest.mark.django_db
def test_every_guard_stands_on_its_table():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        assert set(GUARDS) <= {name for (name,) in cursor.fetchall()}
