"""A progress bar on stderr: one line that fills at a terminal, a few lines elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 30
Tell = Callable[[int, int], None]


@contextmanager
def bar(title: str) -> Iterator[Tell]:
    """Gives a function that is told (done, of how many) and shows it, at most ten times a
    second at a terminal, at each quarter elsewhere."""
    started, shown = time.monotonic(), [-1.0, 0.0]
    terminal = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        share = min(1.0, done / total) if total else 1.0
        now = time.monotonic()
        if terminal and (now - shown[1] >= 0.1 or share == 1.0):
            filled = round(share * WIDTH)
            cells = "█" * filled + "░" * (WIDTH - filled)
            sys.stderr.write(f"\r{title} {cells} {share:4.0%} {now - started:3.0f} s")
            shown[:] = share, now
        elif not terminal and (share - shown[0] >= 0.25 or share == 1.0 > shown[0]):
            sys.stderr.write(f"{title}: {share:.0%}\n")
            shown[:] = share, now
        sys.stderr.flush()

    yield tell
    if terminal:
        sys.stderr.write("\n")
    sys.stderr.write(f"Xong sau {time.monotonic() - started:.0f} giây.\n")
