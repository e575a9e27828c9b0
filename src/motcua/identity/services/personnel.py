"""What an administrator does about people: take on, name anew, let in again, keep out.

People are named by their UUID, as pages do. Each act is told to the audit.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from axes.utils import reset
from django.db import transaction

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc, sort_key
from motcua.identity import passwords
from motcua.identity.actors import Actor
from motcua.identity.models import Account, Holding, held_on_or_after
from motcua.identity.reach import reach_office, reach_person
from motcua.identity.services.noting import note
from motcua.identity.services.people import add_person


@dataclass(frozen=True, slots=True)
class OneTime:
    """A password shown once: it opens only the page that asks for another."""

    account: UUID
    username: str
    password: str


@transaction.atomic
def take_on(*, username: str, full_name: str, at: datetime, by: Actor) -> OneTime:
    """A new person with a one-time password. Refused as `add_person`, and out_of_reach."""
    reach_office(by, by.office_id, at)
    secret = passwords.one_time()
    account = add_person(username=username, full_name=full_name, password=secret, by=by)
    account.must_change = True
    account.save(update_fields=["must_change"])
    return OneTime(account.uuid, account.username, secret)


@transaction.atomic
def reset_password(person: UUID, *, at: datetime, by: Actor) -> OneTime:
    """Another one-time password; sessions of the old one end, and so does a lock-out.

    Refused: unknown_person, out_of_reach, account_closed.
    """
    account = _reached(person, at, by)
    if not account.is_active:
        raise Refused("account_closed", person=account.full_name)
    secret = passwords.one_time()
    account.set_password(secret)
    account.must_change = True
    account.save(update_fields=["password", "must_change"])
    reset(username=account.username)
    note("reset_password", account=account.uuid, by=by)
    return OneTime(account.uuid, account.username, secret)


@transaction.atomic
def change_own_password(person: UUID, *, old: str, new: str) -> None:
    """The person's own choice. Refused: wrong_password, same_password, and as `check_strength`."""
    account = Account.objects.select_for_update().get(uuid=person)
    if not account.check_password(old):
        raise Refused("wrong_password")
    if nfc(old) == nfc(new):
        raise Refused("same_password")
    passwords.check_strength(new, username=account.username, full_name=account.full_name)
    account.set_password(new)
    account.must_change = False
    account.save(update_fields=["password", "must_change"])
    note("change_password", account=account.uuid, by=None)


@transaction.atomic
def rename_person(person: UUID, *, full_name: str, at: datetime, by: Actor) -> None:
    """The name as it is to be printed from now on; what was printed stays."""
    account = _reached(person, at, by)
    account.full_name = clean(full_name)[:120]
    account.sort_key = sort_key(account.full_name)
    account.save(update_fields=["full_name", "sort_key"])
    note("rename_person", account=account.uuid, by=by)


@transaction.atomic
def close_account(person: UUID, *, at: datetime, by: Actor) -> None:
    """No way in any more. Refused: out_of_reach, oneself, still_holds (end the posts first)."""
    account = _reached(person, at, by)
    if account.pk == by.account_id:
        raise Refused("oneself")
    today = at.astimezone(VN).date()
    held = Holding.objects.filter(held_on_or_after(today), account=account)
    first = held.select_related("position").first()
    if first is not None:
        raise Refused("still_holds", person=account.full_name, title=first.position.title)
    account.is_active = False
    account.save(update_fields=["is_active"])
    note("close_account", account=account.uuid, by=by)


@transaction.atomic
def reopen_account(person: UUID, *, at: datetime, by: Actor) -> OneTime:
    """Back again, with a one-time password."""
    account = _reached(person, at, by)
    account.is_active = True
    account.save(update_fields=["is_active"])
    note("reopen_account", account=account.uuid, by=by)
    return reset_password(person, at=at, by=by)


def _reached(person: UUID, at: datetime, by: Actor) -> Account:
    account = Account.objects.select_for_update().filter(uuid=person).first()
    if account is None:
        raise Refused("unknown_person")
    reach_person(by, account, at)
    return account
