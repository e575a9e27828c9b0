"""The digest of the morning by mail, to officials who asked for it: counts and codes, no person."""

from datetime import datetime, timedelta
from uuid import uuid5

from django.db import transaction
from django.db.models import Q, QuerySet

from motcua.boxes.models import Digest, DigestLetter, MorningMail
from motcua.core.clock import VN
from motcua.core.delivery import Ending
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.selectors.waiting import held_by
from motcua.identity.actors import Actor, actors_of
from motcua.messages import holding
from motcua.messages.channels import EMAIL, Channels, Letter
from motcua.reports.consolidation.selectors import owed

MOST_TRIES = 3
UNDER_WAY = timedelta(minutes=2)
SHOWN = 20


def send(at: datetime, channels: Channels) -> int:
    """Send today's digests that are not sent; answers how many were.

    Each try is written down before the mail server is asked. Nothing while notices are held after
    a restore, without a mail server, and of a day that is over. One query when there is nothing.
    """
    waiting = _waiting(at)
    mail = channels.get(EMAIL)
    if mail is None or not waiting.exists() or holding.standing()[1]:
        return 0
    sent = 0
    for letter in list(waiting.values_list("id", flat=True)):
        written = _begun(letter, at)
        if written is None:
            continue
        answer = mail.send(written)
        DigestLetter.objects.filter(pk=letter).update(ending=answer.ending.value)
        sent += answer.ending is Ending.SENT
        if answer.down:
            break
    mail.close()
    return sent


def _waiting(at: datetime) -> QuerySet[DigestLetter]:
    """Never tried, to be tried again, or begun so long ago that whoever began it is dead."""
    return DigestLetter.objects.filter(
        Q(tries=0) | Q(ending__in=("", Ending.TEMPORARY), begun_at__lt=at - UNDER_WAY),
        tries__lt=MOST_TRIES,
        digest__day_on=at.astimezone(VN).date(),
    ).order_by("id")


@transaction.atomic
def _begun(letter: int, at: datetime) -> Letter | None:
    """The try written down, and what is sent; None when somebody else has it, the address is gone,
    or the person neither holds the post any more nor stands in."""
    locked = _waiting(at).select_for_update(skip_locked=True, of=("self",))
    row = locked.select_related("digest").filter(pk=letter).first()
    address = MorningMail.objects.filter(account_id=row.account_id).first() if row else None
    if row is None or address is None:
        return None
    posts = {one.position_id: one for one in actors_of(row.account_id, at)}
    actor = posts.get(row.digest.position_id)
    if actor is None:
        return None
    row.tries, row.begun_at, row.ending = row.tries + 1, at, ""
    row.save(update_fields=["tries", "begun_at", "ending"])
    digest = row.digest
    key = uuid5(digest.uuid, str(actor.account_uuid))
    return Letter(address.address, subject(digest), body(digest, actor, at), key, actor.office_id)


def subject(digest: Digest) -> str:
    """What the letter is called: the day and the counts."""
    return (
        f"Một Cửa {digest.day_on:%d/%m/%Y}: {digest.todo} việc, {digest.late} quá hạn, "
        f"{digest.today} hết hạn hôm nay"
    )


def body(digest: Digest, actor: Actor, at: datetime) -> str:
    """The counts of one post, the codes of what is late or due today, the first ones first, and
    the figures an office above waits for."""
    local = at.astimezone(VN)
    tomorrow = local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    due = DossierStep.objects.filter(
        held_by(actor), dossier__stage=Stage.IN_PROGRESS, due_at__lt=tomorrow
    )
    rows = due.order_by("due_at", "id").values_list("dossier__code", "due_at")[: SHOWN + 1]
    codes = [
        f"- {code}, hết hạn bước {end.astimezone(VN):%H:%M %d/%m}" for code, end in rows if end
    ]
    if len(codes) > SHOWN:
        codes[SHOWN:] = ["- … xem tiếp trong Hộp việc"]
    asked = [
        f"- {one.round.office} chờ số liệu {one.round.report}, {one.round.name}, hạn "
        f"{one.round.due_on:%d/%m/%Y}{', ĐÃ QUÁ HẠN' if one.late else ''}"
        for one in owed(actor, at)
    ]
    where = actor.department_name or actor.office_name
    heads = [
        f"{actor.title}, {where}.",
        f"Lúc {digest.made_at.astimezone(VN):%H:%M} ngày {digest.day_on:%d/%m/%Y}: "
        f"{digest.todo} việc cần làm, {digest.late} quá hạn bước, {digest.today} hết hạn hôm nay, "
        f"{digest.warnings} cảnh báo.",
    ]
    if digest.untaken:
        heads.append(f"{digest.untaken} hồ sơ đã giao quá 2 giờ làm việc chưa ai nhận.")
    heads += asked
    foot = "Thư tự động. Không muốn nhận nữa: mở Một Cửa, trang Cảnh báo, phần Thư đầu ngày."
    return "\n".join([*heads, "", *codes, "", foot] if codes else [*heads, "", foot]) + "\n"


def _line(code: str, end: datetime) -> str:
    return f"- {code}, hết hạn bước {end.astimezone(VN):%H:%M %d/%m}"
