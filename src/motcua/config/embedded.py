"""The embedded PostgreSQL of a data folder: made, started and left together.

Who uses the server holds a shared lock (`run/users.lock`). A guardian process, started by the
first, holds `run/guardian.lock`, starts the server again when it dies, and stops it when it
gets the users' lock alone: the kernel frees the lock of a killed process, so nothing has to
clean up after `kill -9`. Two starts at once meet at `run/start.lock`.
"""

import fcntl
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psycopg

from motcua.config import postgres, unprivileged
from motcua.config.said import ServerRefused

START_SECONDS = 60
FOLDERS = ("run", "log", "files", "keys", "backup")


@contextmanager
def using(data: Path, settings: Mapping[str, str] | None = None) -> Iterator[None]:
    """Hold the embedded server of `data` running. Raises ServerRefused.

    0.1 s when it must start, 1 s when its folder must be made first, 10 ms when it runs.
    """
    handle = join(data, settings)
    try:
        yield
    finally:
        os.close(handle)


def join(data: Path, settings: Mapping[str, str] | None = None) -> int:
    """Take the shared lock, starting the server if need be; closing the handle leaves."""
    return _join(data, settings)[0]


def _join(data: Path, settings: Mapping[str, str] | None) -> tuple[int, bool]:
    """The handle that holds the lock, and whether the server had to be started."""
    make_folders(data)
    with _locked(data / "run" / "start.lock"):
        users = _open(data / "run" / "users.lock")
        fcntl.flock(users, fcntl.LOCK_SH)  # waits while a guardian is stopping its server
        try:
            begun = not _guarded(data)
            if begun:
                _start(data, settings)
            _wait(data)
        except BaseException:
            os.close(users)
            raise
    return users, begun


def keep(data: Path) -> None:
    """Have the server run for whoever connects by its address; the guardian lets it stay ten
    minutes after the last session. Where others hold it, it stays as long as they do.

    A server whose last user left half a second ago still runs, but nobody holds it: it is kept.
    """
    make_folders(data)
    held = _held(data)
    handle, begun = _join(data, None)
    if begun or not held:
        (data / "run" / "keep").touch(mode=0o600)
    os.close(handle)


def _held(data: Path) -> bool:
    """Whether anybody uses the server, or its guardian is stopping it."""
    handle = _open(data / "run" / "users.lock")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def forget_keeping(data: Path) -> None:
    """The server is to end with its holders again."""
    (data / "run" / "keep").unlink(missing_ok=True)


def revive(data: Path) -> None:
    """Start the guardian again if it died; for a holder that lives long. 20 µs when it lives."""
    if not _guarded(data):
        with _locked(data / "run" / "start.lock"):
            if not _guarded(data):
                _start(data, None)


