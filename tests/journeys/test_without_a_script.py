"""The acts of a dossier in a browser with JavaScript switched off, by forms and links alone."""

from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from browsing import House
from deciding import three_file
from scriptless import click, fill, official, press, said, send, send_in, take_in

pytestmark = pytest.mark.browser

CLERK, OFFICER = "motcua.bim-son", "chuyenvien.qldt.bim-son"
HEAD, CHAIR, RECORDS = "truongphong.qldt.bim-son", "chutich.bim-son", "vanthu.bim-son"
REASON = "Lý do khác"
WAIT = "Do gia đình không đến kê khai hồ sơ"


def test_a_dossier_walks_from_the_counter_to_its_owner(house: House, chromium: Browser) -> None:
    with ExitStack() as seats:
        clerk, officer, head, chair, records = (
            seats.enter_context(official(house, chromium, who))
            for who in (CLERK, OFFICER, HEAD, CHAIR, RECORDS)
        )
        code = take_in(clerk, "038080002468")

        press(clerk, code, "Sửa lỗi ghi", **{"owner0-phone": "0900000135", "reason": "Gõ thiếu"})
        press(clerk, code, "Chuyển bước")
        press(clerk, code, "Thu hồi")
        press(clerk, code, "Chuyển bước")
        press(officer, code, "Chuyển bước")
        press(head, code, "Trả lại bước trước", note="Thiếu chữ ký")
        press(officer, code, "Chuyển bước")
        press(head, code, "Duyệt")
        press(chair, code, "Duyệt")
        press(records, code, "Chuyển kết quả")
        press(records, code, "Hoàn tác")
        press(records, code, "Chuyển kết quả")
        clerk.goto(f"/can-bo/ho-so/{code}/tra-ket-qua")
        for paid in clerk.locator("form input[type=checkbox]").all():
            paid.check()
        send(clerk)

        assert "Đã trả 1 kết quả" in said(clerk)
        clerk.goto(f"/can-bo/ho-so/{code}")
        for told in ("0900000135", "Thu hồi", "Thiếu chữ ký", "Hoàn tác", "Đã trả kết quả"):
            assert told in said(clerk)
        kinds = house.events(code)
        assert kinds[-1] == "result_returned"
        assert {"corrected", "recalled", "sent_back", "undone", "finished"} <= set(kinds)


def test_what_waits_for_the_citizen_or_for_a_document_stops_the_clock_and_goes_on(
    house: House, chromium: Browser
) -> None:
    with (
        official(house, chromium, CLERK) as clerk,
        official(house, chromium, OFFICER) as officer,
    ):
        code = take_in(clerk, "038080002470")
        asked = {"pick1": True, "problem1": "Bản chụp mờ", "remedy1": "Nộp bản rõ"}
        asked["reply_by"] = "29/12/2017"

        press(clerk, code, "Yêu cầu bổ sung", **asked)
        clerk.goto(f"/can-bo/ho-so/{code}")
        assert "Bản chụp mờ" in said(clerk)
        assert "tạm dừng từ" in said(clerk)
        press(clerk, code, "Nhận bổ sung")
        assert "đồng hồ chạy lại" in said(clerk)
        press(clerk, code, "Chuyển bước")
        press(officer, code, "Tạm dừng", document="12/TB-CCT", reason=WAIT)
        officer.goto(f"/can-bo/ho-so/{code}")
        assert "12/TB-CCT" in said(officer)
        press(officer, code, "Cho đồng hồ chạy lại", document="13/TB-CCT")
        officer.goto(f"/can-bo/ho-so/{code}")
        assert "hẹn trả" in said(officer)
        press(clerk, code, "Rút hồ sơ", reason="Chủ hồ sơ không xây nữa")
        clerk.goto(f"/can-bo/ho-so/{code}")

        assert "Người nộp rút hồ sơ" in said(clerk)
        assert "Chủ hồ sơ không xây nữa" in said(clerk)
        assert house.events(code)[-1] == "withdrawn"


