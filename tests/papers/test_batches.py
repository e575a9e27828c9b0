"""Long prints: made in chunks into one file, stopped, run again, taken away until they expire."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from motcua.audit.models import AuditRow
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.selectors.register import Asking
from motcua.files.models import StoredFile
from motcua.papers import batch_work
from motcua.papers.batches import (
    BatchRow,
    again_batch,
    ask_batch,
    batch_file,
    batches,
    expire_batches,
    stop_batch,
)
from motcua.papers.models import PrintBatch
from motcua.papers.services import receipt_pdf
from office import MONDAY, Office
from world import World

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = Asking(date(2017, 3, 6), date(2017, 3, 6))
SLIPS = 5


@pytest.fixture(scope="module")
def codes(office: Office) -> list[str]:
    made = services.receive([office.intake()] * SLIPS, key=uuid4(), whole=True)
    return [one.code for one in made if hasattr(one, "code")]


def ask(office: Office, kind: str = "receipts", by: str = "clerk", **given: Any) -> UUID:
    key = given.pop("key", uuid4())
    return ask_batch(kind, DAY, key=key, by=office.people[by], at=MONDAY, requested_at=NOW)


def made(uuid: UUID) -> None:
    batch_work.make(PrintBatch.objects.get(uuid=uuid).pk, NOW)


def row_of(office: Office, uuid: UUID, now: datetime = NOW) -> BatchRow:
    return next(row for row in batches(office.people["clerk"], now) if row.uuid == uuid)


def whole(office: Office, uuid: UUID) -> PdfReader:
    content = batch_file(office.people["clerk"], uuid, NOW).path.read_bytes()
    return PdfReader(io.BytesIO(content))


def sheets(office: Office, uuid: UUID) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in whole(office, uuid).pages]


def test_the_slips_of_a_period_come_in_one_file_and_duplicates_say_so(
    office: Office, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(batch_work.CHUNK, "receipts", 2)
    receipt_pdf(codes[1], office.people["clerk"], MONDAY, MONDAY)
    uuid = ask(office)

    made(uuid)

    found = sheets(office, uuid)
    assert len(found) == SLIPS
    assert all(code in page for code, page in zip(codes, found, strict=True))
    assert ["BẢN IN LẠI" in page for page in found] == [n == 1 for n in range(SLIPS)]
    shown = row_of(office, uuid)
    assert (shown.state, shown.done, shown.total, shown.percent) == ("done", SLIPS, SLIPS, 100)
    assert AuditRow.objects.filter(action="batch_printed").count() == 1
    assert AuditRow.objects.filter(action="batch_taken").count() == 1


def test_the_register_comes_by_volumes_in_one_file(office: Office, codes: list[str]) -> None:
    uuid = ask(office, "register")

    made(uuid)

    (page,) = sheets(office, uuid)
    assert "SỔ THEO DÕI HỒ SƠ" in page
    assert all(code in page for code in codes)


def test_a_print_of_one_part_keeps_its_tags(office: Office, codes: list[str]) -> None:
    uuid = ask(office)

    made(uuid)

    assert whole(office, uuid).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(sheets(office, uuid)) == SLIPS


def test_a_batch_pressed_twice_is_one(office: Office, codes: list[str]) -> None:
    key = uuid4()

    assert ask(office, key=key) == ask(office, key=key)


def test_one_that_waits_stops_at_once_and_is_made_when_asked_again(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office, "register")

    stop_batch(uuid, by=office.people["clerk"], at=NOW)
    made(uuid)

    assert row_of(office, uuid).state == "stopped"
    again_batch(uuid, by=office.people["clerk"], at=NOW)
    made(uuid)
    assert row_of(office, uuid).ready


def test_one_that_runs_stops_after_its_chunk_and_notes_no_print(
    office: Office, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(batch_work.CHUNK, "receipts", 2)
    uuid = ask(office)
    PrintBatch.objects.filter(uuid=uuid).update(state="running", stop_asked_at=NOW)

    made(uuid)

    shown = row_of(office, uuid)
    assert (shown.state, shown.done) == ("stopped", 2)
    assert AuditRow.objects.filter(subject__contains=str(uuid)).count() == 0


def test_a_job_that_lost_its_worker_begins_anew_and_a_done_one_is_left_alone(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office, "register")
    PrintBatch.objects.filter(uuid=uuid).update(state="running", done=3)

    made(uuid)
    made(uuid)

    assert row_of(office, uuid).done == SLIPS
    assert AuditRow.objects.filter(subject__contains=str(uuid), action="batch_printed").count() == 1


def test_a_file_is_gone_after_seven_days_and_is_nobody_elses(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office, "register")
    made(uuid)

    assert not row_of(office, uuid, NOW + timedelta(days=7)).ready
    for by, now in (("clerk", NOW + timedelta(days=8)), ("clerk2", NOW)):
        with pytest.raises(Refused):
            batch_file(office.people[by], uuid, now)


def test_at_night_the_files_whose_days_are_over_leave_the_store(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office, "register")
    made(uuid)
    sha256 = PrintBatch.objects.get(uuid=uuid).sha256

    expire_batches(NOW + timedelta(days=6))
    assert StoredFile.objects.filter(sha256=sha256).exists()
    expire_batches(NOW + timedelta(days=7))

    assert not StoredFile.objects.filter(sha256=sha256).exists()
    again_batch(uuid, by=office.people["clerk"], at=NOW)


def test_nothing_to_print_too_much_and_an_unknown_kind_are_refused(
    office: Office, codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from motcua.papers import batches as room

    clerk = office.people["clerk"]
    empty = Asking(date(2016, 1, 1), date(2016, 1, 2))
    monkeypatch.setitem(room.MOST, "register", 2)

    for kind, asking, code in (
        ("receipts", empty, "batch_empty"),
        ("register", DAY, "batch_too_long"),
        ("other", DAY, "batch_kind"),
    ):
        with pytest.raises(Refused, match=code):
            ask_batch(kind, asking, key=uuid4(), by=clerk, at=MONDAY, requested_at=NOW)


def test_the_page_asks_lists_stops_and_runs_again(world: World, codes: list[str]) -> None:
    client = world.as_("clerk2")
    url = "/can-bo/in-hang-loat"

    sent = {"kind": "register", "tu": "06/03/2017", "den": "06/03/2017", "key": str(uuid4())}
    assert client.post(url, sent).status_code == 302
    assert "Đang đợi" in client.get(url).content.decode()
    uuid = PrintBatch.objects.get(account__username="clerk2").uuid
    assert client.get(f"{url}/{uuid}.pdf").status_code == 404
    assert client.post(f"{url}/{uuid}/dung").status_code == 302
    assert client.post(f"{url}/{uuid}/dung").status_code == 409
    assert client.post(f"{url}/{uuid}/lam-lai").status_code == 302
    made(uuid)
    assert client.get(f"{url}/{uuid}.pdf")["Content-Type"] == "application/pdf"
    assert client.post(url, {**sent, "tu": "x"}).status_code == 422
    assert world.as_("officer").get(url).status_code == 403
