"""Many people into many posts at once: what a list of staff or the demonstration needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.core.text import clean, sort_key
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Holding, Position
from motcua.identity.services.noting import note


@dataclass(frozen=True, slots=True)
class Post:
    """A person and the post they are to hold."""

    username: str
    full_name: str
    kind: PositionKind
    title: str
    office_id: int
    department_id: int | None = None


@transaction.atomic
def staff(posts: Sequence[Post], *, password: str, from_on: date, demo: bool) -> None:
    """Accounts, positions and holdings for `posts`, all from one day and with one password.

    People who have an account already keep it and everything of theirs. Four statements and one
    hash, however many, and a line of the audit for each who is new.
    """
    known = set(Account.objects.values_list("username", flat=True))
    new = [post for post in posts if post.username not in known]
    encoded = make_password(password)
    accounts = Account.objects.bulk_create(
        [
            Account(
                uuid=uuid4(),
                username=post.username,
                full_name=clean(post.full_name),
                sort_key=sort_key(clean(post.full_name)),
                password=encoded,
                demo=demo,
            )
            for post in new
        ]
    )
    positions = Position.objects.bulk_create(
        [
            Position(
                uuid=uuid4(),
                office_id=post.office_id,
                department_id=post.department_id,
                kind=post.kind,
                title=post.title,
            )
            for post in new
        ]
    )
    Holding.objects.bulk_create(
        Holding(account=account, position=position, from_on=from_on)
        for account, position in zip(accounts, positions, strict=True)
    )
    for account, position in zip(accounts, positions, strict=True):
        note("give_position", account=account.uuid, position=position.uuid, by=None)
