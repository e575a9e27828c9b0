"""What a client does over and over: one function a kind, made from what it was told."""

import itertools
import uuid
from collections.abc import Callable
from typing import Any

from bench.wire import Wire

Doing = Callable[[], None]
Told = dict[str, Any]


def raw_intake(told: Told) -> Doing:
    """A dossier by one prepared statement."""
    connection = _connection(told)
    return lambda: _once(connection, told["intake"]["sql"], told["intake"]["values"])


def raw_act(told: Told) -> Doing:
    """A hand-over by one prepared statement, the oldest dossiers first."""
    connection = _connection(told)
    following = iter(_waiting(connection, told, "ASC"))
    sql, values = told["act"]["sql"], told["act"]["values"][1:]

    def do() -> None:
        _once(connection, sql, [next(following), *values])

    return do


def service_intake(told: Told) -> Doing:
    """A dossier through the service, as the counter's view calls it."""
    from bench.office import intake_of
    from motcua.dossiers import services

    asked = intake_of(told["slug"], told["procedure"])

    def do() -> None:
        services.receive([asked], key=uuid.uuid4(), whole=True)

    return do


def untallied_intake(told: Told) -> Doing:
    """The same without tallies, in this process alone."""
    from motcua.dossiers import consumers
    from motcua.reports import tallying

    bare = tuple(one for one in consumers.filled() if one is not tallying.CONSUMER)
    consumers.fill(bare)
    return service_intake(told)


def service_act(told: Told) -> Doing:
    """A hand-over through the service, the youngest dossiers first."""
    from bench.house import NOW
    from bench.office import clerk_of
    from motcua.dossiers import services
    from motcua.dossiers.asked import Asked

    clerk = clerk_of(told["slug"])
    following = iter(_waiting(_connection(told), told, "DESC"))

    def do() -> None:
        asked = Asked(next(following), 1, NOW, clerk)
        services.hand_over([asked], key=uuid.uuid4(), whole=True)

    return do


def http_intake(told: Told) -> Doing:
    """A dossier by the counter's form, signed in, with a fresh key each time."""
    wire, headers = Wire(told["port"]), {"Cookie": told["cookie"]}
    form = told["form"]

    def do() -> None:
        fresh = {"key": str(uuid.uuid4()), "draft": str(uuid.uuid4())}
        answer = wire.post("/can-bo/tiep-nhan", {**form, **fresh}, headers)
        if answer.status != 302:
            raise RuntimeError(f"the counter answered {answer.status}")

    return do


def http_get(told: Told) -> Doing:
    """A page asked for by someone new each time, so that no limit counts in."""
    wire, count = Wire(told["port"]), itertools.count(uuid.uuid4().int & 0xFFFFFF)

    def do() -> None:
        n = next(count)
        address = f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}"
        headers = {"X-Forwarded-For": address, "Accept-Encoding": "gzip"}
        answer = wire.get(told["path"], headers)
        if answer.status != 200:
            raise RuntimeError(f"{told['path']} answered {answer.status}")

    return do


KINDS = {
    "raw-intake": raw_intake,
    "raw-act": raw_act,
    "service-intake": service_intake,
    "untallied-intake": untallied_intake,
    "service-act": service_act,
    "http-intake": http_intake,
    "http-get": http_get,
}


def _connection(told: Told) -> Any:
    import psycopg

    return psycopg.connect(told["conninfo"], autocommit=True)


def _once(connection: Any, sql: str, values: list[Any]) -> None:
    connection.execute(sql, values, prepare=True).fetchone()


def _waiting(connection: Any, told: Told, order: str) -> list[int]:
    """Dossiers that nobody has handed on yet: what the raw intake of this run left."""
    query = (
        "SELECT d.id FROM dossiers_dossier d JOIN organization_office o ON o.id = d.office_id"
        " WHERE o.slug = %s AND d.head_seq = 1 AND d.stage = 'in_progress' ORDER BY d.id "
    )
    rows = connection.execute(query + order, [told["slug"]])
    return [row[0] for row in rows.fetchall()]
