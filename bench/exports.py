"""P12: a list of a million rows as a file: its memory, and that a killed export goes on.

`python -m bench.exports NAME` is the process that writes one, in a folder that is served already.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from bench.goals import Line, at_most, noted
from bench.house import NOW, OFFICES, Folder
from motcua.core.clock import VN

FROM = datetime(2015, 2, 1, tzinfo=VN)
"""Copies lie up to three years back, and the calendar begins in 2015."""
MEGABYTES = 200


def measured(where: Folder, say: Callable[[str], None]) -> Sequence[Line]:
    """The lines of the table: every dossier behind one figure of all offices, once whole and once
    killed halfway."""
    from motcua.files import store

    whole = _finished(_begun("whole"))
    say(f"{whole['rows']:,} rows exported in {whole['seconds']:.0f} s")
    killed = _begun("killed")
    note = store.folder() / "drafts" / "exports" / "killed.json"
    while killed.poll() is None and _noted(note) < whole["rows"] // 2:
        time.sleep(0.05)
    killed.kill()
    killed.wait()
    there = _noted(note)
    again = _finished(_begun("killed"))
    same = again["sha256"] == whole["sha256"] and again["first"] == there > 0
    most = max(whole["megabytes"], again["megabytes"])
    return [
        at_most("P12", f"memory of an export of {whole['rows']:,} rows", MEGABYTES, most, "MB"),
        Line("P12", f"killed after {there:,} rows, taken up there", "equal",
             "equal" if same else "differs", same),
        noted("", "the same: rows a second", f"{whole['rows'] / whole['seconds']:,.0f}"),
    ]  # fmt: skip


def _begun(name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bench.exports", name]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603


def _finished(process: subprocess.Popen[str]) -> dict[str, Any]:
    said, _ = process.communicate()
    found: dict[str, Any] = json.loads(said)
    return found


def _noted(note: Any) -> int:
    with suppress(OSError, ValueError):
        return int(json.loads(note.read_text(encoding="utf-8"))["done"])
    return 0


def main(name: str) -> None:
    """Writes the export, and says what it took."""
    import django

    django.setup()
    from bench.office import clerk_of
    from motcua.dossiers.behind import Stretch, Which
    from motcua.dossiers.selectors.figure_lists import ReportFigure
    from motcua.organization.selectors import every_office
    from motcua.papers.exporting import export

    everywhere = tuple(office.id for office in every_office())
    received = ReportFigure("đã nhận", everywhere, Stretch(FROM, NOW, NOW), Which())
    done: list[int] = []
    started = time.perf_counter()
    written = export(name, "figure", received, clerk_of(OFFICES[0]), done.append)
    told = {
        "first": done[0],
        "rows": done[-1],
        "seconds": time.perf_counter() - started,
        "sha256": written.sha256,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
