"""Add people, make posts, give them for a time, let another act in one."""

from datetime import date, datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password

from motcua.core.refusal import Refused
from motcua.core.text import clean, sort_key
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position


def add_person(*, username: str, full_name: str, password: str, demo: bool = False) -> Account:
    """An account for a person; the user name is kept in lower case.

    Raises Refused("username_taken"). Hashing the password costs about a quarter of a second.
    """
    name = clean(full_name)
    if Account.objects.filter(username=username.lower()).exists():
        raise Refused("username_taken", username=username.lower())
    return Account.objects.create(
        uuid=uuid4(),
        username=username.lower(),
        full_name=name,
        sort_key=sort_key(name),
        password=make_password(password),
        demo=demo,
    )


def set_password(account: Account, password: str) -> None:
    """A new password; sessions of the old one end."""
    account.set_password(password)
    account.save(update_fields=["password"])


def add_position(
    *, office_id: int, kind: PositionKind, title: str, department_id: int | None = None
) -> Position:
    """A post in an office, or in one of its departments."""
    return Position.objects.create(
        uuid=uuid4(), office_id=office_id, department_id=department_id, kind=kind, title=title
    )


def give_position(account: Account, position: Position, *, from_on: date) -> Holding:
    """The person holds the post from that day on. IntegrityError when they hold it already."""
    return Holding.objects.create(account=account, position=position, from_on=from_on)


def end_holding(holding: Holding, *, until_on: date) -> None:
    """The last day is the one before `until_on`."""
    holding.until_on = until_on
    holding.save(update_fields=["until_on"])


def delegate(
    holding: Holding, to: Account, *, from_at: datetime, until_at: datetime, reason: str
) -> Delegation:
    """Let another person act in the post for a time. Refused: to_oneself, ends_before_it_begins."""
    if to.pk == holding.account_id:
        raise Refused("to_oneself")
    if until_at <= from_at:
        raise Refused("ends_before_it_begins")
    return Delegation.objects.create(
        holding=holding, to_account=to, from_at=from_at, until_at=until_at, reason=clean(reason)
    )
