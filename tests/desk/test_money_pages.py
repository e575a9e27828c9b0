"""Money at the desk: a bill, cash and its change, a receipt in all its forms, a drawer's day."""

from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from acting import receive, words
from motcua.audit.models import AuditRow
from motcua.core.obligations import Levy
from motcua.dossiers import services
from motcua.fees.models import CashDay, Payment, Receipt, ReceiptBook
from motcua.fees.selectors import receipts as selectors
from motcua.fees.services.obligations import Notice, notice_in
from office import MONDAY, Office
from world import World

BILL = "/can-bo/ho-so/{}/thu-phi"
CASH = {"payer": "Lê Thị Hiên Mẫu", "amount": "75.000", "opening": "0"}


@pytest.fixture(scope="module")
def clerk(world: World) -> Client:
    return world.as_("clerk")


@pytest.fixture(scope="module")
def paid(clerk: Client) -> Receipt:
    """The receipt of a permit paid for in cash."""
    code = receive(clerk)
    answer = clerk.post(BILL.format(code), {**CASH, "given": "100.000"})
    assert answer.status_code == 302
    return Receipt.objects.get(payment__dossier__code=code)


def test_the_clerk_is_told_the_change_and_led_to_the_receipt(clerk: Client) -> None:
    code = receive(clerk)
    said = words(clerk.get(BILL.format(code)))

    answer = clerk.post(BILL.format(code), {**CASH, "given": "100000"}, follow=True)

    assert "Còn phải thu 75.000" in said
    assert "Đã thu 75.000" in words(answer)
    assert "Trả lại khách 25.000" in words(answer)
    assert answer.redirect_chain[0][0].startswith("/can-bo/bien-lai/")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"payer": ""}, "Chưa ghi người nộp tiền"),
        ({"amount": "75,5"}, "ghi như 1.500"),
        ({"amount": "75.001"}, "Chỉ còn phải thu 75.000"),
        ({"given": "70.000"}, "Khách đưa ít hơn số thu"),
    ],
)
def test_what_is_wrong_is_said_at_its_place_and_stays_typed(
    clerk: Client, typed: dict[str, str], sentence: str
) -> None:
    code = receive(clerk)

    answer = clerk.post(BILL.format(code), {**CASH, **typed})

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert not Payment.objects.filter(dossier__code=code).exists()


def test_another_offices_bill_is_not_there(clerk: Client, world: World) -> None:
    code = receive(clerk)

    assert world.as_("ward").get(BILL.format(code)).status_code == 404
    assert world.as_("officer").get(BILL.format(code)).status_code == 403


def test_a_receipt_is_a_page_a_paper_and_a_file_and_each_print_is_noted(
    clerk: Client, paid: Receipt
) -> None:
    page = clerk.get(f"/can-bo/bien-lai/{paid.uuid}")
    paper = clerk.get(f"/can-bo/bien-lai/{paid.uuid}.pdf")
    file = clerk.get(f"/can-bo/bien-lai/{paid.uuid}.xml")

    assert "TH-17T" in words(page)
    assert paper.content.startswith(b"%PDF")
    root = ET.fromstring(file.content)  # noqa: S314 (our own file)
    assert root.findtext("TongTien") == "75000"
    assert root.findtext("BangChu") == "Bảy mươi lăm nghìn đồng"
    noted = AuditRow.objects.filter(subject=f"TH-17T {paid.number:07d}")
    assert set(noted.values_list("action", flat=True)) == {
        "fee_receipt_printed", "fee_receipt_exported",
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["hien mau", "{number}", "{code}"])
def test_a_receipt_is_found_by_payer_number_or_dossier(
    clerk: Client, paid: Receipt, typed: str
) -> None:
    asked = typed.format(number=paid.number, code=paid.payment.dossier.code)

    found = words(clerk.post("/can-bo/bien-lai", {"q": asked}))

    assert f"{paid.number:07d}" in found
    assert f"{paid.number:07d}" not in words(clerk.post("/can-bo/bien-lai", {"q": "Không ai"}))


