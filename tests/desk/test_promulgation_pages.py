"""Decisions at the desk, without a script: a file is checked and kept, compared, approved by a
second person, and changes everything on its day."""

import re
import time
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from acting import OWNER, receive, words
from asking import passer_by
from deciding import (
    AFTER,
    BEFORE,
    DAY,
    HEAD,
    forty,
    forty_file,
    moved,
    town_rows,
)
from motcua.catalogue import selectors
from motcua.catalogue.models import Promulgation
from motcua.catalogue.sheets.template import workbook
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier
from motcua.organization import timekeeping
from office import Office
from world import NOW, World

PATH = "/can-bo/cong-bo"
PERMIT = "tx-gpxd-nha-o-do-thi"


@pytest.fixture
def clock() -> Any:
    """Moves the demonstration's day, and back to today at the end."""

    def move(moment: datetime) -> None:
        timekeeping.set_demonstration(moment)
        timekeeping.forget()
        selectors.forget()

    yield move
    move(NOW)


def upload(client: Any, content: bytes, name: str = "quyet-dinh.xlsx", **more: str) -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    answer: HttpResponse = client.post(f"{PATH}/tep", {"file": file, **more})
    return answer


def sealed(answer: HttpResponse) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', answer.content.decode())
    assert found
    return found[1]


def keep(client: Any, content: bytes, **more: str) -> str:
    """The address of the decision in that file, checked and then kept."""
    name = "quyet-dinh.xlsx" if content[:2] == b"PK" else "quyet-dinh.csv"
    checked = upload(client, content, name, **more)
    assert checked.status_code == 200, words(checked)
    kept = client.post(f"{PATH}/tep", {"sealed": sealed(checked), "commit": "1", **more})
    assert kept.status_code == 302, words(kept)
    return str(kept["Location"])


@pytest.fixture(scope="module")
def decision(world: World) -> str:
    """The decision of forty procedures, kept by the catalogue officer."""
    return keep(world.as_("books"), forty_file())


def due(code: str) -> timedelta:
    row = Dossier.objects.get(code=code)
    assert row.due_at is not None
    return row.due_at - row.received_at


def report(world: World, until: Any) -> dict[str, Any]:
    answer = world.as_("affairs").get(
        f"/can-bo/bao-cao/phu-luc-ii.json?tu=01/01/2017&den={until:%d/%m/%Y}"
    )
    assert answer.status_code == 200, words(answer)
    found: dict[str, Any] = next(row for row in answer.json()["rows"] if row["group"] == "A")
    return found


def test_a_checked_file_writes_nothing_until_its_button_is_pressed(world: World) -> None:
    before = Promulgation.objects.count()

    page = words(upload(world.as_("books"), forty_file()))

    assert "40 thủ tục" in page
    assert "Chưa ghi gì" in page
    assert Promulgation.objects.count() == before


def test_a_file_with_faults_names_them_and_writes_nothing(world: World) -> None:
    before = Promulgation.objects.count()
    text = (
        "Nội dung,Mã TTHC,Số quyết định,Ngày ký,Cơ quan ban hành,Ngày có hiệu lực\n"
        "Bãi bỏ,9.999999,5/QĐ,28/03/2017,UBND tỉnh,15/05/2017\n"
    )

    answer = upload(world.as_("books"), text.encode(), "quyet-dinh.csv")

    assert answer.status_code == 422
    assert "Không có thủ tục mã “9.999999”" in words(answer)
    assert "Thủ tục 2 Mã TTHC" in words(answer)
    assert Promulgation.objects.count() == before


def test_a_fault_of_a_list_names_the_list_and_the_row_of_its_line(world: World) -> None:
    top, lines, _ = forty()
    code = {"Mã TTHC": lines[10]["Mã TTHC"]}
    lists = {
        "cases": [code | {"Khóa trường hợp": "gap", "Tên trường hợp": "Gấp"}],
        "components": [
            code | {"Tên giấy tờ": "Đơn", "Trường hợp": "gap"},
            code | {"Tên giấy tờ": "Bản vẽ", "Trường hợp": "cham"},
        ],
    }

    answer = upload(world.as_("books"), workbook(top, lines, lists))

    assert answer.status_code == 422
    assert "Thành phần 3 Trường hợp Thành phần: không có trường hợp “cham”." in words(answer)


