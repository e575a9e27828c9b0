"""The process between the embedded PostgreSQL and everybody: it starts, restarts and stops it.

Run as a file by `embedded`, in root's guise if need be, with the standard library alone:
`guardian.py USERS_FD GUARD_FD postgres -D …`. It lives while somebody holds the users' lock
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
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)


def main(users: int, guard: int, command: list[str]) -> int:
    """Keep the server running until nobody uses it. The exit status is the server's last."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT})
    server = start(command)
    quick = 0
    while True:
        started = time.monotonic()
        signal.sigtimedwait({signal.SIGCHLD, signal.SIGTERM, signal.SIGINT}, POLL_SECONDS)
        if alone(users):
            return stop(server)
        if server.poll() is None:
            continue
        quick = quick + 1 if time.monotonic() - started < 1 else 0
        time.sleep(min(2.0, 0.1 * quick))  # its last children may still hold the shared memory
        server = start(command)


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
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