def make_folders(data: Path) -> None:
    """The data folder and its rooms, closed to everybody else."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in FOLDERS:
        (data / name).mkdir(mode=0o700, exist_ok=True)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _guarded(data: Path) -> bool:
    """Whether a guardian of this folder lives."""
    handle = _open(data / "run" / "guardian.lock")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _start(data: Path, settings: Mapping[str, str] | None) -> None:
    folder = postgres.cluster(data)
    try:
        guise = unprivileged.guise(folder, postgres.binary("initdb"))
    except unprivileged.NoGuise:
        raise ServerRefused(
            "Máy này không cho root chạy cơ sở dữ liệu kèm theo: "
            "hãy chạy motcua bằng một người dùng thường, hoặc đặt DATABASE_URL."
        ) from None
    _socket_folder(data, guise)
    if not folder.exists():
        _make_cluster(data, guise)
    _check_version(folder)
    _clear_stale(folder)
    _spawn_guardian(data, guise, postgres.command(data, settings))


def _socket_folder(data: Path, guise: unprivileged.Guise) -> None:
    folder = postgres.socket_folder(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), guise.owner):
        raise ServerRefused(
            f"Thư mục {folder} là của người khác nên không đặt được ổ nối cơ sở dữ liệu: "
            "hãy xoá nó hoặc đặt MOTCUA_DATA ngắn hơn."
        )
    if guise.owner is not None:
        os.chown(folder, guise.owner, -1)


def _make_cluster(data: Path, guise: unprivileged.Guise) -> None:
    """initdb beside, then rename: a killed first start leaves nothing half made."""
    draft = data / "postgres.new"
    if draft.exists():
        subprocess.run(["rm", "-rf", "--", str(draft)], check=True)  # noqa: S603, S607
    draft.mkdir(mode=0o700)
    if guise.owner is not None:
        os.chown(draft, guise.owner, -1)
    options = ["--auth=trust", "--locale=C.UTF-8", "--encoding=UTF8", "--no-instructions"]
    done = subprocess.run(  # noqa: S603
        [
            *guise.prefix,
            str(postgres.binary("initdb")),
            f"--username={postgres.USER}",
            f"--pgdata={draft}",
            *options,
        ],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=_environment(),
    )
    if done.returncode:
        (data / "log" / "postgres.log").write_text(done.stdout + done.stderr)
        raise ServerRefused(
            "Không tạo được cơ sở dữ liệu kèm theo; lý do ở "
            f"{data / 'log' / 'postgres.log'}: {(done.stderr.strip() or '?').splitlines()[-1]}"
        )
    draft.rename(postgres.cluster(data))


def _environment() -> dict[str, str]:
    """What the server sees of our environment: no PG… names, a locale that always exists."""
    kept = {n: v for n, v in os.environ.items() if n in ("PATH", "TZDIR", "LD_LIBRARY_PATH")}
    return kept | {"LC_ALL": "C.UTF-8"}


def _check_version(folder: Path) -> None:
    try:
        found = (folder / "PG_VERSION").read_text().strip()
    except OSError:
        raise ServerRefused(
            f"Thư mục {folder} không phải cơ sở dữ liệu hoặc không đọc được."
        ) from None
    ours = postgres.version()
    if found != ours:
        raise ServerRefused(
            f"Cơ sở dữ liệu ở {folder} thuộc PostgreSQL {found}, chương trình này kèm bản {ours}. "
            "Hãy sao lưu bằng bản chương trình cũ (motcua backup) rồi phục hồi vào thư mục mới."
        )


def _clear_stale(folder: Path) -> None:
    """Stop or forget the server a killed guardian left behind; the caller holds start.lock."""
    note = folder / "postmaster.pid"
    try:
        pid = int(note.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return
    if not _serves(pid, folder):
        note.unlink(missing_ok=True)
        return
    for kill, seconds in ((signal.SIGINT, 20), (signal.SIGQUIT, 10)):
        os.kill(pid, kill)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not _serves(pid, folder):
                return
            time.sleep(0.05)


def _serves(pid: int, folder: Path) -> bool:
    """Whether that process is a PostgreSQL on this folder (its working folder is it)."""
    process = Path("/proc") / str(pid)
    try:
        return process.joinpath("cwd").readlink() == folder.resolve()
    except OSError:
        return False


def _spawn_guardian(data: Path, guise: unprivileged.Guise, server: list[str]) -> None:
    """Start the guardian in a session of its own; it inherits locks, not this process's fate."""
    users, guard = (_open(data / "run" / f"{n}.lock") for n in ("users", "guardian"))
    log = os.open(data / "log" / "postgres.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    fcntl.flock(guard, fcntl.LOCK_EX)
    program = [sys.executable, "-I", "-S", str(Path(__file__).with_name("guardian.py"))]
    try:
        subprocess.Popen(  # noqa: S603
            [*guise.prefix, *program, str(users), str(data), *server],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            env=_environment(),
            pass_fds=(users, guard),
            start_new_session=True,
        )
    finally:
        for handle in (users, guard, log):
            os.close(handle)


def connection_string(data: Path, database: str) -> str:
    """libpq's address of a database of the embedded server."""
    host = postgres.socket_folder(data)
    return f"host={host} user={postgres.USER} dbname={database} connect_timeout=10"


def _wait(data: Path) -> None:
    """Until the server answers, with our database in it."""
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            with psycopg.connect(connection_string(data, "postgres"), autocommit=True) as server:
                _make_database(server)
            return
        except psycopg.OperationalError as error:
            if time.monotonic() > until or not _guarded(data):
                raise ServerRefused(
                    "Cơ sở dữ liệu kèm theo không khởi động được; "
                    f"lý do ở {data / 'log' / 'postgres.log'}."
                ) from error
        time.sleep(0.02)


def _make_database(server: psycopg.Connection[tuple[object, ...]]) -> None:
    found = server.execute(
        "SELECT 1 FROM pg_database WHERE datname = %s", [postgres.DATABASE]
    ).fetchone()
    if not found:
        server.execute(f"CREATE DATABASE {postgres.DATABASE}")
