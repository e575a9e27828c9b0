"""The process between the embedded PostgreSQL and everybody: it starts, restarts and stops it.

Run as a file by `embedded`, in root's guise if need be, with the standard library alone:
`guardian.py USERS_FD DATA postgres -D …` (and a third handle, whose lock says that a guardian
lives). It lives while somebody holds the users' lock
shared; then the server is stopped with a clean checkpoint. If the guardian itself is killed,
the kernel sends the server the same request, so that no process is left behind.
"""

import ctypes
import fcntl
import os
import signal
import subprocess
import sys
import time

POLL_SECONDS = 0.5
KEEP_SECONDS = 600
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


def main(users: int, data: str, command: list[str]) -> int:
    """Keep the server running until nobody uses it. The exit status is the server's last."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT})
    server = start(command)
    quick = 0
    while True:
        started = time.monotonic()
        signal.sigtimedwait({signal.SIGCHLD, signal.SIGTERM, signal.SIGINT}, POLL_SECONDS)
        if gone(data) or (alone(users) and not kept(data, users, server.pid)):
            return stop(server)
        if server.poll() is None:
            continue
        quick = quick + 1 if time.monotonic() - started < 1 else 0
        time.sleep(min(2.0, 0.1 * quick))  # its last children may still hold the shared memory
        server = start(command)


def gone(data: str) -> bool:
    """Whether somebody deleted the database under us."""
    return not os.path.exists(f"{data}/postgres/PG_VERSION")  # noqa: PTH110 (no imports to spare)


def kept(data: str, users: int, server: int) -> bool:
    """Whether the server is to stay though nobody holds it: `run/keep` (`motcua database`) is
    younger than ten minutes; each open session makes it young again. Gives the lock back."""
    note = f"{data}/run/keep"
    try:
        if sessions(server):
            os.utime(note)
        young = time.time() - os.stat(note).st_mtime < KEEP_SECONDS  # noqa: PTH116
        if not young:
            os.unlink(note)  # noqa: PTH108
    except OSError:
        return False
    if young:
        fcntl.flock(users, fcntl.LOCK_UN)
    return young


def sessions(server: int) -> int:
    """How many people are connected, told from the names of the server's children."""
    found = 0
    try:
        with open(f"/proc/{server}/task/{server}/children") as file:  # noqa: PTH123
            children = file.read().split()
        for child in children:
            with open(f"/proc/{child}/cmdline") as file:  # noqa: PTH123
                found += "[local]" in file.read()
    except OSError:
        return found
    return found


def alone(users: int) -> bool:
    """Whether nobody holds the users' lock any more; if so it is ours until we end."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """The server as a child that is asked to stop when we die."""
    return subprocess.Popen(command, preexec_fn=follow, stdin=subprocess.DEVNULL)  # noqa: S603


def follow() -> None:
    """In the child: a clean stop (SIGINT) when the parent dies, and no signal left blocked."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
    signal.pthread_sigmask(signal.SIG_SETMASK, set())


def stop(server: subprocess.Popen[bytes]) -> int:
    """Fast shutdown: sessions end, a checkpoint is written; by force after 30 s."""
    for request, seconds in ((signal.SIGINT, 30), (signal.SIGQUIT, 10), (signal.SIGKILL, 5)):
        if server.poll() is None:
            server.send_signal(request)
            try:
                server.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
    return server.returncode or 0


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(int(sys.argv[1]), sys.argv[2], sys.argv[3:]))
