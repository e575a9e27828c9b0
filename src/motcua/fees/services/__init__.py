"""Acts of money: billing, taking, receipts and their books, drawers, what goes back."""

from motcua.fees.services.at_once import do_now
from motcua.fees.services.books import close_book, open_book
from motcua.fees.services.drawers import close_drawer, hand_in, open_drawer, sign_drawer
from motcua.fees.services.paying import Paying, Taken, take
from motcua.fees.services.receipts import cancel_receipt, replace_receipt
from motcua.fees.services.returning import post_result, return_result, send_result
from motcua.fees.services.voiding import void

__all__ = [
    "Paying",
    "Taken",
    "cancel_receipt",
    "close_book",
    "close_drawer",
    "do_now",
    "hand_in",
    "open_book",
    "open_drawer",
    "post_result",
    "replace_receipt",
    "return_result",
    "send_result",
    "sign_drawer",
    "take",
    "void",
]
