"""The longest prints there may be, whole: a thousand slips, a register of ten thousand lines."""

import io
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from motcua.dossiers import services
from motcua.dossiers.selectors.register import Asking
from motcua.papers import batch_work
from motcua.papers.batches import MOST, again_batch, ask_batch, batch_file, batches, stop_batch
from motcua.papers.models import Print, PrintBatch
from office import MONDAY, Office

pytestmark = pytest.mark.prove

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SLIPS, LINES = MOST["receipts"], MOST["register"]
TUESDAY = MONDAY.replace(day=7)
DAY = Asking(date(2017, 3, 6), date(2017, 3, 6))
BOTH = Asking(date(2017, 3, 6), date(2017, 3, 7))


@pytest.fixture(scope="module")
def full(office: Office) -> Office:
    """A thousand dossiers on Monday, nine thousand on Tuesday."""
    for at, many in ((MONDAY, SLIPS), (TUESDAY, LINES - SLIPS)):
        for _ in range(many // 500):
            services.receive([office.intake(at=at)] * 500, key=uuid4(), whole=True)
    return office


def ask(office: Office, kind: str, asking: Asking) -> UUID:
    by = office.people["clerk"]
    return ask_batch(kind, asking, key=uuid4(), by=by, at=TUESDAY, requested_at=NOW)


def made(uuid: UUID) -> None:
    batch_work.make(PrintBatch.objects.get(uuid=uuid).pk, NOW)


def shown(office: Office, uuid: UUID) -> Any:
    return next(one for one in batches(office.people["clerk"], NOW) if one.uuid == uuid)


def watched(monkeypatch: pytest.MonkeyPatch, after: Callable[[int], None]) -> list[int]:
    """How far the work said it was, each time it said so."""
    told: list[int] = []
    say = batch_work._far

    def far(batch: int, done: int) -> None:
        told.append(done)
        after(done)
        say(batch, done)

    monkeypatch.setattr(batch_work, "_far", far)
    return told


def checked(office: Office, uuid: UUID, place: Path) -> PdfReader:
    """The file as it is taken away; qpdf finds nothing wrong with it."""
    content = batch_file(office.people["clerk"], uuid, NOW).path.read_bytes()
    place.write_bytes(content)
    ran = subprocess.run(["qpdf", "--check", place], capture_output=True, check=False)  # noqa: S607
    assert ran.returncode == 0, ran.stderr
    return PdfReader(io.BytesIO(content))


def test_a_thousand_slips_tell_how_far_they_are_stop_when_asked_and_come_whole(
    full: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uuid, clerk = ask(full, "receipts", DAY), full.people["clerk"]
    told = watched(
        monkeypatch,
        lambda done: stop_batch(uuid, by=clerk, at=NOW) if done == 200 and not stops else None,
    )
    stops: list[bool] = []

    made(uuid)

    assert (shown(full, uuid).state, told[-1]) == ("stopped", 200)
    assert not Print.objects.filter(form="receipt").exists()
    stops.append(True)
    told.clear()
    again_batch(uuid, by=clerk, at=NOW)
    made(uuid)
    assert told == [*range(50, SLIPS + 1, 50)]
    assert (shown(full, uuid).state, shown(full, uuid).percent) == ("done", 100)
    assert len(checked(full, uuid, tmp_path / "giay-hen.pdf").pages) == SLIPS
    assert Print.objects.filter(form="receipt", ordinal=1).count() == SLIPS


def test_a_register_of_ten_thousand_lines_comes_in_ten_volumes(
    full: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = watched(monkeypatch, lambda done: None)
    uuid = ask(full, "register", BOTH)

    made(uuid)

    assert told == [*range(1_000, LINES + 1, 1_000)]
    pages = checked(full, uuid, tmp_path / "so.pdf").pages
    first = [page for page in (one.extract_text() for one in pages) if "SỔ THEO DÕI HỒ SƠ" in page]
    assert len(first) == 10
    assert not any("BẢN IN LẠI" in one for one in first)
    assert Print.objects.filter(form="register").count() == 10
