"""`motcua verify` over the demonstration: nothing at first, then each tampering by name."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connection, transaction

from motcua.core.clock import VN
from motcua.core.ledger import FORM, event_hash
from motcua.dossiers.models import Dossier, Event
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


def some(nth: int = 0) -> Dossier:
    return Dossier.objects.filter(stage="returned").order_by("id")[10 + nth]


def an_event(dossier: Dossier) -> str:
    sql(
        "UPDATE dossiers_event SET payload = jsonb_set(payload, '{step}', '\"x\"')"
        " WHERE dossier_id = %s AND seq = 2",
        dossier.pk,
    )
    return f"{dossier.code} sự kiện 2"


def a_column(column: str, value: str) -> Callable[[Dossier], str]:
    def tamper(dossier: Dossier) -> str:
        sql(f"UPDATE dossiers_dossier SET {column} = %s WHERE id = %s", value, dossier.pk)  # noqa: S608
        return f"{dossier.code} {column}"

    return tamper


def a_name(dossier: Dossier) -> str:
    sql("UPDATE dossiers_party SET name = 'Người Khác Mẫu' WHERE dossier_id = %s", dossier.pk)
    return dossier.code


def the_last_event(dossier: Dossier) -> str:
    sql(
        "DELETE FROM dossiers_event WHERE dossier_id = %s AND seq = %s",
        dossier.pk,
        dossier.head_seq,
    )
    return dossier.code


def all_of_it(dossier: Dossier) -> str:
    sql("SET CONSTRAINTS ALL DEFERRED")
    for table in ("event", "party", "dossiercomponent", "dossierstep", "text", "actkey"):
        sql(f"DELETE FROM dossiers_{table} WHERE dossier_id = %s", dossier.pk)  # noqa: S608
    sql("DELETE FROM fees_bill WHERE dossier_id = %s", dossier.pk)
    sql("DELETE FROM outgoing_outboxmessage WHERE dossier_id = %s", dossier.pk)
    sql("DELETE FROM dossiers_dossier WHERE id = %s", dossier.pk)
    return f"số {int(dossier.code[-4:])} ngày đã mất"


TAMPERINGS: dict[str, Callable[[Dossier], str]] = {
    "a byte of an event": an_event,
    "when it is due": a_column("due_at", "2017-03-30 10:00+07"),
    "its stage": a_column("stage", "finished"),
    "its supplements": a_column("supplements", "3"),
    "a name": a_name,
    "its last event is gone": the_last_event,
    "all of it is gone": all_of_it,
}
"""Each does harm to a dossier behind the program's back, and answers words by which one line of
the differences has to name it."""


def test_whatever_was_tampered_with_is_found_and_named_and_nothing_else() -> None:
    harmed = {what: some(nth) for nth, what in enumerate(TAMPERINGS)}
    words = {what: TAMPERINGS[what](dossier) for what, dossier in harmed.items()}

    lines = found()

    unseen = {
        what
        for what, said in words.items()
        if not any(all(word in line for word in said.split()) for line in lines)
    }
    assert unseen == set()
    codes = [dossier.code for dossier in harmed.values()]
    assert [line for line in lines if "HS" in line and not any(c in line for c in codes)] == []


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
        digest = event_hash(
            FORM, dossier.uuid, event.seq, event.kind, event.version,
            event.at.astimezone(VN), event.recorded_at.astimezone(VN), actor, event.payload,
            previous,
        )  # fmt: skip
        Event.objects.filter(pk=event.pk).update(
            payload=event.payload, previous=previous, hash=digest
        )
        previous = digest
    Dossier.objects.filter(pk=dossier.pk).update(head_hash=previous)
