"""The web server: granian's main process and its workers. `python -m … PARENT_PID`.

The main process reads the application once and its workers are forked from it: they share that
memory, and a worker that dies is replaced at once. When granian gives up (a crash loop) this
process ends and the supervisor starts it anew.
"""

import gc
import signal
import sys
from collections.abc import Callable
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from motcua.config import environment
from motcua.config.processes.following import follow

GRACE_SECONDS = 15


def load(target: str) -> Callable[..., Any]:
    """In a worker: follow granian's main process, then hand over the application it has read.

    Until granian takes over, a stop ends the worker at once: the main process's handlers, which
    a forked worker inherits, would swallow it and leave the worker to be killed 15 s later.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    follow()
    from motcua.config.wsgi import application

    return application


def _read_once() -> None:
    """What is read now stays where it is: the collector of garbage leaves it alone, so that pages
    of memory stay shared. No connection is open when this returns."""
    from motcua.config import wsgi  # noqa: F401 (reading it is what it is for)

    gc.collect()
    gc.freeze()


def main(parent: int) -> None:
    """Serve until told to stop; requests that run are finished, at most 15 s."""
    follow(parent)
    env = environment.read()
    server = Granian(
        "motcua.config.wsgi:application",
        address=env.host,
        port=env.port,
        interface=Interfaces.WSGI,
        workers=env.workers,
        blocking_threads=env.threads,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=GRACE_SECONDS,
    )
    server.on_startup(_read_once)  # whoever comes meanwhile waits at the open port
    server.serve(target_loader=load)


if __name__ == "__main__":
    main(int(sys.argv[1]))
