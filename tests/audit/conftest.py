"""A server and a database of one's own, in which commits are real: sealing asks which are over,
and transactions under way anywhere on a server, other tests' too, make it wait.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from postgres_session import Server, session_server


@pytest.fixture(scope="session")
def quiet_server(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Where nobody else writes, nor cleans up. One given by DATABASE_URL is taken to be so."""
    if os.environ.get("DATABASE_URL"):
        yield server
        return
    with session_server(tmp_path_factory.mktemp("quiet"), autovacuum="off") as quiet:
        yield quiet


@pytest.fixture
def own_database(
    server: Server, quiet_server: Server, django_db_setup: None, django_db_blocker: Any
) -> Iterator[str]:
    """Answers libpq's address of it."""
    with django_db_blocker.unblock():
        before, name = server.using, quiet_server.copy(quiet_server.blank())
        quiet_server.use(name)
        yield quiet_server.conninfo(name)
        server.use(before)
        quiet_server.drop(name)
