"""The web server: granian's main process and its workers. `python -m … PARENT_PID`.

Only the workers import Django. A worker that dies is started again by granian; when it gives
up (a crash loop) this process ends and the supervisor starts it anew.
"""

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
    """In a worker: follow granian's main process, then load the application.

    Until granian takes over, a stop ends the worker at once: the main process's handlers, which
    a forked worker inherits, would swallow it and leave the worker to be killed 15 s later.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    follow()
    from motcua.config.wsgi import application

    return application


def main(parent: int) -> None:
    """Serve until told to stop; requests that run are finished, at most 15 s."""
    follow(parent)
    env = environment.read()
    Granian(
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
    ).serve(target_loader=load)


if __name__ == "__main__":
    main(int(sys.argv[1]))