def test_a_decision_of_a_past_day_offers_to_be_re_based(world: World) -> None:
    text = (
        "Nội dung,Mã TTHC,Số quyết định,Ngày ký,Cơ quan ban hành,Ngày có hiệu lực\n"
        "Bãi bỏ,1.001612,6/QĐ,01/03/2017,UBND tỉnh,15/03/2017\n"
    )
    client = world.as_("books")

    answer = upload(client, text.encode(), "quyet-dinh.csv")
    again = client.post(f"{PATH}/tep", {"sealed": sealed(answer), "rebased_on": "20/05/2017"})

    assert answer.status_code == 422
    assert "không đổi lùi" in words(answer)
    assert 'name="rebased_on"' in answer.content.decode()
    assert again.status_code == 200
    assert "có hiệu lực từ 20/05/2017" in words(again)


def test_a_sealed_file_is_of_no_use_to_another(world: World) -> None:
    checked = upload(world.as_("books"), forty_file())

    answer = world.as_("chair").post(f"{PATH}/tep", {"sealed": sealed(checked), "commit": "1"})

    assert answer.status_code == 403


def test_the_page_compares_old_and_new_and_says_what_is_touched(
    world: World, office: Office, decision: str
) -> None:
    first = town_rows(1)[0]
    office.received(first.slug)

    page = words(world.as_("books").get(decision))

    assert "Ban hành mới (10)" in page
    assert "Sửa đổi, bổ sung (20)" in page
    assert "Bãi bỏ (10)" in page
    assert "Đang có Sẽ có" in page
    assert "1 hồ sơ đang giải quyết giữ phiên bản cũ" in page
    assert "Người nhập không tự duyệt" in page
    behind = words(world.as_("books").get(f"{decision}/ho-so/{first.slug}"))
    assert "0001" in behind
    assert OWNER not in behind


def test_the_list_says_what_waits_and_finds_by_number(world: World, decision: str) -> None:
    client = world.as_("books")

    assert "Chờ duyệt" in words(client.get(PATH))
    assert HEAD.number in words(client.post(PATH, {"q": "1234"}))
    assert "Không có quyết định nào khớp" in words(client.post(PATH, {"q": "zzz"}))


@pytest.mark.parametrize(
    ("username", "path", "status"),
    [
        ("clerk", PATH, 200),
        ("clerk", f"{PATH}/tep", 403),
        ("clerk", f"{PATH}/moi", 403),
        ("clerk", f"{PATH}/doi-moi", 200),
        ("records", PATH, 403),
        ("books", f"{PATH}/tep", 200),
        ("books", f"{PATH}/moi", 200),
        ("books", f"{PATH}/tep-mau.xlsx", 200),
        ("chair", f"{PATH}/tep", 403),
    ],
)
def test_who_may_see_and_enter(world: World, username: str, path: str, status: int) -> None:
    assert world.as_(username).get(path).status_code == status


def test_an_officer_enters_a_decision_on_screen_one_procedure_after_the_other(
    world: World,
) -> None:
    client = world.as_("books")
    head = {
        "number": "77/QĐ-UBND", "signed_on": "28/03/2017", "issuer": "UBND thị xã",
        "effective_on": "01/06/2017",
    }  # fmt: skip

    begun = client.post(f"{PATH}/moi", head)
    chosen = client.post(begun["Location"], {"q": "cấp giấy phép xây dựng", "kind": "amended"})
    where = begun["Location"].replace("/thu-tuc", f"/thu-tuc/{PERMIT}")
    form = client.get(f"{where}?noi-dung=amended")
    fields = drawn(form)
    bad = client.post(where, fields | {"allowance": "mười"})
    kept = client.post(where, fields | {"allowance": "10", "fee_text": "90.000 đồng"})

    assert where in chosen.content.decode()
    assert "Đang có: 15" in words(form)
    assert bad.status_code == 422
    assert "Ghi bằng số" in words(bad)
    assert 'value="mười"' in bad.content.decode()
    assert kept.status_code == 302, words(kept)
    item = Promulgation.objects.get(number="77/QĐ-UBND").items.get()
    assert item.content == {"allowance": 10, "fee_text": "90.000 đồng"}
    page = words(client.get(kept["Location"]))
    assert "Thời hạn giải quyết 15 ngày 10 ngày" in page
    new = begun["Location"] + "/moi"
    blank = drawn(client.get(f"{new}?noi-dung=new"))
    made = client.post(
        new,
        blank | {
            "name": "Thủ tục thử", "field": "Lĩnh vực thử", "levels": ["town"],
            "mechanism": "interlinked", "department_code": "TX-QLDT", "allowance": "3",
            "allowance_kind": "working_days", "components-0-name": "Đơn",
        },
    )  # fmt: skip
    assert made.status_code == 302, words(made)
    added = Promulgation.objects.get(number="77/QĐ-UBND").items.get(kind="new")
    assert added.slug == "thu-tuc-thu"
    assert added.content["components"][0]["name"] == "Đơn"
    form_file = {
        "forms-0-name": "Đơn đề nghị", "forms-0-number": "01",
        "forms-0-sha256-file": SimpleUploadedFile("don.pdf", b"%PDF-1.4 mau"),
    }  # fmt: skip
    false = form_file | {"forms-0-sha256-file": SimpleUploadedFile("don.pdf", b"MZ")}
    assert "không phải DOCX hay PDF" in words(client.post(where, fields | false))
    client.post(where, fields | form_file)
    (kept_form,) = Promulgation.objects.get(number="77/QĐ-UBND").items.get(
        kind="amended"
    ).content["forms"]  # fmt: skip
    assert (kept_form["file_name"], len(kept_form["sha256"])) == ("don.pdf", 64)
    more = client.post(where, fields | {"more": "fees"})
    assert more.content.decode().count('name="fees-') > form.content.decode().count('name="fees-')
    client.post(where, fields | {"drop": "1"})
    assert Promulgation.objects.get(number="77/QĐ-UBND").items.count() == 1


