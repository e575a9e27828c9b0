"""`motcua import register`: the contract of the command line, on real PostgreSQL."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from django.db import transaction

from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Event, Party, Text
from motcua.dossiers.verifying.run import differences
from motcua.exchange.register import commands
from motcua.fees.models import Bill
from motcua.messages.models import OutboxMessage
from motcua.reports.phu_luc_ii import phu_luc_ii
from world import NOW, World

PERMIT = "tx-gia-han-gpxd"
HEAD = (
    "office,procedure_code,applicant_name,applicant_id,phone,received_at,due_at,finished_at,"
    "returned_at,outcome,overdue_reason,note"
)


@pytest.fixture(autouse=True)
def _undone(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins without a dossier, at 09:42 of 31/03/2017."""
    monkeypatch.setattr("motcua.organization.timekeeping.now", lambda: NOW)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def row(**cells: str) -> dict[str, str]:
    """A line of a register: finished in time, unless `cells` say otherwise."""
    return {
        "office": "bim-son",
        "procedure_code": PERMIT,
        "applicant_name": "Phạm Thị Sổ Mẫu",
        "applicant_id": "038000000031",
        "phone": "0900000031",
        "received_at": "2017-03-06T08:00",
        "due_at": "2017-03-10T17:30",
        "finished_at": "2017-03-09T10:00",
        "returned_at": "2017-03-09T15:00",
        "outcome": "result",
    } | cells


def register(path: Path, *rows: dict[str, str], head: str = HEAD) -> Path:
    """A CSV of these rows."""
    out = io.StringIO()
    names = head.split(",") + sorted({name for r in rows for name in r} - set(head.split(",")))
    writer = csv.DictWriter(out, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def test_a_dry_run_writes_nothing_and_says_how_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.csv", row())

    assert commands.run(["register", str(file)]) == 0
    assert Dossier.objects.count() == 0
    assert "--commit" in capsys.readouterr().out


def test_a_register_becomes_dossiers_with_the_times_it_says(tmp_path: Path) -> None:
    file = register(tmp_path / "so.csv", row(note="Lưu hộp 3"))

    assert commands.run(["register", str(file), "--commit"]) == 0

    dossier = Dossier.objects.get()
    assert dossier.imported
    assert dossier.received_at == datetime(2017, 3, 6, 8, 0, tzinfo=VN)
    assert dossier.due_at == datetime(2017, 3, 10, 17, 30, tzinfo=VN)
    assert dossier.finished_at == datetime(2017, 3, 9, 10, 0, tzinfo=VN)
    assert dossier.returned_at == datetime(2017, 3, 9, 15, 0, tzinfo=VN)
    assert (dossier.stage, dossier.outcome, dossier.channel) == ("returned", "result", "direct")
    assert Party.objects.get(dossier=dossier).name == "Phạm Thị Sổ Mẫu"
    assert Text.objects.get(dossier=dossier).body == "Lưu hộp 3"
    assert Event.objects.get(dossier=dossier, seq=1).kind == "imported"


def test_what_is_taken_over_verifies_counts_in_the_report_and_tells_nobody(tmp_path: Path) -> None:
    late = row(applicant_name="Hà Văn Trễ Mẫu", finished_at="2017-03-13T08:00",
               returned_at="", overdue_reason="Do gia đình không đến kê khai hồ sơ")  # fmt: skip
    going = row(applicant_name="Lý Thị Đang Mẫu", due_at="2017-04-05", finished_at="",
                returned_at="", outcome="")  # fmt: skip
    withdrawn = row(applicant_name="Tô Văn Rút Mẫu", returned_at="", outcome="withdrawn")
    file = register(tmp_path / "so.csv", row(), late, going, withdrawn)

    commands.run(["register", str(file), "--commit"])

    sheet = phu_luc_ii("bim-son", date(2017, 1, 1), date(2017, 3, 31), now=NOW)
    assert (sheet.rows[0].received, sheet.rows[0].on_time, sheet.rows[0].overdue) == (4, 3, 1)
    assert ("Do gia đình không đến kê khai hồ sơ", 1) in sheet.overdue_reasons
    assert list(differences(isolated=False)) == []
    assert (OutboxMessage.objects.count(), Bill.objects.count()) == (0, 0)


def test_run_twice_it_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = register(tmp_path / "so.csv", row(), row(), row(code="BS 2017/15"))
    commands.run(["register", str(file), "--commit"])

    assert commands.run(["register", str(file), "--commit"]) == 0
    assert Dossier.objects.count() == 3
    assert "Mới 0, đã có 3" in capsys.readouterr().out


def test_a_third_equal_row_is_a_third_dossier(tmp_path: Path) -> None:
    commands.run(["register", str(register(tmp_path / "a.csv", row(), row())), "--commit"])

    commands.run(["register", str(register(tmp_path / "b.csv", row(), row(), row())), "--commit"])

    assert Dossier.objects.count() == 3


def test_its_own_code_is_kept_and_never_given_again(tmp_path: Path) -> None:
    own = row(code="000.00.19.h56-170306-0007")
    numbered = row(applicant_name="Vi Thị Số Mẫu")
    commands.run(["register", str(register(tmp_path / "so.csv", own, numbered)), "--commit"])

    codes = sorted(Dossier.objects.values_list("code", flat=True))

    assert codes == ["000.00.19.H56-170306-0007", "000.00.19.H56-170306-0008"]
    assert list(differences(isolated=False)) == []


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"office": "nowhere"}, "office"),
        ({"procedure_code": "9.999999"}, "procedure_code"),
        ({"office": "ba-dinh"}, "procedure_code"),
        ({"applicant_name": ""}, "applicant_name"),
        ({"applicant_name": "N" * 201}, "applicant_name"),
        ({"note": "x" * 10_001}, "note"),
        ({"received_at": "31/02/2017"}, "received_at"),
        ({"received_at": ""}, "received_at"),
        ({"received_at": "2017-03-31T09:43", "due_at": "", "finished_at": "", "returned_at": "",
          "outcome": ""}, "received_at"),
        ({"due_at": "2017-03-05"}, "due_at"),
        ({"finished_at": "2017-03-05", "returned_at": ""}, "finished_at"),
        ({"finished_at": "2017-04-05", "returned_at": ""}, "finished_at"),
        ({"returned_at": "2017-03-08"}, "returned_at"),
        ({"returned_at": "2017-04-08"}, "returned_at"),
        ({"outcome": ""}, "outcome"),
        ({"finished_at": "", "returned_at": ""}, "outcome"),
        ({"outcome": "mất"}, "outcome"),
        ({"channel": "chim bồ câu"}, "channel"),
        ({"code": "có dấu?"}, "code"),
        ({"received_at": "2013-03-05", "due_at": ""}, "due_at"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_by_line_and_column_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cells: dict[str, str], column: str
) -> None:
    file = register(tmp_path / "so.csv", row(), row(**cells))

    assert commands.run(["register", str(file), "--commit"]) == 1

    said = capsys.readouterr().err
    assert said.startswith(f"dòng 3, cột {column}: ")
    assert said.count("\n") == 1
    assert Dossier.objects.count() == 0