def test_an_act_that_lacks_something_says_so_beside_it_and_keeps_what_was_typed(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, CLERK) as clerk:
        code = take_in(clerk, "038080002471")
        clerk.goto(f"/can-bo/ho-so/{code}/yeu-cau-bo-sung")
        fill(clerk, reply_by="28/04/2017", pick1=True)

        send(clerk)

        assert "Ghi rõ thiếu hoặc sai gì." in said(clerk)
        assert clerk.input_value("[name=reply_by]") == "28/04/2017"
        assert clerk.is_checked("[name=pick1]")
        assert "supplement_requested" not in house.events(code)


def test_a_slip_written_by_hand_is_typed_in_later_seen_by_the_chair_and_ends_late_with_a_reason(
    house: House, chromium: Browser
) -> None:
    birth = "/can-bo/tiep-nhan?thu-tuc=khai-sinh"
    slip = {
        "late-on": "30/03/2017", "late-hour": "8:05", "late-slip": "07/VT",
        "late-reason": "Mất điện từ sáng",
    }  # fmt: skip
    with ExitStack() as seats:
        clerk, officer, chair = (
            seats.enter_context(official(house, chromium, f"{who}.ba-dinh"))
            for who in ("motcua", "tpht", "chutich")
        )
        clerk.goto(birth)
        click(clerk, "Nhập bù…")
        code = send_in(clerk, "038080002472", **{"o0-address": "Khu phố 1", **slip})
        clerk.goto(f"/can-bo/ho-so/{code}")
        assert "Nhập bù, chờ duyệt" in said(clerk)

        chair.goto("/can-bo/sang-nay/nhap-bu")
        assert code.rsplit("-", 1)[-1] in said(chair)
        press(chair, code, "Duyệt nhập bù")
        press(clerk, code, "Chuyển bước")
        press(officer, code, "Ghi lý do quá hạn", overdue_reason=REASON)
        press(officer, code, "Chuyển bước")
        press(chair, code, "Duyệt", overdue_reason=REASON)
        clerk.goto(f"/can-bo/ho-so/{code}")

        assert REASON in said(clerk)
        assert "finished" in house.events(code)


def test_what_is_done_at_once_needs_no_script(house: House, chromium: Browser) -> None:
    with official(house, chromium, "motcua.ba-dinh") as clerk:
        clerk.goto("/can-bo/lam-ngay")
        clerk.fill("#id_name", "Hồ Thị Tắt Mẫu")
        clerk.keyboard.press("Enter")
        clerk.wait_for_selector(".toast")

        assert "Đã làm xong hồ sơ" in clerk.inner_text(".toast")


def test_a_mistaken_intake_is_voided_and_taken_in_again_with_its_people(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, CLERK) as clerk:
        code = take_in(clerk, "038080002469")
        press(clerk, code, "Huỷ tiếp nhận", reason="Nhầm thủ tục")
        assert house.events(code)[-1] == "voided"

        clerk.goto(f"/can-bo/ho-so/{code}")
        click(clerk, "Nhận lại với người nộp này")
        assert clerk.input_value("#id_o0-name") == "Hồ Thị Tắt Mẫu"
        again = send_in(clerk, "038080002469")

        assert again != code
        assert house.events(again)[0] == "received"


def test_a_decision_is_entered_from_its_file_approved_and_taken_back(
    house: House, chromium: Browser
) -> None:
    file = {"name": "quyet-dinh.xlsx", "mimeType": "", "buffer": three_file("4321/QĐ-UBND")}
    with (
        official(house, chromium, "kiemsoat.bim-son") as officer,
        official(house, chromium, CHAIR) as chair,
    ):
        officer.goto("/can-bo/cong-bo/tep")
        officer.set_input_files("#file", file)  # type: ignore[arg-type]
        officer.click("text=Kiểm tra, chưa ghi")
        officer.click("text=Ghi quyết định, trình duyệt")
        page = officer.url.removeprefix(house.url)
        assert officer.locator("[aria-disabled]:has-text('Duyệt quyết định')").count() == 1

        chair.goto(page)
        chair.click("text=Duyệt, có hiệu lực từ 15/05/2017")
        assert "Sắp có hiệu lực" in chair.inner_text("main")
        officer.goto(page)
        officer.fill("#reason", "Nhầm tệp")
        officer.click("text=Rút lại quyết định")
        assert "Đã rút lại" in officer.inner_text("main")
