"""The program itself as an actor: who an event names when no official pressed a button."""

from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import transaction

from motcua.core.text import sort_key
from motcua.identity.actors import Actor, actor_of
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Position
from motcua.identity.services.noting import note

USERNAME = "chuong-trinh"
NAME = "Chương trình"


@transaction.atomic
def program_actor(office_id: int, title: str) -> Actor:
    """The program in the post `title` of an office; account and post are made when first needed.

    Nobody can sign in to the account, and nobody holds the post. Two queries once both exist.
    """
    account, new = Account.objects.get_or_create(
        username=USERNAME,
        defaults={
            "uuid": uuid4(),
            "full_name": NAME,
            "sort_key": sort_key(NAME),
            "password": make_password(None),
            "is_active": False,
        },
    )
    if new:
        note("add_person", account=account.uuid, by=None)
    position = (
        Position.objects.select_related("office", "department")
        .filter(office_id=office_id, kind=PositionKind.PROGRAM, title=title)
        .first()
    )
    if position is None:
        made = Position.objects.create(
            uuid=uuid4(), office_id=office_id, kind=PositionKind.PROGRAM, title=title
        )
        position = Position.objects.select_related("office", "department").get(pk=made.pk)
    return actor_of(account, position)
