"""Receive, do, sign and return in one act, while the citizen waits."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection, transaction

from motcua.core.clock import VN
from motcua.core.flow import Act, Command, DoNow
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.asked import AtOnce, Intake, Outcome
from motcua.dossiers.digests import papers_digest
from motcua.dossiers.rows.beginning import Declared
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.beginning import Beginning, begin, digests
from motcua.dossiers.services.receive import offered

LONGEST_BOOK = 40
_BOOK = """
SELECT coalesce(max(number), 0), coalesce(bool_or(number = %s), false)
FROM dossiers_bookentry WHERE office_id = %s AND book = %s
"""
_EARLIER = "SELECT EXISTS (SELECT FROM dossiers_actkey WHERE key = %s)"


@transaction.atomic
def do_now(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Dossiers done on the spot; each gets a number of its book, without repeats.

    One outcome each, in order. Three round trips for the book and two besides. Two counters that
    write in one book wait for one another. Refused: not_at_once, no_signer, no_book_number,
    no_copies, book_number_taken with the next one free, and as `receive` but for papers.
    """
    numbered = intakes if _done_before(key) else _numbered(intakes)
    return begin(Beginning(Act.DO_NOW, offered, _order), numbered, key=key, whole=whole)


def _done_before(key: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, [key])
        return bool((cursor.fetchone() or [False])[0])


def _numbered(intakes: Sequence[Intake]) -> Sequence[Intake]:
    """With the numbers they take; the books are held until the transaction ends."""
    following: dict[tuple[int, str], int] = {}
    found = []
    for intake in intakes:
        entry = intake.at_once
        if entry is None or not clean(entry.book):
            raise Refused("no_book_number")
        place = intake.by.office_id, clean(entry.book)[:LONGEST_BOOK]
        last, taken = _held(place, entry.number or 0)
        free = max(last, following.get(place, 0)) + 1
        if taken:
            raise Refused("book_number_taken", number=entry.number, free=free)
        number = entry.number or free
        following[place] = max(number, following.get(place, 0))
        found.append(replace(intake, at_once=replace(entry, book=place[1], number=number)))
    return found


def _held(place: tuple[int, str], number: int) -> tuple[int, bool]:
    office, book = place
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))", [book, office])
        cursor.execute(_BOOK, [number, office, book])
        last, taken = cursor.fetchone() or (0, False)
    return int(last), bool(taken)


def _order(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    entry = intake.at_once or AtOnce("", "")
    command = DoNow(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=digests(parties),
        papers=papers_digest(intake.papers, salt),
        book=entry.book,
        number=entry.number or 0,
        copies=entry.copies,
        pages=entry.pages,
        signer=entry.signer,
    )
    return command, ()
