"""A register taken over on screen: columns, check, differences, writing, stopping, and by whom."""

import csv
import io
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse

from acting import words
from motcua.audit.models import AuditRow
from motcua.dossiers.models import Dossier, Party, RegisterColumn, RegisterImport
from motcua.dossiers.registers import folder, taking, work
from motcua.dossiers.verifying.run import differences
from motcua.files.store import sweep_orphans
from motcua.identity.models import Holding
from motcua.organization.timekeeping import real_now
from world import NOW, World

PAGE = "/can-bo/quan-tri/nhap-so"
PERMIT = "tx-gia-han-gpxd"
HEADINGS = ("STT", "Đơn vị", "Mã TTHC", "Họ tên người nộp", "Ngày nhận", "Ngày xong", "Kết quả")
STOP = "UPDATE dossiers_registerimport SET stop_asked_at = now() WHERE id = %s"
CHOSEN = ("", "office", "procedure_code", "applicant_name", "received_at", "finished_at", "outcome")


@pytest.fixture(autouse=True)
def _at_nine(world: World, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """09:42 of 31/03/2017, in a folder of this module's own; no heading is remembered yet."""
    monkeypatch.setattr("motcua.organization.timekeeping.now", lambda: NOW)
    RegisterColumn.objects.all().delete()


def line(name: str, **cells: str) -> tuple[str, ...]:
    """A dossier finished in two hours, unless `cells` say otherwise."""
    given = {
        "office": "bim-son",
        "procedure": PERMIT,
        "received": "06/03/2017 08:00",
        "finished": "06/03/2017 10:00",
        "outcome": "Đã trả kết quả",
    } | cells
    return ("1", given["office"], given["procedure"], name, given["received"], given["finished"],
            given["outcome"])  # fmt: skip


def a_csv(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> SimpleUploadedFile:
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    return SimpleUploadedFile("so-2017.csv", out.getvalue().encode())


def an_xlsx(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((HEADINGS, *rows)):
            sheet.write_row(number, 0, row)
    return SimpleUploadedFile("so-2017.xlsx", out.getvalue())


def brought(world: World, file: SimpleUploadedFile, **fields: Any) -> RegisterImport:
    """Uploaded by the administrator; its columns are still to be chosen."""
    answer = world.as_("admin").post(PAGE, {"file": file, "key": str(uuid4()), **fields})
    assert answer.status_code == 302, words(answer)
    return RegisterImport.objects.get(uuid=answer["Location"].rpartition("/")[2])


def chosen(row: RegisterImport) -> dict[str, str]:
    return {f"c{n}": column for n, column in enumerate(row.columns)}


def checked(world: World, file: SimpleUploadedFile, **fields: str) -> RegisterImport:
    row = brought(world, file)
    world.as_("admin").post(f"{PAGE}/{row.uuid}", {**chosen(row), **fields})
    return worked(row)


def worked(row: RegisterImport) -> RegisterImport:
    """As the worker would."""
    work.make(row.pk, NOW, real_now())
    row.refresh_from_db()
    return row


def page(world: World, row: RegisterImport) -> str:
    return words(world.as_("admin").get(f"{PAGE}/{row.uuid}"))


def press(world: World, row: RegisterImport, what: str) -> HttpResponse:
    answer: HttpResponse = world.as_("admin").post(f"{PAGE}/{row.uuid}/{what}")
    row.refresh_from_db()
    return answer


def test_before_the_first_register_the_page_says_what_to_do(world: World) -> None:
    shown = words(world.as_("admin").get(PAGE))

    assert "Chưa nhập sổ nào" in shown
    assert "Mã thủ tục" in shown


@pytest.mark.parametrize("make", [a_csv, an_xlsx])
def test_columns_are_guessed_from_their_headings(world: World, make: Any) -> None:
    row = brought(world, make(line("Lê Thị Sổ Mẫu")))

    assert tuple(row.columns) == CHOSEN
    assert (row.state, row.total) == ("choosing", 1)
    assert "Cột nào của tệp là gì" in page(world, row)


def test_what_was_chosen_is_remembered_for_the_next_register(world: World) -> None:
    odd = ("Ai", *HEADINGS[1:3], "Thôn, khu phố", *HEADINGS[4:])
    row = brought(world, a_csv(line("Khu phố 5"), headings=odd))
    assert row.columns[0] == row.columns[3] == ""

    answer = world.as_("admin").post(
        f"{PAGE}/{row.uuid}", {**chosen(row), "c0": "applicant_name", "c3": "note"}
    )

    assert answer.status_code == 302
    again = brought(world, a_csv(line("Khu phố 5"), headings=odd))
    assert (again.columns[0], again.columns[3]) == ("applicant_name", "note")


def test_two_columns_of_one_kind_and_a_missing_one_are_said_and_what_was_chosen_is_kept(
    world: World,
) -> None:
    row = brought(world, a_csv(line("Lê Thị Sổ Mẫu")))

    answer = world.as_("admin").post(f"{PAGE}/{row.uuid}", {**chosen(row), "c3": "note"})

    assert answer.status_code == 422
    assert "thiếu cột Họ và tên (applicant_name)" in words(answer)
    assert '<option value="note" selected>' in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "choosing"


def test_a_check_writes_nothing_and_names_every_fault_in_a_file_to_mend(world: World) -> None:
    before = Dossier.objects.count()
    row = checked(
        world,
        a_csv(
            line("Lê Thị Sổ Mẫu"),
            line("Lê Văn Sai Mẫu", procedure="khong-co"),
            line("Trần Thị Sai Mẫu", finished="05/03/2017 08:00"),
        ),
    )

    shown = page(world, row)
    file = world.as_("admin").get(f"{PAGE}/{row.uuid}/dong-can-sua.csv")
    lines = list(csv.reader(io.StringIO(b"".join(file).decode("utf-8-sig"))))

    assert (row.state, row.new, row.bad) == ("checked", 1, 2)
    assert "2 dòng phải sửa. Chưa ghi gì." in shown
    assert "Không có thủ tục này trong danh mục" in shown
    assert "Lê Văn Sai Mẫu" not in shown
    assert lines[0] == ["Cơ quan", "Mã thủ tục", "Họ và tên", "Ngày nhận", "Ngày xong", "Kết quả",
                        "Phải sửa"]  # fmt: skip
    assert [one[2] for one in lines[1:]] == ["Lê Văn Sai Mẫu", "Trần Thị Sai Mẫu"]
    assert all(one[-1] for one in lines[1:])
    assert press(world, row, "ghi").status_code == 409
    assert Dossier.objects.count() == before
    assert AuditRow.objects.filter(action="register_bad_taken").count() == 1


def test_the_file_to_mend_is_a_register_that_can_be_sent_again(world: World) -> None:
    row = checked(world, a_csv(line("Lê Văn Sai Mẫu", office="khong-co")))
    sent = b"".join(world.as_("admin").get(f"{PAGE}/{row.uuid}/dong-can-sua.csv"))

    mended = SimpleUploadedFile("sua.csv", sent.replace(b"khong-co", b"bim-son"))
    again = checked(world, mended)

    assert (again.new, again.bad) == (1, 0)


def test_a_register_is_written_whole_once_and_its_file_is_deleted(world: World) -> None:
    before = Dossier.objects.count()
    rows = [line(f"Đỗ Thị Ghi Mẫu {n}") for n in range(3)]
    row = checked(world, an_xlsx(*rows))
    assert "3 hồ sơ mới, 0 đã có" in page(world, row)

    assert press(world, row, "ghi").status_code == 302
    worked(row)
    worked(row)

    assert (row.state, row.new, row.done) == ("done", 3, 3)
    assert Dossier.objects.count() == before + 3
    assert Dossier.objects.filter(imported=True).count() >= 3
    assert list(differences(isolated=False)) == []
    assert "Đã ghi 3 hồ sơ" in page(world, row)
    assert not folder.place(row.uuid, row.ending).exists()
    noted = AuditRow.objects.get(action="register_taken_over", subject__contains=str(row.uuid))
    assert noted.subject.endswith("3 hồ sơ")
    again = checked(world, an_xlsx(*rows))
    assert (again.new, again.known) == (0, 3)
    assert press(world, again, "ghi").status_code == 409


def test_where_a_register_and_the_dossiers_here_differ_is_listed_and_nothing_changed(
    world: World,
) -> None:
    row = checked(world, a_csv(line("Vũ Thị Khác Mẫu")))
    press(world, row, "ghi")
    worked(row)
    dossier = Party.objects.get(name="Vũ Thị Khác Mẫu").dossier

    again = checked(world, a_csv(line("Vũ Thị Khác Mẫu", finished="06/03/2017 11:00")))

    shown = page(world, again)
    assert (again.known, again.differing) == (1, 1)
    assert again.found["differences"] == [
        [2, dossier.code, "Ngày xong", "06/03/2017 11:00", "06/03/2017 10:00"]
    ]
    assert "1 hồ sơ đã có mà sổ ghi khác" in shown
    assert Dossier.objects.get(pk=dossier.pk).head_seq == dossier.head_seq


def test_a_line_without_an_office_is_of_the_office_chosen(world: World) -> None:
    file = a_csv(line("Hồ Thị Phường Mẫu", office="", procedure="khai-sinh"))

    row = checked(world, file, c1="", office="ba-dinh")

    assert row.found["offices"] == [["Phường Ba Đình", 1]]


def test_an_office_out_of_reach_is_a_fault_of_its_line_and_of_the_choice(world: World) -> None:
    world.as_("admin")
    town, ward = (Holding.objects.get(account__username=name) for name in ("admin", "ward"))
    before = town.position.office_id
    type(town.position).objects.filter(pk=town.position_id).update(
        office_id=ward.position.office_id
    )
    try:
        row = brought(world, a_csv(line("Lê Thị Xa Mẫu")))
        refused = world.as_("admin").post(
            f"{PAGE}/{row.uuid}", {**chosen(row), "office": "bim-son"}
        )
        world.as_("admin").post(f"{PAGE}/{row.uuid}", chosen(row))
        worked(row)
        shown = page(world, row)
    finally:
        type(town.position).objects.filter(pk=town.position_id).update(office_id=before)

    assert refused.status_code == 422
    assert (row.state, row.bad) == ("checked", 1)
    assert "ngoài phạm vi của ông, bà" in shown
    assert world.as_("admin").get(f"{PAGE}/{row.uuid}").status_code == 404


def test_one_that_waits_stops_at_once_and_one_that_runs_writes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Dossier.objects.count()
    monkeypatch.setattr(taking, "CHUNK", 1)
    row = checked(world, a_csv(line("Lê Thị Dừng Mẫu"), line("Lê Văn Dừng Mẫu")))
    press(world, row, "ghi")
    press(world, row, "dung")
    worked(row)
    assert row.state == "stopped"

    press(world, row, "kiem-tra")
    worked(row)
    press(world, row, "ghi")
    take_over = taking.take_over

    def somebody_asks(*args: Any, **given: Any) -> Any:
        with closing(connection.copy()) as theirs, theirs.cursor() as cursor:
            cursor.execute(STOP, [row.pk])
        return take_over(*args, **given)

    monkeypatch.setattr(taking, "take_over", somebody_asks)
    worked(row)

    assert row.state == "stopped"
    assert Dossier.objects.count() == before


def test_a_job_that_lost_its_worker_begins_anew_and_how_far_it_is_is_seen_meanwhile(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = checked(world, a_csv(*(line(f"Lê Thị Nối Mẫu {n}") for n in range(4))))
    press(world, row, "ghi")
    RegisterImport.objects.filter(pk=row.pk).update(begun_at=NOW, done=3)
    monkeypatch.setattr(taking, "CHUNK", 2)
    told: list[int] = []
    write = work.write

    def watched(intakes: Any, tell: Any) -> None:
        def seen(done: int, total: int) -> None:
            tell(done, total)
            told.append(done)

        write(intakes, seen)

    monkeypatch.setattr(work, "write", watched)

    worked(row)

    assert told == [2, 4]
    assert (row.state, row.new) == ("done", 4)


def test_what_is_no_register_is_refused_with_what_to_do(world: World) -> None:
    admin = world.as_("admin")

    def said(file: SimpleUploadedFile | None) -> str:
        answer = admin.post(PAGE, {"key": str(uuid4()), **({"file": file} if file else {})})
        assert answer.status_code == 422
        return words(answer)

    assert "Chưa chọn tệp" in said(None)
    assert "không có gì bên trong" in said(SimpleUploadedFile("so.csv", b""))
    assert "không phải XLSX hay CSV" in said(SimpleUploadedFile("so.csv", b"\xff\xfe\x00\x01"))
    assert "hỏng, có mật khẩu" in said(SimpleUploadedFile("so.xlsx", b"PK\x03\x04 hong"))
    assert "không có tên cột nào" in said(
        a_csv(("Lê Thị Lạ Mẫu", "0912"), headings=("Phạm Văn Lạ Mẫu", "0900"))
    )
    assert not list((folder.place(uuid4(), "csv").parent).glob("*.csv.*"))


def test_a_file_that_lay_too_long_is_gone_and_the_page_says_so(world: World) -> None:
    row = brought(world, a_csv(line("Lê Thị Lâu Mẫu")))
    place = folder.place(row.uuid, row.ending)

    sweep_orphans(real_now() + timedelta(days=6))
    there = place.exists()
    sweep_orphans(real_now() + timedelta(days=8))

    assert there
    assert not place.exists()
    assert "Tải lên lại" in page(world, row)
    assert world.as_("admin").post(f"{PAGE}/{row.uuid}", chosen(row)).status_code == 422


def test_nobody_but_who_takes_registers_over_comes_here(world: World) -> None:
    row = brought(world, a_csv(line("Lê Thị Riêng Mẫu")))

    for who in ("clerk", "chair", "affairs", "above"):
        for path in (PAGE, f"{PAGE}/{row.uuid}", f"{PAGE}/{row.uuid}/dong-can-sua.csv"):
            assert world.as_(who).get(path).status_code == 403
    assert world.as_("admin").get(f"{PAGE}/{uuid4()}").status_code == 404


def test_the_list_names_each_import_with_its_figures_and_who_brought_it(world: World) -> None:
    shown = words(world.as_("admin").get(PAGE))

    assert "so-2017.csv" in shown
    assert "Đỗ Văn Máy Mẫu" in shown
    assert "Chưa nhập sổ nào" not in shown
    assert AuditRow.objects.filter(action="register_brought").count() > 1
