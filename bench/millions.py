"""P6, P9 and P12 over millions of dossiers: `python -m bench.millions --dossiers 10000000`.

Makes a folder of its own (some 4 GB for a million dossiers with all their rows), copies real ones
in it by SQL, and takes every ratio in one run, in turns. Not part of `make test` or `make bench`.
"""

import argparse
import sys
import time
from contextlib import redirect_stdout

from bench.goals import Line, noted, table
from bench.house import Folder, folder, furnish
from bench.many import multiply
from bench.registers import write

REAL = 4_000


def main() -> int:
    """Everything in turns, in one folder, then the table."""
    asked = argparse.ArgumentParser(prog="python -m bench.millions", description=__doc__)
    asked.add_argument("--dossiers", type=int, default=10_000_000)
    asked.add_argument("--seconds", type=float, default=3, help="length of a turn of the writers")
    asked.add_argument("--turns", type=int, default=6, help="turns of the writers")
    given = asked.parse_args()
    with folder() as where:
        say("a folder, four offices, their catalogue")
        furnish()
        sys.stdout.write(table(_measured(where, given)) + "\n")
    return 0


def _measured(where: Folder, given: argparse.Namespace) -> list[Line]:
    from bench import exports, intakes, quarter  # they need Django

    lines = [*intakes.with_and_without(where, given.turns, given.seconds, say)]
    _taken_over(where)
    few = intakes.cost(where)
    started = time.perf_counter()
    there = multiply(where.conninfo, given.dossiers, say)
    lines.append(noted("", f"{there:,} dossiers", f"made in {time.perf_counter() - started:.0f} s"))
    lines += quarter.measured(where, say)
    lines += exports.measured(where, say)
    say("an intake among them")
    lines += intakes.flat(few, intakes.cost(where), f"among {there:,} / among {REAL:,}")
    return lines


def _taken_over(where: Folder) -> None:
    """The real ones: a register, by the command."""
    from motcua.exchange.register import commands

    file = where.data / "register.csv"
    write(file, REAL)
    with redirect_stdout(sys.stderr):
        if commands.run(["register", str(file), "--commit"]):
            raise RuntimeError("the register was refused")


def say(words: str) -> None:
    """One line of progress."""
    sys.stderr.write(f"bench: {words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
