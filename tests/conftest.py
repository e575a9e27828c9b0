"""What every test stands on: one PostgreSQL a session, empty databases copied from a template,
and the demonstration loaded once and copied.

The server is the embedded one, shared by the workers of xdist; with DATABASE_URL in the
environment it is that server instead.
"""

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django_ratelimit import core as limiting
from hypothesis import HealthCheck, settings

from postgres_session import Server, session_server
from scheduling import OneWorkerAFile, turn

pytest_plugins = ["world", "office"]

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("ci")

PBKDF2PasswordHasher.iterations = 1000
"""A tenth of a second less for each person of a world; a hash says itself how it was made."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneWorkerAFile:
    """Files stay whole, in the order `pytest_collection_modifyitems` gives them."""
    config.option.loadscopereorder = False
    return OneWorkerAFile(config, log)


def pytest_collection_finish() -> None:
    """What is read and collected stays: the collector of garbage need not walk it again, and walks
    what the tests make less often, at the price of some memory."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that no worker waits for it at the end."""
    items.sort(key=lambda item: turn(item.nodeid))


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder all workers of this session share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def server(session_folder: Path) -> Iterator[Server]:
    """The PostgreSQL of this session."""
    with session_server(session_folder) as running:
        yield running


@pytest.fixture(scope="session")
def django_db_setup(
    server: Server, worker_id: str, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    """An empty migrated database for this worker, copied from the session's template."""
    with django_db_blocker.unblock():
        name = server.copy(server.blank(), f"test_{worker_id}")
        server.use(name)
    yield
    with django_db_blocker.unblock():
        server.leave()
        server.drop(name)


@pytest.fixture(scope="session")
def blank(server: Server, django_db_setup: None) -> str:
    """The name of a template database with every table and no rows."""
    return server.blank()


@pytest.fixture(scope="session")
def demo_template(server: Server, django_db_setup: None, django_db_blocker: Any) -> str:
    """The name of a template database with the demonstration in it; loaded once a session.

    Copy it (`demo_copies`, 0.2 s); nobody writes into the template itself.
    """
    with django_db_blocker.unblock():
        return server.demonstration()


@pytest.fixture(scope="module")
def demo_copies(server: Server, demo_template: str) -> Iterator[Callable[[], str]]:
    """Makes a copy of the demonstration and answers its DATABASE_URL, for programs under test."""
    made: list[str] = []

    def copy() -> str:
        made.append(server.copy(demo_template))
        return server.url(made[-1])

    yield copy
    for name in made:
        server.drop(name)


@pytest.fixture
def within_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is limited by the minute is asked in one minute, however slow the machine."""
    now = time.time()
    monkeypatch.setattr(limiting, "time", SimpleNamespace(time=lambda: now))


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of this module's own, for files and their pictures."""
    before = django_settings.MOTCUA_DATA
    django_settings.MOTCUA_DATA = tmp_path_factory.mktemp("data")
    yield django_settings.MOTCUA_DATA
    django_settings.MOTCUA_DATA = before


@pytest.fixture(scope="module")
def demo(server: Server, demo_template: str, django_db_blocker: Any) -> Iterator[str]:
    """The tests of this module run on one copy of the demonstration; what they write stays in it.

    Answers the copy's DATABASE_URL. Such a module uses no `django_db` mark.
    """
    with django_db_blocker.unblock():
        name = server.copy(demo_template)
        before = server.use(name)
        yield server.url(name)
        server.use(before)
        server.drop(name)
