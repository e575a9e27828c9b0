"""A judged list into accounts and posts: everybody or nobody."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from motcua.core.refusal import Refused
from motcua.core.text import sort_key
from motcua.identity import passwords
from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.identity.roster.judging import Entry
from motcua.identity.services.noting import note
from motcua.identity.services.posts import place

HASHERS = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """A new person with the password they are told once."""

    full_name: str
    username: str
    password: str


def take_list(entries: Sequence[Entry], *, at: datetime, by: Actor) -> Sequence[Taken]:
    """Accounts, posts and holdings of a whole list, in the order of its people.

    Hashing costs a quarter of a second a person, outside the transaction and several at a time.
    Refused: roster_stale when a user name was taken meanwhile, and as `place`; nothing is written.
    """
    names = {entry.username: entry.full_name for entry in entries}
    taken = [Taken(name, username, passwords.one_time()) for username, name in names.items()]
    with ThreadPoolExecutor(HASHERS) as pool:
        encoded = list(pool.map(make_password, [one.password for one in taken]))
    try:
        _write(taken, encoded, entries, at, by)
    except IntegrityError:
        raise Refused("roster_stale") from None
    return taken


@transaction.atomic
def _write(
    taken: Sequence[Taken],
    encoded: Sequence[str],
    entries: Sequence[Entry],
    at: datetime,
    by: Actor,
) -> None:
    made = Account.objects.bulk_create(
        Account(
            uuid=uuid4(),
            username=one.username,
            full_name=one.full_name,
            sort_key=sort_key(one.full_name),
            password=password,
            must_change=True,
        )
        for one, password in zip(taken, encoded, strict=True)
    )
    people = {account.username: account.uuid for account in made}
    for uuid in people.values():
        note("add_person", account=uuid, by=by)
    for entry in entries:
        place(people[entry.username], entry.placing, from_on=entry.from_on, at=at, by=by)
