"""The audit as an administrator reads it: who touched what, in words, of the offices they reach."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from motcua.audit.exporting import Eyes
from motcua.audit.trail import Touch, Wanted, Word, look, touches_of
from motcua.core.clock import VN
from motcua.core.text import search_key
from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.identity.staff import reached
from motcua.identity.touched import GROUPS, LISTS, WORDS
from motcua.organization.selectors import office_by_id, office_ids_below

PAGE = 50
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class TrailRow:
    """A line of the audit in words; `at` is the machine's time."""

    at: datetime
    action: str
    by: str
    about: str
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class TrailPage:
    """A page of it; `number` counts from 1."""

    rows: Sequence[TrailRow]
    number: int
    more: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What an administrator asks for: words in any order, a group of actions, two days."""

    words: str = ""
    group: str = ""
    first: date | None = None
    last: date | None = None


def trail_of(uuid: UUID) -> Sequence[TrailRow]:
    """What was done about one person's rights, newest first. Two queries."""
    return said(touches_of("account", str(uuid)))


def trail(actor: Actor, asked: Asked, number: int = 1) -> TrailPage:
    """What people of those offices, and the program, did; newest first. Three queries, one more
    with words."""
    accounts = [
        (uuid, search_key(name), username)
        for uuid, name, username in reached(actor).values_list("uuid", "full_name", "username")
    ]
    group = GROUPS.get(asked.group)
    wanted = Wanted(
        offices=_offices(actor),
        accounts=[uuid for uuid, _, _ in accounts],
        actions=list(group[1]) if group else None,
        since=_start(asked.first),
        until=_start(asked.last + timedelta(days=1)) if asked.last else None,
        words=[_word(part, accounts) for part in asked.words.split()[:MOST_WORDS]],
    )
    touches, more = look(wanted, (number - 1) * PAGE, PAGE)
    return TrailPage(said(touches), number, more)


def eyes_of(actor: Actor) -> Eyes:
    """Whose rows this administrator may take away whole. One query."""
    return Eyes(
        frozenset(_offices(actor)),
        frozenset(reached(actor).values_list("uuid", flat=True)),
    )


def said(touches: Sequence[Touch]) -> Sequence[TrailRow]:
    """The rows in words, people by name. One query."""
    named = {touch.account for touch in touches if touch.account}
    about = {found for touch in touches if (found := _uuid(touch.subject))}
    names = dict(Account.objects.filter(uuid__in=named | about).values_list("uuid", "full_name"))
    return tuple(
        TrailRow(
            at=touch.at.astimezone(VN),
            action=WORDS.get(touch.action, touch.action),
            by=_by(touch, names),
            about=_list(touch) or _about(touch.subject, names),
            purpose=touch.purpose,
        )
        for touch in touches
    )


def _by(touch: Touch, names: Mapping[UUID, str]) -> str:
    """Who failed to sign in is not known; whatever else nobody did, the program did."""
    if touch.account:
        return names.get(touch.account, "")
    return "Không rõ" if touch.action.startswith("sign_in_") else "Chương trình"


def _about(subject: str, names: Mapping[UUID, str]) -> str:
    """Whom it was done about by name; what is no person by the words behind its id."""
    found = _uuid(subject)
    return names.get(found, "") or subject[37:] if found else subject


def _list(touch: Touch) -> str:
    """A list by its name on screen."""
    if touch.action != "view_list":
        return ""
    page, _, kind = touch.subject.partition(" ")
    return f"{LISTS.get(page, page)} ({kind})" if kind else LISTS.get(page, page)


def _uuid(subject: str) -> UUID | None:
    try:
        return UUID(subject[:36])
    except ValueError:
        return None


def _offices(actor: Actor) -> list[str]:
    return [office_by_id(office_id).slug for office_id in office_ids_below(actor.office_id)]


def _start(day: date | None) -> datetime | None:
    return datetime.combine(day, datetime.min.time(), VN) if day else None


def _word(part: str, accounts: Iterable[tuple[UUID, str, str]]) -> Word:
    """What the word may mean: an action of those words, a person of that name."""
    key = search_key(part)
    return Word(
        part=part,
        subjects=[page for page, words in LISTS.items() if key in search_key(words)],
        actions=[action for action, words in WORDS.items() if key in search_key(words)],
        accounts=[uuid for uuid, name, username in accounts if key in name or key in username],
    )
