"""Receive, do, sign and return in one act, while the citizen waits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from motcua.dossiers.services.receive import late_words, offered
from motcua.identity.kinds import LEADERS

LONGEST_BOOK = 40
_HOLD = """
SELECT pg_advisory_xact_lock(hashtextextended(book, office))
FROM (SELECT DISTINCT office, book FROM unnest(%s::bigint[], %s::text[]) AS b (office, book)
      ORDER BY office, book) AS books
"""
_BOOKS = """
SELECT b.ordinal, coalesce(max(e.number), 0), coalesce(bool_or(e.number = b.number), false),
       EXISTS (SELECT FROM dossiers_actkey WHERE key = %s),
       EXISTS (
           SELECT FROM identity_holding h JOIN identity_position p ON p.id = h.position_id
           WHERE p.office_id = b.office AND p.uuid::text = b.signer AND p.kind = ANY(%s)
             AND h.from_on <= b.day AND (h.until_on IS NULL OR h.until_on > b.day))
FROM unnest(%s::bigint[], %s::text[], %s::int[], %s::text[], %s::date[]) WITH ORDINALITY
    AS b (office, book, number, signer, day, ordinal)
LEFT JOIN dossiers_bookentry e ON e.office_id = b.office AND e.book = b.book
GROUP BY b.ordinal, b.office, b.signer, b.day ORDER BY b.ordinal
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A book as it stands for one entry: its last number, whether the wanted one is taken, and
    whether who signed is a leader in post."""

    last: int
    taken: bool
    signs: bool


@transaction.atomic
def do_now(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Dossiers done on the spot; each gets a number of its book, without repeats.

    One outcome each, in order. Two round trips for the books and two besides, whatever the number.
    Two counters that write in one book wait for one another. Refused: not_at_once, no_signer,
    no_book_number, no_copies, book_number_taken with the next one free, and as `receive` but for
    papers. A late entry (`Intake.late`) has the moments of its slip; the signer was in post then.
    """
    numbered = _numbered(intakes, key)
    refused = next((one for one in numbered if isinstance(one, Refused)), None)
    if refused and whole:
        raise refused
    order = Beginning(Act.DO_NOW, offered, _order)
    accepted = [one for one in numbered if not isinstance(one, Refused)]
    begun = begin(order, accepted, key=key, whole=whole)
    if not refused:
        return begun
    following = iter(begun)
    return [one if isinstance(one, Refused) else next(following) for one in numbered]


def _numbered(intakes: Sequence[Intake], key: UUID) -> Sequence[Intake | Refused]:
    """With the numbers they take; any will do when the same key has taken them before, since
    what it did then is answered."""
    entries = [_entry(intake) for intake in intakes]
    places = [
        (intake.by.office_id, entry.book) for intake, entry in zip(intakes, entries, strict=True)
    ]
    days = [intake.at.astimezone(VN).date() for intake in intakes]
    held = _held(places, entries, days, key)
    if held is None:  # whatever the number: the key is answered with what it did
        return [
            replace(one, at_once=replace(e, number=e.number or 1))
            for one, e in zip(intakes, entries, strict=True)
        ]
    given: dict[tuple[int, str], list[int]] = {}
    found: list[Intake | Refused] = []
    for intake, entry, place, state in zip(intakes, entries, places, held, strict=True):
        number = _number(entry, state, given.setdefault(place, []))
        if isinstance(number, Refused):
            found.append(number)
        else:
            given[place].append(number)
            found.append(replace(intake, at_once=replace(entry, number=number)))
    return found


def _number(entry: AtOnce, held: Held, here: Sequence[int]) -> int | Refused:
    """The number it takes, after those taken `here` within the same call."""
    if not entry.book:
        return Refused("no_book_number")
    if not held.signs:
        return Refused("no_signer")
    free = max(held.last, *here, 0) + 1
    if held.taken or entry.number in here:
        return Refused("book_number_taken", number=entry.number, free=free)
    return entry.number or free


def _entry(intake: Intake) -> AtOnce:
    """Where it is to be written down, without a book when nobody said."""
    entry = intake.at_once or AtOnce("", "")
    return replace(entry, book=clean(entry.book)[:LONGEST_BOOK])


def _held(
    places: Sequence[tuple[int, str]], entries: Sequence[AtOnce], days: Sequence[date], key: UUID
) -> Sequence[Held] | None:
    """The books, held until the transaction ends: for each place the last number of its book,
    whether the wanted one is taken, and whether a leader of the office in post on the day signed.
    None when `key` has written before.

    The lock is a statement of its own: the one after it sees what the holder before committed.
    """
    offices, books = [office for office, _ in places], [book for _, book in places]
    with connection.cursor() as cursor:
        cursor.execute(_HOLD, [offices, books])
        numbers, signers = [e.number or 0 for e in entries], [e.signer for e in entries]
        leaders = [kind.value for kind in LEADERS]
        cursor.execute(_BOOKS, [key, leaders, offices, books, numbers, signers, list(days)])
        rows = cursor.fetchall()
    if any(row[3] for row in rows):
        return None
    return [Held(int(row[1]), bool(row[2]), bool(row[4])) for row in rows]


def _order(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    entry = intake.at_once or AtOnce("", "")
    words, slip, texts = late_words(intake)
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
        slip=slip,
        texts=texts,
    )
    return command, words
