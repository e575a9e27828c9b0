"""Results that do not go over the counter: by post, or electronically."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from motcua.core.flow import Act, PostResult, RecordDelivery, ReturnResult, TakeUndelivered
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.models import Party
from motcua.dossiers.rows.locking import Locked
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded

LONGEST = 40


def post_result(
    asked: Sequence[Asked],
    *,
    key: UUID,
    tracking: str | Mapping[int, str],
    whole: bool = False,
) -> list[Outcome]:
    """The post has results, each under its number (`tracking` by dossier, or one for all).

    They stay the desk's until they are delivered. Refused: no_tracking, is_posted, wrong_stage.
    """

    def order(one: Asked, row: Locked) -> Order:
        number = tracking if isinstance(tracking, str) else tracking.get(one.dossier, "")
        return Order(PostResult(clean(number)[:LONGEST]))

    return perform(Act.POST_RESULT, asked, order, key=key, whole=whole)


def record_delivery(asked: Sequence[Asked], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """The post delivered them: national state 10. Refused: not_posted, wrong_stage."""
    return perform(
        Act.RECORD_DELIVERY, asked, lambda one, row: Order(RecordDelivery()), key=key, whole=whole
    )


def take_undelivered(
    asked: Sequence[Asked], *, key: UUID, reason: str, whole: bool = False
) -> list[Outcome]:
    """The post brought them back: they lie at the desk again. Refused: not_posted, no_reason,
    wrong_stage."""
    words, texts = worded("reason", [reason])
    command = TakeUndelivered(texts)
    return perform(
        Act.TAKE_UNDELIVERED, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def send_result(
    asked: Sequence[Asked], *, key: UUID, file: str | Mapping[int, str], whole: bool = False
) -> list[Outcome]:
    """Results go electronically: `file` is the SHA-256 of what was stored of each (by dossier, or
    one for all), and the notice says where it is fetched: national state 10. Refused: no_file,
    no_email, is_posted, wrong_stage. One query more. Source: NĐ 45/2020/NĐ-CP [M]."""
    told = Party.objects.filter(dossier_id__in=[a.dossier for a in asked]).exclude(email="")
    reached = frozenset(told.values_list("dossier_id", flat=True))

    def order(one: Asked, row: Locked) -> Order:
        sha256 = file if isinstance(file, str) else file.get(one.dossier, "")
        if len(sha256) != 64:
            raise Refused("no_file")
        if one.dossier not in reached:
            raise Refused("no_email")
        return Order(ReturnResult(file=sha256))

    return perform(Act.RETURN_RESULT, asked, order, key=key, whole=whole)
