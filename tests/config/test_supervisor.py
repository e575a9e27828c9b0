"""`motcua serve`: what is killed comes back, what is stopped finishes, nothing stays behind."""

import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

import watching
from motcua.config import embedded, postgres


class Served:
    """One `motcua serve` on a copy of the prepared folder."""

    def __init__(self, data: Path) -> None:
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.process = self.start()

    def start(self, **more: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*watching.PROGRAM, "serve"],
            env=watching.environment(self.data, MOTCUA_LISTEN=self.address, **more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def answers(self, path: str = "/can-bo/dang-nhap") -> int:
        """The status of a page; 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"http://{self.address}{path}", timeout=5) as page:
                return int(page.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def up(self) -> bool:
        return self.answers() == 200

    def sql(self, query: str) -> object:
        with psycopg.connect(
            embedded.connection_string(self.data, postgres.DATABASE)
        ) as connection:
            row = connection.execute(query).fetchone()
        return row and row[0]

    def running(self, module: str) -> list[int]:
        """The processes of one kind."""
        return [pid for pid in watching.of_folder(self.data) if module in watching.asked_of(pid)]

    def wait(self, seconds: float) -> int:
        return self.process.wait(seconds)


@pytest.fixture(scope="module")
def served(
    prepared: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """One that is served again after whatever was done to it."""
    with _serving(prepared(tmp_path_factory.mktemp("served") / "data")) as one:
        yield one


@pytest.fixture
def served_alone(prepared: Callable[[Path], Path], tmp_path: Path) -> Iterator[Served]:
    """One that may end."""
    with _serving(prepared(tmp_path / "data")) as one:
        yield one


@contextmanager
def _serving(data: Path) -> Iterator[Served]:
    one = Served(data)
    assert watching.until(one.up, 60), one.process.poll()
    yield one
    if one.process.poll() is None:
        one.process.terminate()
        one.process.communicate(timeout=25)
    assert watching.until(lambda: not watching.of_folder(data), 15)


def test_a_second_serve_of_the_folder_is_refused_by_name_and_pid(served):
    second = served.start()

    _, said = second.communicate(timeout=20)

    assert second.returncode == 1
    assert str(served.data) in said
    assert str(served.process.pid) in said
    assert "Traceback" not in said


def test_a_taken_port_is_refused_with_a_sentence(served, prepared, tmp_path):
    other = tmp_path / "other"
    prepared(other)

    second = subprocess.run(
        [*watching.PROGRAM, "serve"],
        env=watching.environment(other, MOTCUA_LISTEN=served.address),
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )

    assert second.returncode == 1
    assert served.address in second.stderr
    assert watching.until(lambda: not watching.of_folder(other), 10)


def test_a_killed_supervisor_leaves_no_process_behind(served_alone):
    os.kill(served_alone.process.pid, signal.SIGKILL)
    served_alone.process.communicate()

    assert watching.until(lambda: not watching.of_folder(served_alone.data), 10)


def test_a_killed_database_is_back_within_ten_seconds_and_nothing_is_lost(served):
    before = served.sql("SELECT count(*) FROM django_migrations")
    note = postgres.cluster(served.data) / "postmaster.pid"
    server = int(note.read_text().split()[0])

    os.kill(server, signal.SIGKILL)

    def back() -> bool:
        try:
            return served.sql("SELECT count(*) FROM django_migrations") == before and served.up()
        except psycopg.OperationalError:
            return False

    assert watching.until(back, 10)
    assert watching.until(lambda: bool(served.running("processes.jobs")), 10)


@pytest.mark.parametrize("module", ["processes.pages", "processes.jobs"])
def test_killed_children_are_started_again(served, module):
    assert watching.until(lambda: bool(served.running(module)), 10)
    before = set(served.running(module))

    for pid in before:
        os.kill(pid, signal.SIGKILL)

    def replaced() -> bool:
        now = set(served.running(module))
        return len(now) == len(before) and not now & before

    assert watching.until(replaced, 60)
    assert watching.until(served.up, 30)


def test_one_killed_worker_is_replaced_while_the_others_serve(served):
    (worker, *_) = sorted(served.running("processes.pages"))[1:]

    os.kill(worker, signal.SIGKILL)

    assert watching.until(lambda: len(served.running("processes.pages")) == 3, 60)
    assert watching.until(served.up, 30)


def test_a_stop_finishes_the_request_that_runs(served_alone):
    """A page that waits for a locked table is finished after SIGTERM, once the lock goes."""
    code = (
        "import sys, urllib.request as u; page = f'http://{sys.argv[1]}/can-bo/dang-nhap'\n"
        "print(u.urlopen(u.Request(page, headers={'Cookie': sys.argv[2]})).status)"
    )
    with psycopg.connect(embedded.connection_string(served_alone.data, postgres.DATABASE)) as lock:
        lock.execute("LOCK TABLE django_session IN ACCESS EXCLUSIVE MODE")
        page = subprocess.Popen(
            [watching.PROGRAM[0], "-c", code, served_alone.address, "motcua_phien=" + "a" * 32],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
        assert watching.until(lambda: served_alone.sql(waiting) == 1, 10)

        served_alone.process.terminate()
        stays = not watching.until(lambda: page.poll() is not None, 1)
        lock.rollback()

    assert stays
    assert page.communicate(timeout=15)[0] == "200\n"
    assert served_alone.wait(20) == 0


def test_an_idle_stop_is_quick_and_orderly(served_alone):
    served_alone.process.terminate()

    assert served_alone.wait(10) == 0
    assert watching.until(lambda: not watching.of_folder(served_alone.data), 10)
    assert "shut down" in (served_alone.data / "log" / "postgres.log").read_text()
