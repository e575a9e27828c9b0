"""One house for all browser tests of a session, one chromium a module."""

import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import watching
from browsing import LEFT_OF_768, Hands, House, launched, sit_down
from postgres_session import Server

LAST = "test_access_log.py"
expect.set_options(timeout=20_000)  # a server may be starting anew beside two other browsers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The access log is read after every other test has written into it."""
    items.sort(key=lambda item: item.path.name == LAST)


@pytest.fixture(scope="session")
def house(
    server: Server, demo_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """Served on a free port, with its own data folder and its own copy of the demonstration."""
    with _served(server, demo_template, tmp_path_factory.mktemp("house")) as house:
        yield house


@pytest.fixture
def empty_house(server: Server, blank: str, tmp_path: Path) -> Iterator[House]:
    """A house nobody has moved into: set up, served, no account."""
    with _served(server, blank, tmp_path) as house:
        yield house


@pytest.fixture
def house_apart(server: Server, demo_template: str, tmp_path: Path) -> Iterator[House]:
    """A house of one test, for what would change the promises of all others."""
    with _served(server, demo_template, tmp_path) as house:
        yield house


@contextmanager
def _served(server: Server, template: str, data: Path) -> Iterator[House]:
    name = server.copy(template)
    url = f"http://127.0.0.1:{_free_port()}"
    environment = watching.environment(
        data,
        DATABASE_URL=server.url(name),
        MOTCUA_LISTEN=url.partition("://")[2],
        MOTCUA_PUBLIC_URL=url,
        MOTCUA_WORKERS="1",
    )
    process = subprocess.Popen(
        [*watching.PROGRAM, "serve"], env=environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert watching.until(lambda: _answers(url), 60), process.poll()
        yield House(url, server.url(name), data, _password())
    finally:
        process.terminate()
        process.communicate(timeout=30)
        server.drop(name)


@pytest.fixture(scope="module")
def chromium(house: House) -> Iterator[Browser]:
    """Debian's chromium. A module's, not a session's: while playwright runs, Django's ORM is
    refused in this process, and other tests need it afterwards."""
    with launched() as browser:
        yield browser


@pytest.fixture
def chromium_alone() -> Iterator[Browser]:
    """The same, without the demonstration being loaded for it."""
    with launched() as browser:
        yield browser


@pytest.fixture
def seat(house: House, chromium: Browser) -> Iterator[Callable[..., Hands]]:
    """Seats people before browsers of their own; they leave when the test ends."""
    seated: list[Hands] = []

    def take(username: str = "", size: dict[str, int] = LEFT_OF_768) -> Hands:
        seated.append(sit_down(house, chromium, username, size))
        return seated[-1]

    yield take
    for hands in seated:
        hands.context.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _password() -> str:
    from motcua.exchange.demo.staff import PASSWORD

    return PASSWORD


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core's source, run inside each page."""
    return (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
