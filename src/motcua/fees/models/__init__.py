"""Rows of money: what is billed, what was paid, the receipts, the drawers, what goes back."""

from motcua.fees.models.bills import Bill, Line
from motcua.fees.models.cash import CashDay, Movement
from motcua.fees.models.obligations import Obligation, TransferSlip
from motcua.fees.models.office import OfficeMoney
from motcua.fees.models.payments import Method, Payment, Refund
from motcua.fees.models.receipts import Cancellation, Receipt, ReceiptBook
from motcua.fees.models.transfers import Demand, StatementLine

__all__ = [
    "Bill",
    "Cancellation",
    "CashDay",
    "Demand",
    "Line",
    "Method",
    "Movement",
    "Obligation",
    "OfficeMoney",
    "Payment",
    "Receipt",
    "ReceiptBook",
    "Refund",
    "StatementLine",
    "TransferSlip",
]
