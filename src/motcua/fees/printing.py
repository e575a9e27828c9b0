"""Receipts on paper and as XML, from what each receipt kept; the same receipt, the same bytes."""

from datetime import datetime
from uuid import UUID
from xml.etree import ElementTree as ET

from django.db import transaction

from motcua.core.money import format_number, spell_vnd
from motcua.core.seals import SealedPaper
from motcua.fees.regimes import in_force
from motcua.fees.selectors.obligations import ObligationPage, SlipRow
from motcua.fees.selectors.receipts import ReceiptPage, receipt
from motcua.fees.selectors.refunds import RefundRow
from motcua.fees.selectors.sealed import facts_of, subject_of
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id
from motcua.papers.marks import mark_of
from motcua.papers.printed import note_print
from motcua.papers.sealing import square
from motcua.papers.tax_slip import TaxSlip, render
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, day_of_issue

TEMPLATE = "fee_receipt"
XML_FORM = "motcua-bien-lai-1"


@transaction.atomic
def receipt_pdf(actor: Actor, uuid: UUID, printed_at: datetime) -> bytes:
    """The receipt in two copies on one A4 sheet; printed again it says so, with `printed_at` (the
    office's time) and who. Raises Refused("unknown_receipt"); the print is in the audit.
    Source: TT 303/2016/TT-BTC, NĐ 123/2020/NĐ-CP art. 30 and after [M]."""
    page = receipt(actor, uuid)
    again = note_print(TEMPLATE, str(uuid), actor, printed_at)
    note("fee_receipt_printed", f"{page.row.serial} {page.row.number}", actor)
    return pdf(TEMPLATE, data_of(page, again))


def data_of(page: ReceiptPage, reprint: str = "") -> dict[str, object]:
    """What the template is given: words ready to print."""
    row = page.row
    at = row.issued_at
    return {
        "reprint": reprint,
        "qr": square(SealedPaper.FEE_RECEIPT, subject_of(row), at=at, facts=facts_of(row)),
        "title": in_force(at.date()).title,
        "office": page.office_name,
        "tax_code": page.tax_code,
        "address": page.office_address,
        "template": row.template,
        "serial": row.serial,
        "number": row.number,
        "payer": clipped(row.payer),
        "payer_address": clipped(page.payer_address),
        "code": row.code,
        "lines": [[name, words, format_number(vnd)] for name, words, vnd in page.lines],
        "amount": format_number(row.amount_vnd),
        "words": spell_vnd(row.amount_vnd),
        "method": row.method,
        "date": day_of_issue(at),
        "day": [at.year, at.month, at.day],
        "officer": row.officer,
        "replaces": row.replaces,
        "cancelled": row.cancelled,
        "cancelled_on": f"{page.cancelled_at:%d/%m/%Y}" if page.cancelled_at else "",
        "replaced_by": page.replaced_by_number,
        "sample": timekeeping.is_demonstration(),
    }


def receipt_xml(actor: Actor, uuid: UUID) -> bytes:
    """The receipt as XML of our own structure, described in docs/operations.md; what the tax
    authority takes (NĐ 123/2020/NĐ-CP [M]) nobody has read yet. Raises Refused as the PDF."""
    page = receipt(actor, uuid)
    note("fee_receipt_exported", f"{page.row.serial} {page.row.number}", actor)
    return xml_of(page)


def xml_of(page: ReceiptPage) -> bytes:
    """UTF-8, one root `BienLai`, whole đồng, moments with their offset."""
    row = page.row
    root = ET.Element("BienLai", mauDuLieu=XML_FORM)
    _put(root, KyHieuMau=row.template, KyHieu=row.serial, So=row.number)
    _put(root, NgayLap=_moment(row.issued_at), HinhThucThanhToan=row.method)
    office = ET.SubElement(root, "CoQuanThu")
    _put(office, Ten=page.office_name, MaSoThue=page.tax_code, DiaChi=page.office_address)
    payer = ET.SubElement(root, "NguoiNop")
    _put(payer, Ten=row.payer, DiaChi=page.payer_address)
    lines = ET.SubElement(root, "CacKhoan")
    for name, quantity, vnd in page.lines:
        line = ET.SubElement(lines, "Khoan")
        _put(line, Ten=name, SoLuong=quantity, SoTien=str(vnd))
    _put(root, TongTien=str(row.amount_vnd), BangChu=spell_vnd(row.amount_vnd))
    _put(root, MaHoSo=row.code, NguoiThu=row.officer, ThayTheSo=row.replaces)
    if page.cancelled_at:
        void = ET.SubElement(root, "Huy")
        _put(void, Luc=_moment(page.cancelled_at), LyDo=row.cancelled)
        _put(void, ThayBangSo=page.replaced_by_number)
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _put(parent: ET.Element, **texts: str) -> None:
    """Elements with text, those that are empty left out."""
    for name, words in texts.items():
        if words:
            ET.SubElement(parent, name).text = words


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


@transaction.atomic
def refund_pdf(actor: Actor, shown: RefundRow, printed_at: datetime) -> bytes:
    """The paper of an approved refund, marked when printed again; the print is in the audit. No
    form of the law known: our own [M]."""
    again = note_print("fee_refund", str(shown.uuid), actor, printed_at)
    note("fee_refund_printed", shown.number, actor)
    at = shown.decided_at or shown.asked_at
    facts = [shown.number, shown.payer, shown.amount_vnd, shown.receipt]
    return pdf(
        "fee_refund",
        {
            "reprint": again,
            "qr": square(SealedPaper.REFUND, shown.code, at=at, facts=facts),
            "office": actor.office_name.upper(),
            "number": shown.number,
            "date": _placed(actor, at),
            "day": [at.year, at.month, at.day],
            "payer": clipped(shown.payer),
            "code": shown.code,
            "receipt": f"{shown.serial} số {shown.receipt}",
            "amount": format_number(shown.amount_vnd),
            "words": spell_vnd(shown.amount_vnd),
            "method": shown.method,
            "reason": clipped(shown.reason),
            "decided_by": shown.decided_by,
            "asked_by": shown.asked_by,
            "sample": timekeeping.is_demonstration(),
        },
    )


@transaction.atomic
def slip_pdf(actor: Actor, shown: ObligationPage, slip: SlipRow, printed_at: datetime) -> bytes:
    """The transfer slip by the rule of the day it was made, marked when printed again; the print
    is in the audit."""
    again = note_print("tax_slip", str(slip.uuid), actor, printed_at)
    note("tax_slip_printed", shown.code, actor, "dossier")
    made = TaxSlip(
        office=office_by_id(actor.office_id),
        code=shown.code,
        number=slip.number,
        made_at=slip.made_at,
        owner=shown.owner,
        procedure=shown.procedure,
        facts=slip.facts,
    )
    return render(made, again, mark_of(actor.office_id))


def _placed(actor: Actor, at: datetime) -> str:
    """Where and on which day, as heads of papers say it."""
    return f"{office_by_id(actor.office_id).place_name}, {day_of_issue(at)}"
