"""Add people, make posts, give them for a time, let another act in one.

Each change of rights is told to the audit, with `by` who made it; None is the program itself.
"""

import re
from datetime import date, datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc, sort_key
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position
from motcua.identity.services.noting import note

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")


@transaction.atomic
def add_person(
    *, username: str, full_name: str, password: str, demo: bool = False, by: Actor | None = None
) -> Account:
    """An account for a person; the user name is kept in lower case.

    Raises Refused: username_not_plain, username_taken. Hashing the password costs about a quarter
    of a second.
    """
    wanted, name = username.lower(), clean(full_name)
    if not _USERNAME.fullmatch(wanted):
        raise Refused("username_not_plain", username=username[:60])
    if Account.objects.filter(username=wanted).exists():
        raise Refused("username_taken", username=wanted)
    account = Account.objects.create(
        uuid=uuid4(),
        username=wanted,
        full_name=name,
        sort_key=sort_key(name),
        password=make_password(nfc(password)),
        demo=demo,
    )
    note("add_person", account=account.uuid, by=by)
    return account


@transaction.atomic
def set_password(account: Account, password: str, *, by: Actor | None = None) -> None:
    """A new password; sessions of the old one end."""
    account.set_password(password)
    account.save(update_fields=["password"])
    note("set_password", account=account.uuid, by=by)


def add_position(
    *, office_id: int, kind: PositionKind, title: str, department_id: int | None = None
) -> Position:
    """A post in an office, or in one of its departments."""
    return Position.objects.create(
        uuid=uuid4(), office_id=office_id, department_id=department_id, kind=kind, title=title
    )


@transaction.atomic
def give_position(
    account: Account, position: Position, *, from_on: date, by: Actor | None = None
) -> Holding:
    """The person holds the post from that day on. Raises Refused("already_held").

    The database keeps one holding at a time, so two administrators at once cannot give it twice.
    """
    try:
        with transaction.atomic():
            holding = Holding.objects.create(account=account, position=position, from_on=from_on)
    except IntegrityError as error:
        raise Refused("already_held", person=account.full_name, title=position.title) from error
    note("give_position", account=account.uuid, position=position.uuid, by=by)
    return holding


@transaction.atomic
def end_holding(holding: Holding, *, until_on: date, by: Actor | None = None) -> None:
    """The last day is the one before `until_on`; on its first day, it counts as never held.

    Raises Refused("ends_before_it_begins").
    """
    if until_on < holding.from_on:
        raise Refused("ends_before_it_begins")
    holding.until_on = until_on
    holding.save(update_fields=["until_on"])
    account, position = holding.account.uuid, holding.position.uuid
    note("end_holding", account=account, position=position, by=by)


@transaction.atomic
def delegate(
    holding: Holding,
    to: Account,
    *,
    from_at: datetime,
    until_at: datetime,
    reason: str,
    by: Actor | None = None,
) -> Delegation:
    """Let another person act in the post for a time. Refused: to_oneself, ends_before_it_begins."""
    if to.pk == holding.account_id:
        raise Refused("to_oneself")
    if until_at <= from_at:
        raise Refused("ends_before_it_begins")
    made = Delegation.objects.create(
        holding=holding, to_account=to, from_at=from_at, until_at=until_at, reason=clean(reason)
    )
    note("delegate", account=to.uuid, position=holding.position.uuid, by=by)
    return made
