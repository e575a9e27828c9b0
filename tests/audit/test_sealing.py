"""Sealing takes what is committed for sure, once; verifying names whatever was touched after."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import psycopg
import pytest
from django.db import connection, transaction

from motcua.audit import sealing
from motcua.audit.models import AuditRow, Block
from motcua.audit.recording import record
from motcua.audit.seals import day_seals
from motcua.audit.verifying import GUARDS, Verified, verify
from motcua.core.clock import VN

pytestmark = [
    pytest.mark.debian15,
    pytest.mark.usefixtures("own_database"),
]

AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
DAY, END = date(2017, 3, 31), datetime(2017, 4, 1, tzinfo=VN)
HEADS = [("u1", 3, b"\1" * 32), ("u2", 1, b"\2" * 32)]
INSERT = (
    "INSERT INTO audit_auditrow (at, action, office, subject_kind, subject, purpose, transaction) "
    "VALUES (now(), 'search', '', '', '', '', pg_current_xact_id()::text::bigint)"
)


def touches(count: int) -> None:
    for number in range(count):
        record("view_dossier", at=AT + timedelta(seconds=number), subject=f"dossier {number}")


def sql(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def guards_off(table: str) -> Iterator[None]:
    """What only the owner of the database can do."""
    sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def said() -> Sequence[str]:
    return verify().differences


def test_rows_are_sealed_once_in_blocks_that_are_chained():
    touches(3)
    first = sealing.seal(AT)
    touches(2)

    second, third = sealing.seal(AT), sealing.seal(AT)

    one, two = Block.objects.order_by("number")
    assert (first, second, third) == (3, 2, 0)
    assert bytes(two.previous) == bytes(one.hash)
    assert verify().differences == ()


def test_a_call_takes_no_more_than_its_size(monkeypatch):
    monkeypatch.setattr(sealing, "SIZE", 2)
    touches(5)

    assert [sealing.seal(AT) for _ in range(4)] == [2, 2, 1, 0]
    assert verify() == Verified((), 0)


def test_what_is_not_sealed_yet_is_counted_and_is_no_difference():
    touches(2)
    sealing.seal(AT)
    touches(3)

    assert (verify().differences, verify().unsealed) == ((), 3)


def test_nothing_that_may_still_commit_is_passed_over(own_database: str):
    touches(1)
    with psycopg.connect(own_database) as slow:
        slow.execute(INSERT)
        touches(1)

        while_open = sealing.seal(AT)
        unsealed = verify().unsealed
    after = sealing.seal(AT)

    assert (while_open, unsealed, after) == (1, 1, 2)
    assert said() == ()


def test_two_sealers_at_once_wait_for_one_another(own_database: str):
    touches(2)
    with psycopg.connect(own_database) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [sealing.LOCK])
        with transaction.atomic():
            sql("SET LOCAL lock_timeout = '200ms'")
            with pytest.raises(Exception, match="lock timeout"), transaction.atomic():
                sealing.seal(AT)

    assert sealing.seal(AT) == 2


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE audit_auditrow SET subject = 'dossier 9' WHERE subject = 'dossier 1'", "khối 1"),
        ("UPDATE audit_auditrow SET at = at + interval '1 microsecond'", "khối 1"),
        ("DELETE FROM audit_auditrow WHERE subject = 'dossier 2'", "có 2 dòng"),
        ("UPDATE audit_auditrow SET block_id = NULL WHERE subject = 'dossier 0'", "có 2 dòng"),
        ("UPDATE audit_block SET sealed_at = sealed_at + interval '1 day'", "khối 1 đã bị sửa"),
    ],
)
def test_a_change_behind_the_databases_back_is_named(change: str, found: str):
    touches(3)
    sealing.seal(AT)

    with guards_off("audit_auditrow"), guards_off("audit_block"):
        sql(change)

    assert any(found in difference for difference in said())


def test_a_row_slipped_into_a_sealed_block_is_named():
    touches(3)
    sealing.seal(AT)
    touches(1)

    with guards_off("audit_auditrow"):
        AuditRow.objects.filter(block=None).update(block=Block.objects.get())

    assert "nhật ký: khối 1 có 4 dòng, lúc niêm phong 3" in said()


def test_a_block_taken_out_whole_is_missed():
    for _ in range(3):
        touches(1)
        sealing.seal(AT)

    with guards_off("audit_auditrow"), guards_off("audit_block"):
        sql(
            "DELETE FROM audit_auditrow r USING audit_block b "
            "WHERE r.block_id = b.id AND b.number = 2",
            "DELETE FROM audit_block WHERE number = 2",
        )

    assert said()[0] == "nhật ký: thiếu khối 2"


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_is_off_is_named(guard: str):
    tables = {"audit_blocks_stay": "audit_block", "audit_seals_stay": "audit_dayseal"}
    sql(f"ALTER TABLE {tables.get(guard, 'audit_auditrow')} DISABLE TRIGGER {guard}")

    assert said() == (f"nhật ký: chốt chống sửa {guard} đã bị tắt hoặc gỡ",)


def test_a_day_is_sealed_once_and_stands_in_the_audit():
    first = sealing.seal_heads(DAY, END, HEADS, AT)

    again = sealing.seal_heads(DAY, END, HEADS[:1], AT)

    assert first == again == sealing.heads_hash(DAY, HEADS).hex()
    assert [(seal.day, seal.dossiers) for seal in day_seals()] == [(DAY, 2)]
    assert AuditRow.objects.get(action="day_sealed").subject == f"2017-03-31 {first}"
    assert said() == ()


def test_a_recomputed_seal_of_a_day_no_longer_stands_in_the_audit():
    sealing.seal_heads(DAY, END, HEADS, AT)
    sealing.seal(AT)

    with guards_off("audit_dayseal"):
        sql("UPDATE audit_dayseal SET hash = decode(repeat('00', 32), 'hex')")

    assert "nhật ký: niêm phong ngày 31/03/2017 không có trong nhật ký" in said()


def test_a_seal_that_was_removed_is_missed_by_the_audit():
    sealing.seal_heads(DAY, END, HEADS, AT)
    sealing.seal(AT)

    with guards_off("audit_dayseal"):
        sql("DELETE FROM audit_dayseal")

    assert said() == ("nhật ký: niêm phong ngày 31/03/2017 có trong nhật ký mà không còn dấu",)


def test_the_hash_of_heads_depends_on_every_part_and_their_order():
    hashes = {
        sealing.heads_hash(DAY, heads)
        for heads in (HEADS, HEADS[::-1], HEADS[:1], [("u1", 4, HEADS[0][2]), HEADS[1]], [])
    }

    assert len(hashes | {sealing.heads_hash(END.date(), HEADS)}) == 6
