"""`motcua verify` over the demonstration: nothing at first, then each tampering by name."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection, transaction

from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.rows import recording
from motcua.dossiers.verifying.heads import broken_seals, seal_day
from motcua.dossiers.verifying.run import differences
from motcua.organization import timekeeping


@pytest.fixture(autouse=True)
def _undone(demo: str) -> Iterator[None]:
    """What a test changes is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def found() -> list[str]:
    """The differences, in a transaction that is open already."""
    return list(differences(isolated=False))


def sql(statement: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def some() -> Dossier:
    return Dossier.objects.filter(stage="returned").order_by("id")[10]


def test_the_demonstration_has_no_difference() -> None:
    assert found() == []


def test_one_changed_byte_of_an_event_is_found_and_named() -> None:
    dossier = some()
    event = dossier.events.get(seq=2)
    sql(
        "UPDATE dossiers_event SET payload = jsonb_set(payload, '{step}', '\"x\"') WHERE id = %s",
        event.pk,
    )

    assert [line for line in found() if dossier.code in line and "sự kiện 2" in line]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("due_at", "2017-03-30 10:00+07"),
        ("stage", "finished"),
        ("supplements", "3"),
    ],
)
def test_a_changed_row_is_found_and_named(column: str, value: str) -> None:
    dossier = some()
    sql(f"UPDATE dossiers_dossier SET {column} = %s WHERE id = %s", value, dossier.pk)  # noqa: S608

    assert [line for line in found() if dossier.code in line and column in line]


def test_a_changed_name_is_found() -> None:
    dossier = some()
    sql("UPDATE dossiers_party SET name = 'Người Khác Mẫu' WHERE dossier_id = %s", dossier.pk)

    assert [line for line in found() if dossier.code in line]


def test_the_removal_of_the_last_event_is_found() -> None:
    dossier = some()
    sql(
        "DELETE FROM dossiers_event WHERE dossier_id = %s AND seq = %s",
        dossier.pk,
        dossier.head_seq,
    )

    assert [line for line in found() if dossier.code in line]


def test_the_removal_of_a_whole_dossier_is_found() -> None:
    dossier = some()
    sql("SET CONSTRAINTS ALL DEFERRED")
    for table in ("event", "party", "dossiercomponent", "dossierstep", "text", "actkey"):
        sql(f"DELETE FROM dossiers_{table} WHERE dossier_id = %s", dossier.pk)  # noqa: S608
    sql("DELETE FROM fees_bill WHERE dossier_id = %s", dossier.pk)
    sql("DELETE FROM outgoing_outboxmessage WHERE dossier_id = %s", dossier.pk)
    sql("DELETE FROM dossiers_dossier WHERE id = %s", dossier.pk)

    number = int(dossier.code[-4:])
    assert [line for line in found() if f"số {number} ngày" in line and "đã mất" in line]


def test_a_chain_recomputed_after_its_day_was_sealed_is_found() -> None:
    seal_day(date(2017, 3, 30), timekeeping.now())
    dossier = some()
    events = list(dossier.events.select_related("position", "account").order_by("seq"))
    events[1].payload["texts"] = ["0" * 64]
    _rechain(dossier, events)

    assert list(broken_seals())


def _rechain(dossier: Dossier, events: list[Event]) -> None:
    """What a superuser would do: hash the changed history again, from one end to the other."""
    previous: bytes | None = None
    for event in events:
        actor = [str(event.position.uuid), str(event.account.uuid)]
        digest = recording.event_hash(
            recording.FORM, dossier.uuid, event.seq, event.kind, event.version,
            event.at.astimezone(VN), event.recorded_at.astimezone(VN), actor, event.payload,
            previous,
        )  # fmt: skip
        Event.objects.filter(pk=event.pk).update(
            payload=event.payload, previous=previous, hash=digest
        )
        previous = digest
    Dossier.objects.filter(pk=dossier.pk).update(head_hash=previous)
