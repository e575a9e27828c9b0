"""Giấy tiếp nhận hồ sơ và hẹn trả kết quả: everything that stands on the slip, and its PDF.

Source: QĐ 09/2015/QĐ-TTg (the slip of the desks from 10/5/2015); TT 01/2018/TT-VPCP, Mẫu 01 (from
21/6/2018). `data/forms.csv` says which form when, `data/wording.csv` which words, with their marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.core.clock.words import PROVISIONAL
from motcua.core.codes import tail
from motcua.core.money import format_number
from motcua.papers.barcodes import printed, printed_qr
from motcua.papers.marks import NO_MARK, Mark, drawn
from motcua.papers.phrases import sayings
from motcua.papers.registry import Form, in_force
from motcua.papers.typesetting import pdf, pictures
from motcua.papers.wording import clipped, day_of_issue, moment, received_words


@dataclass(frozen=True, slots=True)
class Paper:
    """One line of the list of papers."""

    name: str
    kind: str
    copies: int


@dataclass(frozen=True, slots=True)
class Pay:
    """A transfer that is waited for: `qr` the text a banking application reads (VietQR), the
    account it goes to in words, the amount and the number it comes under."""

    qr: str
    account: str
    amount_vnd: int
    reference: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The facts of one slip. Moments in Asia/Ho_Chi_Minh; `lookup_url` empty: no QR is printed;
    `reprint` is what a duplicate says of itself, empty on the first print. `seal_url` is what the
    QR carries, with the office's signature in it; without one, `lookup_url`. `pay` is what is still
    to be transferred, if anything is; `late_slip` the number of the slip written by hand that it
    was typed from later (nhập bù)."""

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
    hotline: str = ""
    owner_email: str = ""
    seal_url: str = ""
    pay: Pay | None = None
    late_slip: str = ""


def render(receipt: Receipt, mark: Mark = NO_MARK) -> bytes:
    """The slip as a tagged PDF, two copies on one A4 sheet. The same receipt, the same bytes.

    What does not fit half a sheet even in small type takes sheets of its own, copy after copy.
    """
    return render_together([receipt], mark)


def render_together(receipts: Sequence[Receipt], mark: Mark = NO_MARK) -> bytes:
    """Several slips in one tagged PDF, in their order, each as `render` lays it out."""
    return pdf(Form.RECEIPT, sheets(receipts, mark))


def render_pages(receipt: Receipt, ppi: float = 200, mark: Mark = NO_MARK) -> list[bytes]:
    """Each page as a PNG."""
    return pictures(Form.RECEIPT, sheets([receipt], mark), ppi)


def render_png(receipt: Receipt, ppi: float = 200) -> bytes:
    """The first page as a PNG."""
    return render_pages(receipt, ppi)[0]


def sheets(receipts: Sequence[Receipt], mark: Mark) -> dict[str, object]:
    """What the template is given for several slips of one office."""
    return {"slips": [data_of(one) for one in receipts], "mark": drawn(mark)}


def data_of(receipt: Receipt) -> dict[str, object]:
    """What the template is given: words ready to print, bars and modules ready to draw."""
    at = receipt.received_at
    regime = in_force(Form.RECEIPT, at.date())
    words = sayings(Form.RECEIPT, at.date())
    return {
        "title": regime.title,
        "form": regime.line,
        "words": {**words, "copies": words["copies"].format(copies=f"{receipt.copies:02d}")},
        "number": f"Số: {tail(receipt.code)}/{regime.suffix}",
        "code": receipt.code,
        "bars": printed(receipt.code),
        "qr": printed_qr(receipt.seal_url or receipt.lookup_url),
        "lookup": receipt.lookup_url.partition("?")[0].partition("://")[2],
        "check": receipt.check,
        "office": receipt.office.upper(),
        "desk": receipt.desk.upper(),
        "place": f"{receipt.place}, {day_of_issue(at)}",
        "day": [at.year, at.month, at.day],
        "owner": clipped(receipt.owner),
        "submitter": clipped(receipt.submitter),
        "address": clipped(receipt.owner_address),
        "id": receipt.owner_id,
        "phone": receipt.owner_phone,
        "email": receipt.owner_email,
        "procedure": clipped(receipt.procedure),
        "papers": [[clipped(p.name), p.kind, p.copies] for p in receipt.papers],
        "term": receipt.term,
        "received": received_words(at, receipt.late_slip),
        "due": moment(receipt.due_at) if receipt.due_at else "",
        "provisional": PROVISIONAL if receipt.provisional else "",
        "result_by": receipt.result_by,
        "fee": clipped(receipt.fee),
        "issuer": receipt.issuer,
        "sample": receipt.demonstration,
        "reprint": receipt.reprint,
        "hotline": receipt.hotline,
        "pay": _pay_of(receipt.pay),
    }


def _pay_of(pay: Pay | None) -> dict[str, object]:
    """The square to pay by and the words beside it, for who types them; empty without one."""
    if pay is None:
        return {"qr": printed_qr(""), "words": ()}
    words = (
        f"Quét để chuyển khoản {format_number(pay.amount_vnd)} đồng.",
        pay.account,
        f"Nội dung: {pay.reference}",
    )
    return {"qr": printed_qr(pay.qr, "Mã VietQR để chuyển khoản phí, lệ phí"), "words": words}


def fee_words(text: str, amount: int) -> str:
    """The fee as it stands on the slip: the tariff verbatim, or that there is none."""
    if text:
        return text
    return f"{format_number(amount)} đồng" if amount else "Không"
