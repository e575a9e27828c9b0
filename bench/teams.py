"""Teams of clients, run in turns; what each did in a turn, and what the servers spent on it."""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

CPU = Callable[[], Mapping[str, float]]


@dataclass
class Team:
    """Clients that do one thing, and how each of their turns went."""

    name: str
    processes: list[subprocess.Popen[str]]
    rates: list[float] = field(default_factory=list)
    spent: list[Mapping[str, float]] = field(default_factory=list)

    def turn(self, seconds: float, cpu: CPU) -> None:
        """One turn; CPU is noted in milliseconds for each thing done, of clients and servers.

        Connecting before and asking for the dossiers are in the servers' figures, not in the rate:
        they are a handful against hundreds.
        """
        before = cpu()
        for process in self.processes:
            _tell(process, f"{seconds}")
        answers = [json.loads(_hear(process)) for process in self.processes]
        after = cpu()
        done = sum(answer["done"] for answer in answers) or 1
        self.rates.append(sum(a["done"] / a["seconds"] for a in answers))
        own = sum(answer["cpu"] for answer in answers)
        used = {name: (after[name] - before[name]) * 1000 / done for name in after}
        self.spent.append({**used, "client": own * 1000 / done})

    @property
    def rate(self) -> float:
        """Done a second, the median of the turns."""
        return statistics.median(self.rates)

    def cpu(self, name: str) -> float:
        """Milliseconds of CPU each, the median of the turns."""
        return statistics.median(spent[name] for spent in self.spent)


def ratio(one: Team, limit: Team) -> float:
    """How much of the limit it reaches: the median over the turns they took side by side."""
    return statistics.median(a / b for a, b in zip(one.rates, limit.rates, strict=True))


@contextmanager
def team(name: str, told: Sequence[Mapping[str, Any]]) -> Iterator[Team]:
    """A client process for each of `told`, ready to begin."""
    processes: list[subprocess.Popen[str]] = []
    try:
        for one in told:
            process = subprocess.Popen(
                [sys.executable, "-m", "bench.clients"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            processes.append(process)
            _tell(process, json.dumps({"threads": 1, "django": False, **one}))
        for process in processes:
            _hear(process)
        yield Team(name, processes)
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _tell(process: subprocess.Popen[str], line: str) -> None:
    if process.stdin is not None:
        process.stdin.write(line + "\n")
        process.stdin.flush()


def _hear(process: subprocess.Popen[str]) -> str:
    line = process.stdout.readline() if process.stdout is not None else ""
    if not line:
        raise RuntimeError("a client ended before it answered")
    return line
