"""A client in a process of its own: told once what to do, then does it for a while when asked.

`python -m bench.clients` reads a line of JSON, answers `ready`, and for each further line (seconds)
answers how often it did it, with its own CPU and the slowest hundredth.
"""

import json
import sys
import threading
import time
from typing import Any

from bench.doings import KINDS


def main() -> None:
    """Until the line ends."""
    told = json.loads(sys.stdin.readline())
    if told["django"]:
        import django

        django.setup()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(run(told, float(line))) + "\n")
        sys.stdout.flush()


def run(told: dict[str, Any], seconds: float) -> dict[str, Any]:
    """Do it in as many threads as told until the time is over, or there is nothing left to do."""
    taken: list[float] = []
    doings = [KINDS[told["kind"]](told) for _ in range(told["threads"])]
    for do in doings:
        do()  # connections, prepared statements and caches are not what is measured
    cpu, started = time.process_time(), time.perf_counter()
    threads = [threading.Thread(target=_over, args=(do, seconds, taken)) for do in doings]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - started
    return {"done": len(taken), "seconds": spent, "cpu": time.process_time() - cpu}


def _over(do: Any, seconds: float, taken: list[float]) -> None:
    try:
        _until_then(do, time.perf_counter() + seconds, taken)
    finally:
        if connections := sys.modules.get("django.db"):
            connections.connections.close_all()  # a thread's own: the next turn has new threads


def _until_then(do: Any, until: float, taken: list[float]) -> None:
    while (now := time.perf_counter()) < until:
        try:
            do()
        except StopIteration:
            return
        taken.append(time.perf_counter() - now)


if __name__ == "__main__":
    main()
