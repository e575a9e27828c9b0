"""Preparing the demonstration for a `motcua demo` that goes on to serve: `python -m … PID WORD…`.

In a process of its own, so that the one that stays keeps no Django in memory.
"""

import sys

from motcua.config import cli
from motcua.config.processes.following import follow

if __name__ == "__main__":
    follow(int(sys.argv[1]))
    sys.exit(cli.main(["demo", "--no-serve", *sys.argv[2:]]))