def test_the_same_code_twice_in_one_file_names_the_first_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.csv", row(code="X1"), row(code="x 1"))

    assert commands.run(["register", str(file)]) == 1
    assert "dòng 3, cột code: Mã này đã có ở dòng 2" in capsys.readouterr().err


def test_vietnamese_headings_days_and_words_are_understood(tmp_path: Path) -> None:
    file = tmp_path / "so.csv"
    file.write_text(
        "\ufeffSTT;Đơn vị;Mã thủ tục;Họ và tên;Ngày nhận;Hẹn trả;Ngày xong;Kết quả;Kênh\n"
        f"1;Thị xã Bỉm Sơn;{PERMIT};Phạm Thị Sổ Mẫu;06/03/2017;10/03/2017;09/03/2017 10h05;"
        "Từ chối;Bưu điện\n",
        encoding="utf-8",
    )

    assert commands.run(["register", str(file), "--commit"]) == 0

    dossier = Dossier.objects.get()
    assert dossier.received_at.astimezone(VN).strftime("%H:%M") == "07:30"
    assert dossier.due_at == datetime(2017, 3, 10, 17, 30, tzinfo=VN)
    assert dossier.finished_at == datetime(2017, 3, 9, 10, 5, tzinfo=VN)
    assert (dossier.outcome, dossier.channel) == ("refused", "post")


def test_a_spreadsheet_is_read_like_a_csv(tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*row()])
        sheet.write_row(1, 0, [*row().values()])
        sheet.write_datetime(1, 5, datetime(2017, 3, 6, 8, 15))
        sheet.write_datetime(1, 6, datetime(2017, 3, 10))
        sheet.write_number(1, 4, 900000031)

    assert commands.run(["register", str(file), "--commit"]) == 0

    dossier = Dossier.objects.get()
    assert dossier.received_at == datetime(2017, 3, 6, 8, 15, tzinfo=VN)
    assert dossier.due_at == datetime(2017, 3, 10, 17, 30, tzinfo=VN)
    assert Party.objects.get().phone == "900000031"


def test_overdue_without_a_reason_is_accepted_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.csv", row(finished_at="2017-03-14", returned_at=""))

    assert commands.run(["register", str(file), "--commit"]) == 0
    assert "dòng 2: quá hạn, chưa ghi lý do" in capsys.readouterr().out


def test_a_reason_of_its_own_is_counted_as_other_and_its_words_are_kept(tmp_path: Path) -> None:
    file = register(
        tmp_path / "so.csv",
        row(finished_at="2017-03-14", returned_at="", overdue_reason="Mưa bão", note="x" * 9000),
    )

    commands.run(["register", str(file), "--commit"])

    assert Dossier.objects.get().overdue_reason == "khac"
    bodies = list(Text.objects.order_by("ordinal").values_list("body", flat=True))
    assert bodies[0] == "Mưa bão"
    assert "".join(bodies[1:]) == "x" * 9000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tệp trống"),
        (b"office,office\n", "hai cột Cơ quan (office)"),
        (b"office,shoe_size\n", "cột lạ “shoe_size”"),
        (
            b"office,applicant_name\n",
            "thiếu cột Mã thủ tục (procedure_code), Ngày nhận (received_at)",
        ),
        ("Đơn vị".encode("utf-16"), "không phải UTF-8"),
    ],
)
def test_a_file_that_is_no_register_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    file = tmp_path / "so.csv"
    file.write_bytes(content)

    assert commands.run(["register", str(file)]) == 1
    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_or_no_spreadsheet_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "so.xlsx"
    broken.write_bytes(b"PK no")

    assert commands.run(["register", str(tmp_path / "none.csv")]) == 1
    assert commands.run(["register", str(broken)]) == 1
    said = capsys.readouterr().err
    assert "Không đọc được" in said
    assert "không mở được" in said


def test_a_line_with_more_cells_than_headings_is_bad(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = register(tmp_path / "so.csv", row())
    file.write_text(file.read_text(encoding="utf-8").rstrip() + ",một,hai\n", encoding="utf-8")

    assert commands.run(["register", str(file)]) == 1
    assert "nhiều ô hơn tiêu đề" in capsys.readouterr().err
