"""The addresses of money, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views.money import (
    drawers,
    obligations,
    office,
    paying,
    receipts,
    refunds,
    sheets,
    statements,
)

PATTERNS = (
    path("thu-phi", paying.money, name="money"),
    path("ho-so/<str:code>/thu-phi", paying.bill, name="bill"),
    path("ho-so/<str:code>/thu-phi/sua", paying.correct, name="bill-correct"),
    path("ho-so/<str:code>/thu-phi/chuyen-khoan", paying.transfer, name="bill-transfer"),
    path("bien-lai", receipts.receipts, name="fee-receipts"),
    path("bien-lai/quyen", receipts.books, name="fee-books"),
    path("bien-lai/quyen/<uuid:uuid>", receipts.book, name="fee-book"),
    path("bien-lai/<uuid:uuid>", receipts.receipt, name="fee-receipt"),
    path("bien-lai/<uuid:uuid>.pdf", receipts.paper, name="fee-receipt-paper"),
    path("bien-lai/<uuid:uuid>.xml", receipts.xml, name="fee-receipt-xml"),
    path("bien-lai/<uuid:uuid>/hoan", refunds.ask, name="refund-ask"),
    path("hoan-phi", refunds.listing, name="refunds"),
    path("hoan-phi/<uuid:uuid>", refunds.one, name="refund"),
    path("hoan-phi/<uuid:uuid>.pdf", refunds.paper, name="refund-paper"),
    path("nghia-vu", obligations.listing, name="obligations"),
    path("ho-so/<str:code>/nghia-vu", obligations.one, name="obligation"),
    path("ho-so/<str:code>/nghia-vu/<uuid:uuid>.pdf", obligations.slip, name="tax-slip"),
    path("sao-ke", statements.statement, name="statement"),
    path("sao-ke/mau.csv", statements.sample, name="statement-sample"),
    path("sao-ke/<uuid:uuid>", statements.match, name="statement-match"),
    path("thu-phi/tai-khoan", office.account, name="fee-office"),
    path("so-quy/tong-hop", sheets.sheet, name="cash-sheet"),
    path("so-quy/tong-hop.<slug:form>", sheets.download, name="cash-sheet-file"),
    path("so-quy", drawers.cash_book, name="cash"),
    path("so-quy/<uuid:uuid>", drawers.cash_day, name="cash-day"),
)
