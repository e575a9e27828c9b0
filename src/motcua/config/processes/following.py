"""How a child process makes sure it never outlives its parent."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def follow(parent: int | None = None) -> None:
    """Have the kernel kill this process when its parent dies. Call it in the main thread.

    With the parent's pid given, a parent that died before this call is noticed as well.
    """
    signal.pthread_sigmask(signal.SIG_SETMASK, set())  # the supervisor's blocked ones are inherited
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(1)
