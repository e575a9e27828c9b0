"""The embedded PostgreSQL: who may start it, who stops it, and what a kill leaves behind."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

import watching
from motcua.config import embedded, postgres, unprivileged
from motcua.config.said import ServerRefused

PLAIN_USER = 61234  # a user without even an account, as in a container


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    yield closed / "data"
    watching.until(lambda: not watching.of_folder(closed), 10)


def ask(data: Path, question: str) -> object:
    with psycopg.connect(embedded.connection_string(data, postgres.DATABASE)) as connection:
        row = connection.execute(question).fetchone()
    return row and row[0]


def postmaster(data: Path) -> int:
    return int((postgres.cluster(data) / "postmaster.pid").read_text().split()[0])


def test_it_starts_under_a_closed_parent_folder_and_stops_with_its_last_user(data):
    with embedded.using(data):
        first = watching.hold(data)
        version = ask(data, "SHOW server_version")
    still = ask(data, "SELECT 1")
    first.communicate()

    assert str(version).split(".")[0] == postgres.version()
    assert still == 1
    assert watching.until(lambda: not watching.of_folder(data), 10)


def test_everything_in_the_data_folder_is_closed_to_others(data):
    with embedded.using(data):
        modes = {p.name: p.stat().st_mode & 0o077 for p in [data, *data.iterdir()]}

    assert set(modes.values()) == {0}, modes


def test_commits_are_durable_and_no_port_is_open(data):
    with embedded.using(data):
        found = [ask(data, f"SHOW {name}") for name in ("fsync", "listen_addresses")]

    assert found == ["on", ""]


def test_many_starts_at_once_share_one_server(data):
    with ThreadPoolExecutor(4) as pool:
        holders = list(pool.map(watching.hold, [data] * 4))
    servers = {ask(data, "SELECT pg_postmaster_start_time()::text") for _ in holders}
    for holder in holders:
        holder.communicate()

    assert len(servers) == 1


def test_a_killed_user_leaves_no_process_behind(data):
    holder = watching.hold(data)

    holder.kill()
    holder.communicate()

    assert watching.until(lambda: not watching.of_folder(data), 10)


def test_a_killed_server_is_back_within_ten_seconds_with_what_was_committed(data):
    with embedded.using(data):
        with psycopg.connect(embedded.connection_string(data, postgres.DATABASE)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        os.kill(postmaster(data), signal.SIGKILL)

        def answers() -> bool:
            try:
                return ask(data, "SELECT number FROM kept") == 7
            except psycopg.OperationalError:
                return False

        assert watching.until(answers, 10)


def test_a_killed_guardian_takes_its_server_along_and_the_next_user_starts_anew(data):
    holder = watching.hold(data)
    server = postmaster(data)
    guardian = int(Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()[1])

    os.kill(guardian, signal.SIGKILL)
    ended = watching.until(lambda: not Path(f"/proc/{server}").exists(), 10)
    holder.communicate()

    assert ended
    with embedded.using(data):
        assert ask(data, "SELECT 1") == 1


def test_a_pid_file_left_by_a_power_cut_is_forgotten(data):
    with embedded.using(data):
        pass
    assert watching.until(lambda: not watching.of_folder(data), 10)
    note = postgres.cluster(data) / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{postgres.cluster(data)}\n")  # a live process, not a server

    with embedded.using(data):
        assert ask(data, "SELECT 1") == 1


def test_another_version_is_refused_in_a_sentence(data):
    with embedded.using(data):
        pass
    assert watching.until(lambda: not watching.of_folder(data), 10)
    (postgres.cluster(data) / "PG_VERSION").write_text("15\n")

    with pytest.raises(ServerRefused, match="PostgreSQL 15"), embedded.using(data):
        pass


def test_a_long_path_gets_a_short_private_socket_folder(tmp_path):
    data = tmp_path / ("x" * 90) / "data"

    with embedded.using(data):
        socket = postgres.socket_folder(data)
        assert ask(data, "SELECT 1") == 1
        assert socket.stat().st_mode & 0o077 == 0

    assert len(os.fsencode(socket)) < postgres.LONGEST_SOCKET
    assert watching.until(lambda: not watching.of_folder(data), 10)
    shutil.rmtree(socket)


def test_the_printed_address_answers_though_the_command_has_ended(data):
    printed = subprocess.run(
        [*watching.PROGRAM, "database"],
        capture_output=True,
        text=True,
        check=True,
        env=watching.environment(data),
    )

    with psycopg.connect(printed.stdout.strip()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    embedded.forget_keeping(data)
    assert watching.until(lambda: not watching.of_folder(data), 10)


def test_the_address_answers_also_when_the_last_user_left_a_moment_ago(data):
    for _ in range(5):
        with embedded.using(data):
            pass
        embedded.keep(data)
        watching.until(lambda: False, 1.2)  # longer than the guardian takes to notice

        assert ask(data, "SELECT 1") == 1
        embedded.forget_keeping(data)

    assert watching.until(lambda: not watching.of_folder(data), 10)


def test_an_address_printed_while_others_serve_does_not_outlive_them(data):
    holder = watching.hold(data)
    embedded.keep(data)

    holder.communicate()

    assert watching.until(lambda: not watching.of_folder(data), 10)


def test_a_deleted_data_folder_ends_its_server(data):
    embedded.keep(data)

    shutil.rmtree(data, ignore_errors=True)  # the server takes its own files away meanwhile

    assert watching.until(lambda: not watching.of_folder(data), 10)
    assert not (data / "run").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_plain_user_starts_it():
    interpreter = watching.open_interpreter(PLAIN_USER)
    if not interpreter:
        pytest.skip("every Python here lies in folders closed to plain users")
    home = Path(tempfile.gettempdir()) / f"motcua-plain-{os.getpid()}"
    home.mkdir(mode=0o700)
    os.chown(home, PLAIN_USER, PLAIN_USER)
    code = (
        "import sys; from pathlib import Path; from motcua.config import embedded, postgres\n"
        "import psycopg\n"
        "with embedded.using(Path(sys.argv[1])):\n"
        "    c = psycopg.connect(embedded.connection_string(Path(sys.argv[1]), 'motcua'))\n"
        "    print(c.execute('SELECT 1').fetchone()[0])"
    )
    done = subprocess.run(
        [interpreter, "-c", code, str(home / "data")],
        capture_output=True,
        text=True,
        check=False,
        user=PLAIN_USER,
        group=PLAIN_USER,
        extra_groups=[],
        cwd="/",
        env=watching.environment(home / "data", HOME="", PYTHONPATH=os.pathsep.join(sys.path[1:])),
    )

    assert (done.stdout, done.stderr) == ("1\n", "")
    assert watching.until(lambda: not watching.of_folder(home), 10)
    shutil.rmtree(home)


@pytest.mark.skipif(os.geteuid() != 0, reason="a plain user needs no guise")
def test_root_without_user_namespaces_runs_it_as_nobodys_user(data, monkeypatch):
    monkeypatch.setattr(unprivileged, "_namespace", lambda: None)

    with embedded.using(data):
        owner = postgres.cluster(data).stat().st_uid
        server = Path(f"/proc/{postmaster(data)}/status").read_text()

    assert owner == pwd.getpwnam(unprivileged.ACCOUNT).pw_uid
    assert f"Uid:\t{owner}\t" in server


@pytest.mark.skipif(os.geteuid() != 0, reason="a plain user needs no guise")
def test_root_without_any_guise_is_told_what_to_do(data, monkeypatch):
    monkeypatch.setattr(unprivileged, "_namespace", lambda: None)
    monkeypatch.setattr(unprivileged, "_setpriv", lambda: None)

    with pytest.raises(ServerRefused, match="người dùng thường"), embedded.using(data):
        pass
