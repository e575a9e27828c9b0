"""A desk says which edition of a field's listing hangs at its board."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.audit.recording import record
from motcua.catalogue.listing.posting import Board, Hanging, boards
from motcua.catalogue.models import PostedEdition
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import office_by_id


def confirm_posting(*, actor: Actor, office_id: int, key: str, edition: str, at: datetime) -> Board:
    """`edition` of the field `key` hangs at the office since `at`; empty: its board was taken down.

    Confirming the same again on the same day changes nothing. Answers the board as it stands then.
    Raises Refused: not_your_board, unknown_field, board_behind (with the edition in force).
    """
    if not can(actor, Duty.POST_LISTING, Subject(office_id), at):
        raise Refused("not_your_board")
    day = at.astimezone(VN).date()
    with transaction.atomic():
        board = board_of(office_id, key, at)
        if edition != board.edition:
            raise Refused("board_behind", edition=edition or "trống", now=board.edition or "trống")
        told = board.hanging
        if told and told.edition == edition and told.confirmed_at.date() == day:
            return board
        PostedEdition.objects.create(
            office_id=office_id,
            field=board.field,
            edition=edition,
            confirmed_at=at,
            confirmed_by_id=actor.account_id,
            confirmed_as_id=actor.position_id,
        )
        record(
            "confirm_posting",
            at=at,
            account=actor.account_uuid,
            position=actor.position_uuid,
            office=actor.office_slug,
            subject_kind="board",
            subject=f"{office_by_id(office_id).slug}/{key}"[:80],
            purpose=edition,
        )
        told = Hanging(edition, at.astimezone(VN), actor.person, actor.title)
        return replace(board, hanging=told)


def confirm_all(*, actor: Actor, office_id: int, at: datetime) -> int:
    """Every board of an office hangs in the edition in force since `at`; how many were behind.

    Two statements beside the two queries of `boards`. Raises Refused("not_your_board").
    """
    if not can(actor, Duty.POST_LISTING, Subject(office_id), at):
        raise Refused("not_your_board")
    with transaction.atomic():
        behind = [
            board for board in boards([office_id], at.astimezone(VN).date())
            if board.state != "current"
        ]  # fmt: skip
        PostedEdition.objects.bulk_create(
            PostedEdition(
                office_id=office_id,
                field=board.field,
                edition=board.edition,
                confirmed_at=at,
                confirmed_by_id=actor.account_id,
                confirmed_as_id=actor.position_id,
            )
            for board in behind
        )
        record(
            "confirm_posting",
            at=at,
            account=actor.account_uuid,
            position=actor.position_uuid,
            office=actor.office_slug,
            subject_kind="board",
            subject=office_by_id(office_id).slug,
            purpose=str(len(behind)),
        )
        return len(behind)


def board_of(office_id: int, key: str, at: datetime) -> Board:
    """The board of a field. Raises Refused("unknown_field"). Two queries."""
    for board in boards([office_id], at.astimezone(VN).date()):
        if board.key == key:
            return board
    raise Refused("unknown_field", field=key)
