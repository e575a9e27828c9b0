"""What an office's receipts say of it, and the account that transfers go to."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from motcua.core.refusal import Refused
from motcua.core.vietqr import Transfer, payload
from motcua.fees.models import OfficeMoney
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can

_TAX_CODE = re.compile(r"([0-9]{10}(-[0-9]{3})?)?")


@dataclass(frozen=True, slots=True)
class AboutOffice:
    """As an administrator writes it; without an account nobody pays by transfer."""

    tax_code: str = ""
    address: str = ""
    bank_bin: str = ""
    bank_account: str = ""
    account_holder: str = ""


@transaction.atomic
def keep_office(office_id: int, about: AboutOffice, *, by: Actor, at: datetime) -> None:
    """Write it down; receipts made before stay as they are. Two statements.

    Raises Refused("not_your_book", "bad_tax_code", "bad_account").
    """
    if not can(by, Duty.RECEIPT_BOOKS, Subject(owner_office_id=office_id), at):
        raise Refused("not_your_book")
    if not _TAX_CODE.fullmatch(about.tax_code):
        raise Refused("bad_tax_code")
    if about.bank_bin or about.bank_account:
        try:
            payload(Transfer(about.bank_bin, about.bank_account, 1))
        except ValueError:
            raise Refused("bad_account") from None
    OfficeMoney.objects.update_or_create(
        office_id=office_id,
        defaults={
            "tax_code": about.tax_code,
            "address": about.address,
            "bank_bin": about.bank_bin,
            "bank_account": about.bank_account,
            "account_holder": about.account_holder,
            "changed_at": at,
        },
    )
    note("office_account_changed", by.office_slug, by)
