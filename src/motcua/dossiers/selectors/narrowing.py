"""The filters of an inbox: what an officer may narrow it to, and how many rows each choice has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import Channel
from motcua.dossiers.selectors.waiting import MOST_COUNTED

DUE = {
    "qua-han": "quá hạn bước",
    "hom-nay": "hết hạn hôm nay",
    "bay-ngay": "trong 7 ngày tới",
    "sau-do": "sau đó",
    "khong-han": "không tính hạn",
}
STATES = {"moi-den": "mới đến, chưa mở", "da-mo": "đã mở", "da-bo-sung": "đã bổ sung"}
_SEEN = "da-mo"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What an inbox is narrowed to; empty words narrow nothing.

    `procedure` is a slug, `sender` the name of the step it came from, `due` one of `DUE`, `state`
    one of `STATES`, `channel` one of the channels.
    """

    procedure: str = ""
    field: str = ""
    due: str = ""
    state: str = ""
    sender: str = ""
    channel: str = ""

    @property
    def any(self) -> bool:
        """Whether it narrows at all."""
        return any(getattr(self, one.name) for one in fields(self))


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, in words, and how many rows of the tab have it."""

    value: str
    words: str
    count: int


def narrowed(steps: QuerySet[DossierStep], to: Narrowing, at: datetime) -> QuerySet[DossierStep]:
    """`steps` with the filters laid on. No query."""
    if to.procedure:
        steps = steps.filter(dossier__procedure_version__procedure__slug=to.procedure)
    if to.field:
        steps = steps.filter(dossier__procedure_version__field=to.field)
    if to.channel:
        steps = steps.filter(dossier__channel=to.channel)
    if to.due:
        steps = steps.filter(_dues(at).get(to.due, Q()))
    if to.state:
        steps = steps.filter(_states().get(to.state, Q()))
    if to.sender:
        steps = steps.annotate(sender=_sender()).filter(sender=to.sender)
    return steps


def choices(steps: QuerySet[DossierStep], at: datetime) -> Mapping[str, Sequence[Choice]]:
    """The values each filter has among `steps`, by the name in `Narrowing`. One query.

    Counted over the first thousand, as the tabs are.
    """
    first = steps.order_by("due_at").values("pk")[:MOST_COUNTED]
    rows = (
        DossierStep.objects.filter(pk__in=first)
        .annotate(
            version=F("dossier__procedure_version_id"),
            channel=F("dossier__channel"),
            mended=Case(When(dossier__supplements__gt=0, then=True), default=False),
            due=Case(*[When(q, then=Value(name)) for name, q in _dues(at).items()]),
            sender=_sender(),
        )
        .values("version", "channel", "mended", "due", "sender", "seen")
        .annotate(n=Count("id"))
    )
    return _tallied(list(rows))


def _tallied(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Sequence[Choice]]:
    found: dict[str, Counter[str]] = {one.name: Counter() for one in fields(Narrowing)}
    names: dict[str, str] = {}
    for row in rows:
        version, n = catalogue.version(row["version"]), row["n"]
        names[version.slug] = version.name
        found["procedure"][version.slug] += n
        found["field"][version.field] += n
        found["channel"][row["channel"]] += n
        found["due"][row["due"]] += n
        found["sender"][row["sender"] or ""] += n
        found["state"][_SEEN if row["seen"] else "moi-den"] += n
        found["state"]["da-bo-sung"] += n if row["mended"] else 0
    words = {"procedure": names, "due": DUE, "state": STATES, "channel": dict(Channel.choices)}
    return {name: _ordered(tally, words.get(name, {})) for name, tally in found.items()}


def _ordered(tally: Counter[str], words: Mapping[str, str]) -> Sequence[Choice]:
    """As the words are ordered where they have an order, else the most frequent first."""
    known = list(words)
    found = [Choice(value, words.get(value, value), n) for value, n in tally.items() if value and n]
    if words is DUE or words is STATES:
        return sorted(found, key=lambda one: known.index(one.value))
    return sorted(found, key=lambda one: (-one.count, one.words))


def _dues(at: datetime) -> dict[str, Q]:
    midnight = at.astimezone(VN).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow, week = midnight + timedelta(days=1), midnight + timedelta(days=8)
    return {
        "qua-han": Q(due_at__lt=at),
        "hom-nay": Q(due_at__gte=at, due_at__lt=tomorrow),
        "bay-ngay": Q(due_at__gte=max(at, tomorrow), due_at__lt=week),
        "sau-do": Q(due_at__gte=week),
        "khong-han": Q(due_at=None),
    }


def _states() -> dict[str, Q]:
    return {
        "moi-den": Q(seen=False),
        "da-mo": Q(seen=True),
        "da-bo-sung": Q(dossier__supplements__gt=0),
    }


def _sender() -> Subquery:
    """The name of the step whose leaving opened this visit."""
    before = DossierStep.objects.filter(
        dossier_id=OuterRef("dossier_id"), left_seq=OuterRef("opened_seq")
    )
    return Subquery(before.order_by("id").values("name")[:1])
