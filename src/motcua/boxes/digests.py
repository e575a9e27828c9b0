"""The digest at the opening of the office's day: how a post stood, kept as it was that morning."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import uuid4

from motcua.boxes.models import Digest, DigestLetter, MorningMail
from motcua.boxes.selectors.warnings import standing
from motcua.core.clock import VN, close_of_day, is_working_day, open_of_day
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.selectors.hands import untaken
from motcua.dossiers.selectors.waiting import Capped, capped, counted, held_by
from motcua.identity.actors import Actor
from motcua.identity.kinds import LEADERS, PositionKind
from motcua.identity.models import Delegation
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import calendar_of

ON_STEPS = frozenset(
    {
        PositionKind.DESK_CLERK,
        PositionKind.CASE_OFFICER,
        PositionKind.DEPARTMENT_HEAD,
        PositionKind.CHAIR,
        PositionKind.RECORDS_CLERK,
    }
)
"""The posts a step of a process may name."""


def make(at: datetime) -> int:
    """The digests of the posts whose office's day has opened and has none yet; answers how many.

    None on a day off, before the opening and after the close. One query for the posts, one for
    those that have theirs, one for each digest made.
    """
    day = at.astimezone(VN).date()
    posts = {one.position_id: one for one in actors_in_post(at) if one.kind in ON_STEPS}
    done = set(Digest.objects.filter(day_on=day).values_list("position_id", flat=True))
    open_ = {office: _is_open(office, at) for office in {one.office_id for one in posts.values()}}
    wanted = [
        one for post, one in sorted(posts.items()) if post not in done and open_[one.office_id]
    ]
    for actor in wanted:
        Digest.objects.bulk_create([_digest(actor, at)], ignore_conflicts=True)
    if wanted:
        _letters(at)
    return len(wanted)


def _is_open(office: int, at: datetime) -> bool:
    calendar, day = calendar_of(office), at.astimezone(VN).date()
    if not is_working_day(calendar, day):
        return False
    return open_of_day(calendar, day) <= at < close_of_day(calendar, day)


def _digest(actor: Actor, at: datetime) -> Digest:
    local = at.astimezone(VN)
    tomorrow = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    running = DossierStep.objects.filter(held_by(actor), dossier__stage=Stage.IN_PROGRESS)
    asked: Mapping[str, Capped] = {
        "todo": capped(running),
        "late": capped(running.filter(due_at__lt=at)),
        "today": capped(running.filter(due_at__gte=at, due_at__lt=tomorrow)),
        "warnings": capped(standing(actor.position_id)),
    }
    if actor.kind in LEADERS:
        asked = {**asked, "untaken": capped(untaken(actor, local))}
    return Digest(
        uuid=uuid4(),
        position_id=actor.position_id,
        day_on=local.date(),
        made_at=at,
        **counted(asked),
    )


def _letters(at: datetime) -> None:
    """A letter of each of today's digests to whoever holds the post or stands in for who does, and
    wants one."""
    day = at.astimezone(VN).date()
    wants = set(MorningMail.objects.values_list("account_id", flat=True))
    if not wants:
        return
    posts: dict[int, set[int]] = {}
    for actor in actors_in_post(at):
        posts.setdefault(actor.position_id, set()).add(actor.account_id)
    lent = Delegation.objects.filter(from_at__lte=at, until_at__gt=at)
    for post, account in lent.values_list("holding__position_id", "to_account_id"):
        posts.setdefault(post, set()).add(account)
    digests = Digest.objects.filter(day_on=day).values_list("id", "position_id")
    letters = [
        DigestLetter(digest_id=digest, account_id=account)
        for digest, post in digests
        for account in sorted(posts.get(post, set()) & wants)
    ]
    DigestLetter.objects.bulk_create(letters, ignore_conflicts=True)
