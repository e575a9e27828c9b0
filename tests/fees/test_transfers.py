"""Transfers: asked for under a number, seen on a statement, matched by machine or by hand."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from motcua.core.references import reference
from motcua.core.refusal import Refused
from motcua.core.statement import Credit, Verdict
from motcua.core.vietqr import read
from motcua.dossiers.models import Dossier
from motcua.fees import agreeing, services
from motcua.fees.models import CashDay, Demand, Movement, Receipt, StatementLine
from motcua.fees.selectors import owed
from motcua.fees.selectors.transfers import asked_of
from motcua.fees.services.office import AboutOffice, keep_office
from motcua.fees.services.statements import match_by_hand, take_in, tried
from motcua.fees.services.transfers import ask_transfer, confirm_transfer
from motcua.fees.statements import TEMPLATE, parse
from office import MONDAY, Office

FEE = 75_000
ACCOUNT = AboutOffice("2800123456", "Số 1 Trần Phú", "970436", "0123456789", "UBND (mẫu)")


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk whose office has an account."""
    admin = office.people["admin"]
    keep_office(admin.office_id, ACCOUNT, by=admin, at=MONDAY)
    return office


def asked(office: Office, dossier: Dossier) -> Demand:
    return ask_transfer(dossier.id, by=office.people["clerk"], at=MONDAY)


def credit(demand: Demand, amount: int | None = None, number: str = "") -> Credit:
    content = f"NGUYEN VAN MAU NOP PHI {demand.reference}"
    return Credit(MONDAY.date(), amount or demand.amount_vnd, content, number)


def test_the_qr_asks_for_what_is_owed_under_a_number_that_names_nobody(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    demand = asked(desk, dossier)

    shown = asked_of(dossier.id)

    assert shown is not None
    transfer = read(shown.qr)
    assert (transfer.bank_bin, transfer.account) == ("970436", "0123456789")
    assert (transfer.amount_vnd, transfer.content) == (FEE, demand.reference)


def test_asking_again_is_the_same_demand_until_another_amount_is_owed(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    first = asked(desk, dossier)

    assert asked(desk, dossier).pk == first.pk
    services.open_drawer(by=desk.people["clerk"], at=MONDAY, counted_vnd=0)
    paying = services.Paying(dossier.id, MONDAY, 25_000)
    services.take([paying], by=desk.people["clerk"], key=uuid4())

    assert asked(desk, dossier).amount_vnd == 50_000


def test_money_seen_is_paid_receipted_and_on_the_account_not_in_a_drawer(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    demand = asked(desk, dossier)

    taken = confirm_transfer(demand.uuid, by=desk.people["clerk"], at=MONDAY)

    assert Receipt.objects.get(uuid=taken.receipt).method == "vietqr"
    assert Movement.objects.get().cash_day is None
    assert owed([dossier.id]) == {}
    assert not CashDay.objects.exists()
    assert list(agreeing.differences()) == []


def test_without_an_account_or_a_debt_no_transfer_is_asked_for(office: Office) -> None:
    with pytest.raises(Refused, match="no_account"):
        asked(office, office.received(fee_vnd=FEE))
    with pytest.raises(Refused, match="nothing_owed"):
        asked(office, office.received(fee_vnd=0))


def test_a_statement_pays_what_matches_and_lists_the_rest_and_again_adds_nothing(
    desk: Office,
) -> None:
    dossiers = [desk.received(fee_vnd=FEE) for _ in range(3)]
    right, wrong, twice = (asked(desk, one) for one in dossiers)
    file = [
        credit(right), credit(wrong, 1_000), credit(twice, number="A"), credit(twice, number="B"),
        Credit(MONDAY.date(), 5, f"LA {reference(5)}"), Credit(MONDAY.date(), 5, "KHONG SO"),
    ]  # fmt: skip
    clerk = desk.people["clerk"]

    dry = tried(file, by=clerk)
    assert not StatementLine.objects.exists()
    done = take_in(file, by=clerk, at=MONDAY)
    again = take_in(file, by=clerk, at=MONDAY + timedelta(days=1))

    assert [one.verdict for one in dry] == [one.verdict for one in done]
    assert [one.verdict for one in done] == [
        Verdict.MATCHED, Verdict.WRONG_AMOUNT, Verdict.MATCHED, Verdict.DOUBLE, Verdict.UNKNOWN,
        Verdict.NO_REFERENCE,
    ]  # fmt: skip
    assert list(again) == []
    assert owed([one.id for one in dossiers]) == {dossiers[1].id: FEE}
    assert list(agreeing.differences()) == []


def test_what_did_not_match_is_matched_by_hand_with_a_word_and_once(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    clerk = desk.people["clerk"]
    take_in([Credit(MONDAY.date(), 50_000, "NOP PHI")], by=clerk, at=MONDAY)
    line = StatementLine.objects.get()

    with pytest.raises(Refused, match="no_why_matched"):
        match_by_hand(line.uuid, code=dossier.code, words=" ", by=clerk, at=MONDAY)
    match_by_hand(line.uuid, code=dossier.code, words="Gọi hỏi ngân hàng", by=clerk, at=MONDAY)

    assert owed([dossier.id]) == {dossier.id: 25_000}
    with pytest.raises(Refused, match="matched_already"):
        match_by_hand(line.uuid, code=dossier.code, words="x", by=clerk, at=MONDAY)
    assert list(agreeing.differences()) == []


def test_the_template_is_a_file_that_reads() -> None:
    sheet = parse(TEMPLATE)

    assert (list(sheet.faults), sheet.debits, len(sheet.credits)) == ([], 0, 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("ngay,so_tien\n", "thiếu cột noi_dung"),
        ("ngay;so_tien;noi_dung\n1/13/2017;5;x\n", "Dòng 2: ngày"),
        ("ngay,so_tien,noi_dung\n1/3/2017,năm,x\n", "Dòng 2: số tiền"),
    ],
)
def test_a_bad_file_is_refused_line_by_line(text: str, fault: str) -> None:
    assert fault in parse(text).faults[0]


def test_columns_are_known_by_the_names_the_page_gives_them() -> None:
    sheet = parse("Ngày;Số tiền;NỘI DUNG;Mã giao dịch\n31/03/2017;75.000;NOP PHI;FT1\n")

    assert list(sheet.faults) == []
    assert sheet.credits == [Credit(date(2017, 3, 31), 75_000, "NOP PHI", "FT1")]


def test_money_that_went_out_is_passed_over() -> None:
    sheet = parse("\ufeffngay,so_tien,noi_dung\n1/3/2017,-5.000,x\n2017-03-02,5.000,y\n")

    assert (sheet.debits, [one.amount_vnd for one in sheet.credits]) == (1, [5_000])