def test_a_decision_begun_from_a_procedure_amends_it_first(world: World) -> None:
    client = world.as_("books")
    asked = f"{PATH}/moi?thu-tuc={PERMIT}"
    head = {
        "number": "79/QĐ-UBND", "signed_on": "28/03/2017", "issuer": "UBND thị xã",
        "effective_on": "01/06/2017", "thu-tuc": PERMIT,
    }  # fmt: skip

    page = client.get(asked)
    bad = client.post(f"{PATH}/moi", head | {"number": ""})
    begun = client.post(f"{PATH}/moi", head)
    unknown = words(client.get(f"{PATH}/moi?thu-tuc=khong-co"))

    for drawn_page in (page, bad):
        assert f'name="thu-tuc" value="{PERMIT}"' in drawn_page.content.decode()
        assert "Sửa đổi trước hết: Cấp" in words(drawn_page)
    assert str(begun["Location"]).endswith(f"/thu-tuc/{PERMIT}?noi-dung=amended")
    assert "Sửa đổi trước hết" not in unknown


def drawn(answer: HttpResponse) -> dict[str, Any]:
    """A form as a browser without a script would send it back."""
    text = answer.content.decode()
    text = text[text.index('id="thu-tuc"') : text.index('<div class="acts">')]
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if not name or 'type="file"' in tag:
            continue
        if 'type="checkbox"' in tag:
            if re.search(r"\bchecked\b", tag):
                found.setdefault(name[1], []).append(value[1] if value else "on")
        else:
            found[name[1]] = value[1] if value else ""
    for tag, name, inside in re.findall(
        r'(<select[^>]*name="([^"]+)"[^>]*>)(.*?)</select>', text, re.S
    ):
        chosen = re.search(r'<option value="([^"]*)"\s+selected', inside)
        found[name] = chosen[1] if chosen else ""
        assert tag
    for name, inside in re.findall(
        r'<textarea[^>]*name="([^"]+)"[^>]*>(.*?)</textarea>', text, re.S
    ):
        found[name] = inside
    return found


def test_a_form_sent_back_untouched_changes_nothing(world: World) -> None:
    client = world.as_("books")
    head = {
        "number": "78/QĐ-UBND", "signed_on": "28/03/2017", "issuer": "UBND thị xã",
        "effective_on": "01/06/2017",
    }  # fmt: skip
    begun = client.post(f"{PATH}/moi", head)
    for slug in (PERMIT, "chung-thuc-ban-sao", "khai-sinh"):
        where = begun["Location"].replace("/thu-tuc", f"/thu-tuc/{slug}")
        client.post(where, drawn(client.get(f"{where}?noi-dung=amended")))

    said = [item.content for item in Promulgation.objects.get(number="78/QĐ-UBND").items.all()]

    assert said == [{}, {}, {}]