def test_a_wrong_name_gives_a_new_receipt_that_names_the_old_one(clerk: Client) -> None:
    code = receive(clerk)
    clerk.post(BILL.format(code), CASH)
    old = Receipt.objects.get(payment__dossier__code=code)
    path = f"/can-bo/bien-lai/{old.uuid}"

    refused = clerk.post(path, {"do": "replace", "payer": "Lê Hiền Mẫu", "reason": ""})
    answer = clerk.post(
        path, {"do": "replace", "payer": "Lê Hiền Mẫu", "reason": "Ghi nhầm tên"}, follow=True
    )

    assert refused.status_code == 422
    assert f"Biên lai số {old.number:07d}" in words(answer)
    assert "Ghi nhầm tên" in words(clerk.get(path))


def test_an_administrator_opens_a_book_and_a_clerk_does_not(world: World) -> None:
    book = {
        "office": "bim-son", "template": "01BLP2-001", "serial": "TH-17T", "first": "900",
        "until": "950", "digits": "7",
    }  # fmt: skip

    refused = world.as_("clerk").post("/can-bo/bien-lai/quyen", book)
    taken = world.as_("admin").post("/can-bo/bien-lai/quyen", {**book, "first": "300"})
    opened = world.as_("admin").post("/can-bo/bien-lai/quyen", book)

    assert refused.status_code == 409
    assert "trùng với quyển" in words(taken)
    assert opened.status_code == 302
    assert ReceiptBook.objects.filter(first=900).exists()


def test_the_register_of_a_book_is_turned_a_hundred_numbers_at_a_time(
    clerk: Client, paid: Receipt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "PAGE", 1)
    code = receive(clerk)
    clerk.post(BILL.format(code), CASH)
    last = Receipt.objects.get(payment__dossier__code=code)
    book = f"/can-bo/bien-lai/quyen/{last.book.uuid}"

    end = clerk.get(f"{book}?trang=99999")

    assert f"/can-bo/bien-lai/{last.uuid}" in end.content.decode()
    assert f"/can-bo/bien-lai/{paid.uuid}" not in end.content.decode()
    assert f"Trang {last.number} trên {last.number}." in words(end)
    assert str(paid.uuid) in clerk.get(f"{book}?trang={paid.number}").content.decode()


def test_a_day_is_closed_by_its_clerk_and_signed_by_another(clerk: Client, world: World) -> None:
    code = receive(clerk)
    clerk.post(BILL.format(code), CASH)
    day = CashDay.objects.get(closed_at=None)
    book = words(clerk.get("/can-bo/so-quy"))

    short = clerk.post("/can-bo/so-quy", {"do": "close", "counted": "0"})
    closed = clerk.post("/can-bo/so-quy", {"do": "close", "counted": "0", "reason": "Mất trộm"})
    own = clerk.post(f"/can-bo/so-quy/{day.uuid}")
    signed = world.as_("chair").post(f"/can-bo/so-quy/{day.uuid}", follow=True)

    assert code in book
    assert "Đếm lại" in words(short)
    assert closed.status_code == 302
    assert own.status_code == 409
    assert "đã xem và ký" in words(signed)
    assert "Mất trộm" in words(signed)


def test_a_proof_settles_the_levies_that_are_ticked_and_the_debt_stays_listed(
    office: Office, world: World
) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    day = MONDAY.date()
    levies = [Levy("tncn", 20_000_000, day), Levy("tsdd", 90_000_000, day, deferred=True)]
    asked = office.asked(dossier, "officer")
    notice = notice_in(asked, Notice("12/TB-CCT", day, levies), key=uuid4())
    dossier.refresh_from_db()
    clerk, path = world.as_("clerk"), f"/can-bo/ho-so/{dossier.code}/nghia-vu"
    sent = {
        "do": "proof", "notice": str(notice), "seq": str(dossier.head_seq), "key": str(uuid4()),
        "proof": "GNT 12", "paid_on": "06/03/2017",
    }  # fmt: skip

    page = clerk.get(path).content.decode()
    none = clerk.post(path, sent)
    some = clerk.post(path, {**sent, "levy": ["0"]}, follow=True)

    assert page.count('name="levy"') == 2
    assert page.count("checked") == 1
    assert none.status_code == 409
    assert "Chọn khoản đã nộp theo chứng từ này" in words(none)
    assert "Thuế thu nhập cá nhân: GNT 12, 06/03/2017" in words(some)
    assert some.content.decode().count('name="levy"') == 1
    assert "ghi nợ 90.000.000 ₫" in words(clerk.get("/can-bo/nghia-vu"))
