"""The ledger of prints: whether a paper was printed before, and the words a duplicate bears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.core.clock import VN
from motcua.identity.actors import Actor
from motcua.papers.models import Print
from motcua.papers.registry import Form
from motcua.papers.wording import moment

TRIES = 5


@dataclass(frozen=True, slots=True)
class Printed:
    """One print: the how manieth, when (Asia/Ho_Chi_Minh) and by whom."""

    ordinal: int
    printed_at: datetime
    person: str
    title: str


def note_prints(
    form: Form, dossiers: Sequence[int], actor: Actor, at: datetime, *, seq: int = 0
) -> Mapping[int, str]:
    """Note that the paper of each dossier is printed now; what each bears: nothing for the first
    print, for a later one when and by whom.

    Two at once on the same paper: one is the original, the other a duplicate. Two statements.
    """
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _noted(form, dossiers, actor, at, seq)
        except IntegrityError:  # another print of one of them was noted meanwhile
            continue
    with transaction.atomic():
        return _noted(form, dossiers, actor, at, seq)


def printed_before(form: Form, dossiers: Sequence[int], seq: int = 0) -> frozenset[int]:
    """Those whose paper was printed already. One query."""
    rows = Print.objects.filter(form=form, seq=seq, ordinal=1, dossier_id__in=dossiers)
    return frozenset(rows.values_list("dossier_id", flat=True))


def note_print(form: str, subject: str, actor: Actor, at: datetime) -> str:
    """Note that the one paper of `subject`, of no dossier, is printed now; what it bears."""
    return note_subjects(form, [subject], actor, at)[subject]


def note_subjects(
    form: str, subjects: Sequence[str], actor: Actor, at: datetime
) -> Mapping[str, str]:
    """As `note_prints`, for papers that are told by their `subjects` instead of by a dossier."""
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return _noted_subjects(form, subjects, actor, at)
        except IntegrityError:  # another print of one of them was noted meanwhile
            continue
    with transaction.atomic():
        return _noted_subjects(form, subjects, actor, at)


def printed_subjects(form: str, subjects: Sequence[str]) -> frozenset[str]:
    """Those whose paper was printed already. One query."""
    rows = Print.objects.filter(dossier=None, form=form, ordinal=1, subject__in=subjects)
    return frozenset(rows.values_list("subject", flat=True))


def prints_of(dossier: int, form: Form, seq: int = 0) -> Sequence[Printed]:
    """Every print of a paper, the first first. One query."""
    rows = Print.objects.filter(dossier_id=dossier, form=form, seq=seq)
    return tuple(
        Printed(
            row.ordinal, row.printed_at.astimezone(VN), row.account.full_name, row.position.title
        )
        for row in rows.select_related("account", "position").order_by("ordinal")
    )


def duplicate_words(actor: Actor, at: datetime) -> str:
    """What stands beside “BẢN IN LẠI”: when, and who printed."""
    return f"In lúc {moment(at.astimezone(VN))}. Người in: {actor.person}"


def _noted(
    form: Form, dossiers: Sequence[int], actor: Actor, at: datetime, seq: int
) -> Mapping[int, str]:
    before = dict(
        Print.objects.filter(form=form, seq=seq, dossier_id__in=dossiers)
        .values("dossier_id")
        .annotate(last=Max("ordinal"))
        .values_list("dossier_id", "last")
    )
    Print.objects.bulk_create(
        Print(
            dossier_id=one,
            form=form,
            seq=seq,
            ordinal=before.get(one, 0) + 1,
            printed_at=at,
            account_id=actor.account_id,
            position_id=actor.position_id,
        )
        for one in dict.fromkeys(dossiers)
    )
    words = duplicate_words(actor, at)
    return {one: words if one in before else "" for one in dossiers}


def _noted_subjects(
    form: str, subjects: Sequence[str], actor: Actor, at: datetime
) -> Mapping[str, str]:
    rows = Print.objects.filter(dossier=None, form=form, subject__in=subjects)
    before = dict(
        rows.values("subject").annotate(last=Max("ordinal")).values_list("subject", "last")
    )
    Print.objects.bulk_create(
        Print(
            form=form,
            subject=one,
            ordinal=before.get(one, 0) + 1,
            printed_at=at,
            account_id=actor.account_id,
            position_id=actor.position_id,
        )
        for one in dict.fromkeys(subjects)
    )
    words = duplicate_words(actor, at)
    return {one: words if one in before else "" for one in subjects}
