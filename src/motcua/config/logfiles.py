"""Log files that do not grow without end."""

import shutil
from pathlib import Path

KEPT = 14
SMALLEST = 1 << 20


def rotate(folder: Path) -> None:
    """Put each log of more than 1 MB aside, fourteen deep; its writers go on in the same file
    (they append), so a line written meanwhile may be lost, none is torn."""
    for log in folder.glob("*.log"):
        if log.stat().st_size < SMALLEST:
            continue
        for age in range(KEPT - 1, 0, -1):
            older = log.with_name(f"{log.name}.{age}")
            if older.exists():
                older.replace(log.with_name(f"{log.name}.{age + 1}"))
        shutil.copy2(log, log.with_name(f"{log.name}.1"))
        with log.open("r+") as file:
            file.truncate()
