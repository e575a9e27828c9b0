"""Lists taken away whole: by chunks, going on where they stopped, for a purpose that is kept."""

import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from motcua.audit.models import AuditRow
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.selectors import exported
from motcua.dossiers.selectors.exported import LISTS, Place
from motcua.dossiers.selectors.register import Asking
from motcua.papers import batch_work, exporting
from motcua.papers.batches import again_batch, ask_batch, batch_file, batches, stop_batch
from motcua.papers.models import PrintBatch
from office import MONDAY, Office

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = Asking(date(2017, 3, 6), date(2017, 3, 6))
ROWS = 7
PURPOSE = "Đối chiếu sổ quý I với Phòng Nội vụ"


@pytest.fixture(scope="module")
def codes(office: Office) -> list[str]:
    made = services.receive([office.intake()] * ROWS, key=uuid4(), whole=True)
    return [one.code for one in made if hasattr(one, "code")]


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    after = LISTS["dossiers"].after

    def few(listed: exported.List, actor: object, asking: Asking, place: Place) -> exported.Chunk:
        return after.__func__(listed, actor, asking, place, 2)  # type: ignore[attr-defined]

    monkeypatch.setattr(exported.List, "after", few)


def ask(office: Office, kind: str = "dossiers", purpose: str = PURPOSE) -> UUID:
    clerk = office.people["clerk"]
    return ask_batch(kind, DAY, key=uuid4(), by=clerk, at=MONDAY, requested_at=NOW, purpose=purpose)


def made(uuid: UUID) -> None:
    batch_work.make(PrintBatch.objects.get(uuid=uuid).pk, NOW)


def rows_of(office: Office, uuid: UUID) -> Sequence[list[str]]:
    file = batch_file(office.people["clerk"], uuid, NOW).path
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


@pytest.mark.parametrize(("kind", "column"), [("dossiers", 0), ("lines", 1)])
def test_a_list_holds_each_dossier_once_in_the_order_of_receipt(
    office: Office, codes: list[str], kind: str, column: int
) -> None:
    uuid = ask(office, kind)

    made(uuid)

    heads, *rows = rows_of(office, uuid)
    assert tuple(heads) == LISTS[kind].heads
    assert [row[column] for row in rows] == codes
    (row,) = [one for one in batches(office.people["clerk"], NOW) if one.uuid == uuid]
    assert (row.ready, row.done, row.total) == (True, ROWS, ROWS)


def test_a_list_is_narrowed_as_its_page_is(office: Office, codes: list[str]) -> None:
    clerk = office.people["clerk"]

    counts = {
        state: LISTS["dossiers"].count(clerk, Asking(DAY.start, DAY.end, state))
        for state in ("", "dang-giai-quyet", "da-tra")
    }

    assert counts == {"": ROWS, "dang-giai-quyet": ROWS, "da-tra": 0}


def test_one_that_was_killed_goes_on_after_the_rows_that_were_safe(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office)

    def killed(done: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exporting.export(uuid.hex, "dossiers", DAY, office.people["clerk"], killed)
    begun: list[int] = []
    written = exporting.export(uuid.hex, "dossiers", DAY, office.people["clerk"], begun.append)

    assert begun == [4, 6, 7]
    text = written.path.read_text(encoding="utf-8-sig")
    assert [line.split(",")[0] for line in text.splitlines()[1:]] == codes


def test_what_was_half_written_past_the_last_chunk_is_cut_off(
    office: Office, codes: list[str]
) -> None:
    uuid = ask(office)

    def torn(done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exporting.export(uuid.hex, "dossiers", DAY, office.people["clerk"], torn)
    with exporting._draft(uuid.hex).open("ab") as file:
        file.write(b"half a li")

    made(uuid)

    assert [row[0] for row in rows_of(office, uuid)[1:]] == codes


def test_one_that_was_stopped_is_finished_when_asked_again(
    office: Office, codes: list[str]
) -> None:
    uuid, clerk = ask(office), office.people["clerk"]
    PrintBatch.objects.filter(uuid=uuid).update(state="running", stop_asked_at=NOW)
    made(uuid)
    assert PrintBatch.objects.get(uuid=uuid).state == "stopped"

    again_batch(uuid, by=clerk, at=NOW)
    made(uuid)

    assert [row[0] for row in rows_of(office, uuid)[1:]] == codes
    with pytest.raises(Refused):
        stop_batch(uuid, by=clerk, at=NOW)


def test_without_a_purpose_nothing_is_exported_and_with_one_the_audit_keeps_it(
    office: Office, codes: list[str]
) -> None:
    with pytest.raises(Refused) as refused:
        ask(office, purpose="in")

    uuid = ask(office)
    made(uuid)
    rows_of(office, uuid)

    assert refused.value.code == "batch_purpose"
    noted = AuditRow.objects.filter(subject__contains=str(uuid)).order_by("id")
    assert [one.action for one in noted] == ["export_asked", "list_exported", "batch_taken"]
    assert noted[0].purpose == PURPOSE


def test_a_cell_that_a_sheet_would_reckon_is_text() -> None:
    assert exporting._cell("=1+1") == "'=1+1"
    assert exporting._cell("Lê Thị Mẫu") == "Lê Thị Mẫu"
