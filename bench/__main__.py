"""`make bench`: P1 to P5, P7, P10 and P11, in about four minutes; the table goes to stdout.

A goal that is not met is said in its row and does not change the exit status. Stopped, it leaves
nothing behind and can be run again.
"""

import argparse
import signal
import sys
from types import FrameType

from bench.goals import Line, table
from bench.house import OFFICES, folder, furnish, serving


def main() -> int:
    """Everything in turns, in one folder, then the table."""
    asked = argparse.ArgumentParser(prog="make bench", description=__doc__)
    asked.add_argument("--seconds", type=float, default=3, help="length of one turn")
    asked.add_argument("--turns", type=int, default=5, help="turns of each measure")
    asked.add_argument("--only-box", action="store_true", help="the full inbox alone")
    given = asked.parse_args()
    signal.signal(signal.SIGTERM, _stop)
    lines: list[Line] = []
    try:
        with folder() as where:
            say("a folder, four offices, their catalogue")
            furnish()
            from bench import (
                acts,
                boxes,
                lookups,
                printing,
                searching,
                surfaces,
            )  # they need Django

            with serving(where) as servers:
                if not given.only_box:
                    lines += surfaces.measured(where, servers[0], say)
                    lines += acts.measured(where, servers[0], given.turns, given.seconds, say)
                    lines += lookups.measured(where, servers, given.turns, given.seconds, say)
                lines += boxes.measured(where, servers[0], OFFICES[1], say)
            if not given.only_box:
                lines += searching.measured(say)
                lines += printing.measured(say)
    except KeyboardInterrupt:
        say("stopped; what was measured until then:")
    sys.stdout.write(table(lines) + "\n")
    return 0


def say(words: str) -> None:
    """One line of progress."""
    sys.stderr.write(f"bench: {words}\n")
    sys.stderr.flush()


def _stop(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
