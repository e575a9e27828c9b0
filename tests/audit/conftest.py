"""A database of one test's own, in which commits are real: sealing asks which are over."""

from collections.abc import Iterator
from typing import Any

import pytest

from postgres_session import Server


@pytest.fixture
def own_database(server: Server, blank: str, django_db_blocker: Any) -> Iterator[str]:
    """Answers libpq's address of it."""
    with django_db_blocker.unblock():
        name = server.copy(blank)
        before = server.use(name)
        yield server.conninfo(name)
        server.use(before)
        server.drop(name)
