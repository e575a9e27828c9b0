"""`motcua serve`: the database, the pages and the job worker, each its own process.

The supervisor imports no Django and does nothing but watch: a child that dies is started again,
and none outlives it, however it ends (`processes.following`, `guardian`).
"""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from motcua.config import embedded, environment, keys
from motcua.config.environment import Environment
from motcua.config.said import Said, SettingRefused

STOP_SECONDS = 18  # of the 20 a stop may take
WATCH_SECONDS = 1.0
PROCESSES = ("pages", "jobs")


@dataclass
class Child:
    """One process that must always run."""

    name: str
    process: subprocess.Popen[bytes]
    started: float = field(default_factory=time.monotonic)
    failures: int = 0


def serve(env: Environment, *, demo_on_network: bool = False) -> int:
    """Serve until SIGTERM or SIGINT. Raises Said, ServerRefused; answers the exit status."""
    with only_one(env.data), database(env):
        return run(env, demo_on_network=demo_on_network)


def run(env: Environment, *, demo_on_network: bool) -> int:
    """The same for a caller that is `only_one` and holds the `database` already."""
    _port_is_free(env)
    status = through("prepare", *(["--demo-on-network"] if demo_on_network else []))
    return status or _watch(env)


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Refuse a second `serve` of the folder, by the first one's pid."""
    embedded.make_folders(data)
    keys.ensure(data)
    handle = os.open(data / "run" / "serve.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(handle, 20).decode().strip()
            raise Said(
                f"thư mục {data} đang được phục vụ bởi motcua serve (tiến trình {pid}). "
                "Hãy dừng tiến trình ấy trước, hoặc đặt MOTCUA_DATA là thư mục khác."
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


@contextmanager
def database(env: Environment) -> Iterator[None]:
    """Hold the embedded server, if that is where the rows are."""
    if env.database_url:
        yield
        return
    with embedded.using(env.data):
        embedded.forget_keeping(env.data)
        yield


def _port_is_free(env: Environment) -> None:
    """granian's workers share a port, so would two installations, silently: look first."""
    family = socket.AF_INET6 if ":" in env.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((env.host, env.port))
        except OSError as error:
            raise Said(
                f"không mở được {env.host}:{env.port} ({error.strerror}). "
                "Có lẽ chương trình khác đang dùng; hãy đặt MOTCUA_LISTEN là cổng khác."
            ) from None


def through(name: str, *words: str) -> int:
    """Run one of `processes` to its end; it dies with us. Answers its exit status."""
    module = f"motcua.config.processes.{name}"
    command = [sys.executable, "-m", module, str(os.getpid()), *words]
    return subprocess.run(command, check=False).returncode  # noqa: S603


def _watch(env: Environment) -> int:
    requests = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, *requests})
    children = [Child(name, _spawn(env, name)) for name in PROCESSES]
    written = environment.stamp(env.data)
    sys.stderr.write(f"Đang phục vụ tại {env.local_url} (Ctrl+C để dừng).\n")
    try:
        while True:
            found = signal.sigtimedwait({signal.SIGCHLD, *requests}, WATCH_SECONDS)
            if found and found.si_signo in requests:
                return 0
            if not env.database_url:
                embedded.revive(env.data)
            if written != (written := environment.stamp(env.data)):
                env = _taken_up(env, children)
            for child in children:
                _restart_if_dead(env, child)
    finally:
        _stop(children)


def _taken_up(env: Environment, children: list[Child]) -> Environment:
    """The settings as the folder's file has them now; everybody is started anew with them.

    A file that says nonsense changes nothing: the old settings go on until it is mended.
    """
    try:
        fresh = environment.read()
    except SettingRefused as refused:
        sys.stderr.write(f"motcua: {refused}\n")
        return env
    if fresh == env or through("prepare"):  # what must hold is judged by the new settings
        return env
    _stop(children)
    for child in children:
        child.process, child.started = _spawn(fresh, child.name), time.monotonic()
    sys.stderr.write(f"Thiết lập mới; đang phục vụ tại {fresh.public_url or fresh.local_url}.\n")
    return fresh


def _restart_if_dead(env: Environment, child: Child) -> None:
    """Start a dead child again, at once the first time, then ever later up to 5 s."""
    if child.process.poll() is None:
        return
    lived = time.monotonic() - child.started
    child.failures = 0 if lived > 60 else child.failures + 1
    if lived < min(5, child.failures - 1):
        return
    child.process = _spawn(env, child.name)
    child.started = time.monotonic()


def _spawn(env: Environment, name: str) -> subprocess.Popen[bytes]:
    """A child with its own signals, writing into the log. From the main thread: a child is
    bound to the thread that made it."""
    log = os.open(env.data / "log" / "motcua.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", f"motcua.config.processes.{name}", str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl+C at the terminal is ours to pass on
        )
    finally:
        os.close(log)


def _stop(children: list[Child]) -> None:
    """Let requests and jobs finish; by force when the time is up."""
    for child in children:
        if child.process.poll() is None:
            child.process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for child in children:
        try:
            child.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.process.kill()
            child.process.wait()