def test_on_its_day_listing_counter_due_times_and_the_report_are_other_and_dossiers_are_not(
    world: World, decision: str, clock: Any
) -> None:
    amended, ended = town_rows(1)[0], town_rows(1, skip=20)[0]
    clock(moved(BEFORE))
    old = receive(world.as_("clerk"), procedure=amended.slug, drawn=amended.slug)
    was = Dossier.objects.get(code=old)
    began = time.perf_counter()
    clock(datetime(2017, 3, 31, 9, 50, tzinfo=VN))
    approved = world.as_("chair").post(f"{decision}/duyet")
    took = time.perf_counter() - began
    assert approved.status_code == 302, words(approved)
    assert took < 10

    def seen(day: Any) -> dict[str, Any]:
        clock(moved(day))
        counter = world.as_("clerk").get(f"/can-bo/tiep-nhan?thu-tuc={ended.slug}")
        return {
            "listing": words(passer_by().get("/thu-tuc/bim-son/mau-moi-1")).count("Thủ tục mẫu"),
            "ended": passer_by().get(f"/thu-tuc/bim-son/{ended.slug}").status_code,
            "counter": ended.name in words(counter),
            "due": due(receive(world.as_("clerk"), procedure=amended.slug, drawn=amended.slug)),
            "report": {
                key: report(world, day)[key]
                for key in ("procedures_one_stop", "procedures_interlinked")
            },
        }

    before, after = seen(BEFORE), seen(AFTER)

    assert before["listing"] == 0
    assert after["listing"] > 0
    assert (before["ended"], after["ended"]) == (200, 404)
    assert (before["counter"], after["counter"]) == (True, False)
    assert after["due"] == timedelta(days=2)
    assert before["due"] > after["due"]
    assert before["report"] == {"procedures_one_stop": 3, "procedures_interlinked": 240}
    assert after["report"] == {"procedures_one_stop": 6, "procedures_interlinked": 237}
    now = Dossier.objects.get(code=old)
    assert (now.due_at, now.procedure_version_id, now.process_id) == (
        was.due_at, was.procedure_version_id, was.process_id,
    )  # fmt: skip


def test_people_are_told_on_their_first_page_until_they_put_it_away(
    world: World, decision: str, clock: Any
) -> None:
    client = world.fresh("officer")
    assert "vừa đổi" not in words(client.get("/can-bo/hop-viec"))
    clock(moved(AFTER))

    first = words(client.get("/can-bo/hop-viec"))
    page = words(client.get(f"{PATH}/doi-moi"))
    client.post(f"{PATH}/doi-moi")

    assert "vừa đổi" in first
    assert "Hồ sơ nhận trước ngày đó" in page or "Thủ tục mới" in page
    assert "vừa đổi" not in words(client.get("/can-bo/hop-viec"))
    assert "Không có thủ tục nào" in words(client.get(f"{PATH}/doi-moi"))


def test_what_has_begun_cannot_be_taken_back_and_what_is_to_come_can(
    world: World, clock: Any
) -> None:
    books = world.as_("books")
    text = (
        "Nội dung,Mã TTHC,Số quyết định,Ngày ký,Cơ quan ban hành,Ngày có hiệu lực\n"
        f"Bãi bỏ,{town_rows(1, skip=31)[0].code},8/QĐ,01/03/2017,UBND tỉnh,{DAY:%d/%m/%Y}\n"
    )
    decision = keep(books, text.encode())
    assert world.as_("chair").post(f"{decision}/duyet").status_code == 302
    empty = books.post(f"{decision}/rut", {"reason": ""})
    clock(moved(AFTER))
    late = books.post(f"{decision}/rut", {"reason": "Nhầm"})
    clock(NOW)
    done = books.post(f"{decision}/rut", {"reason": "Nhầm tệp"})

    assert (empty.status_code, late.status_code, done.status_code) == (409, 409, 302)
    assert "Ghi lý do" in words(empty)
    assert "đã có hiệu lực từ 15/05/2017" in words(late)
    assert "Nhầm tệp" in words(books.get(decision))


def test_a_decision_under_which_dossiers_came_in_is_not_taken_back_even_when_the_clock_goes_back(
    world: World, decision: str, clock: Any
) -> None:
    clock(NOW)

    answer = world.as_("books").post(f"{decision}/rut", {"reason": "Nhầm"})

    assert answer.status_code == 409
    assert "Đã có hồ sơ" in words(answer)
