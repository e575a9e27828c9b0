"""Giấy tiếp nhận hồ sơ và hẹn trả kết quả: everything that stands on the slip, and its PDF.

Source: QĐ 09/2015/QĐ-TTg (the slip of the desks from 10/5/2015); TT 01/2018/TT-VPCP, Mẫu 01 (from
21/6/2018). Wording and layout of both are from memory [M].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.core.clock.words import PROVISIONAL
from motcua.core.money import format_number
from motcua.papers.barcodes import code128, qr
from motcua.papers.typesetting import pdf, png

MODULE_MM = 0.28


@dataclass(frozen=True, slots=True)
class Regime:
    """The rule in force for the slip from a day on."""

    name: str
    from_on: date
    form: str
    number_suffix: str


REGIMES = (
    Regime("QĐ 09/2015/QĐ-TTg", date(2015, 5, 10), "", "TNHS"),
    Regime("TT 01/2018/TT-VPCP", date(2018, 6, 21), "Mẫu số 01", "TNHS"),
    Regime("TT 03/2025/TT-VPCP", date(2025, 9, 15), "Mẫu số 01", "TNHS"),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the list of papers."""

    name: str
    kind: str
    copies: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """The facts of one slip. Moments in Asia/Ho_Chi_Minh; `lookup_url` empty: no QR is printed."""

    code: str
    office: str
    desk: str
    place: str
    owner: str
    owner_address: str
    owner_id: str
    owner_phone: str
    submitter: str
    procedure: str
    papers: Sequence[Paper]
    copies: int
    term: str
    received_at: datetime
    due_at: datetime | None
    provisional: bool
    result_by: str
    fee: str
    issuer: str
    lookup_url: str
    check: str
    demonstration: bool = False
    reprint: str = ""


def regime_of(day: date) -> Regime:
    """The regime in force on `day`; the first one for days before it."""
    found = [regime for regime in REGIMES if regime.from_on <= day]
    return found[-1] if found else REGIMES[0]


def render(receipt: Receipt) -> bytes:
    """The slip as a tagged PDF, two copies on one A4 sheet. The same receipt, the same bytes."""
    return pdf("receipt", data_of(receipt))


def render_png(receipt: Receipt, ppi: float = 200) -> bytes:
    """Its first page as a picture."""
    return png("receipt", data_of(receipt), ppi)


def data_of(receipt: Receipt) -> dict[str, object]:
    """What the template is given: words ready to print, bars and modules ready to draw."""
    regime = regime_of(receipt.received_at.date())
    at = receipt.received_at
    return {
        "form": regime.form,
        "code": receipt.code,
        "bars": code128(receipt.code),
        "module": MODULE_MM,
        "qr": qr(receipt.lookup_url) if receipt.lookup_url else [],
        "check": receipt.check,
        "office": receipt.office.upper(),
        "desk": receipt.desk.upper(),
        "place": f"{receipt.place}, ngày {at.day:02d} tháng {_month(at)} năm {at.year}",
        "day": [at.year, at.month, at.day],
        "owner": receipt.owner,
        "submitter": receipt.submitter,
        "address": receipt.owner_address,
        "id": receipt.owner_id,
        "phone": receipt.owner_phone,
        "procedure": receipt.procedure,
        "papers": [[p.name, p.kind, p.copies] for p in receipt.papers],
        "copies": f"{receipt.copies:02d}",
        "term": receipt.term,
        "received": _moment(at),
        "due": _moment(receipt.due_at) if receipt.due_at else "",
        "provisional": PROVISIONAL if receipt.provisional else "",
        "result_by": receipt.result_by,
        "fee": receipt.fee,
        "issuer": receipt.issuer,
        "sample": receipt.demonstration,
        "reprint": receipt.reprint,
    }


def fee_words(text: str, amount: int) -> str:
    """The fee as it stands on the slip: the tariff verbatim, or that there is none."""
    if text:
        return text
    return f"{format_number(amount)} đồng" if amount else "Không"


def _moment(at: datetime) -> str:
    return f"{at.hour:02d} giờ {at.minute:02d} phút, ngày {at.day:02d}/{_month(at)}/{at.year}"


def _month(at: datetime) -> str:
    """Months under 3 with a leading zero (NĐ 30/2020, Phụ lục I; TT 01/2011/TT-BNV)."""
    return f"{at.month:02d}" if at.month < 3 else str(at.month)
