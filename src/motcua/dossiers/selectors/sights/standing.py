"""How the desk stands now: what came and went today, and how old what is open is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When
from django.db.models.functions import ExtractHour

from motcua.core.clock import VN, ClockError, add_working_minutes, is_working_day
from motcua.dossiers.answering import answered_by_any
from motcua.dossiers.figures import NEVER_RECEIVED
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import OPEN_STAGES, Stage
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.overview import NEAR_DAYS
from motcua.dossiers.selectors.sights.viewing import Figure, View
from motcua.organization.selectors import calendar_of

TODAY = ("received", "finished", "returned", "due_today", "late", "to_return")
AGES = (0, 2, 5, 10, 20, 40)
"""The last of each class, in working days since the day of receipt; the class after is older."""
OLDER = -1
FACES = ("late", "near", "on_time", "paused")


def today(view: View) -> Mapping[str, int]:
    """The figures of `TODAY`. One query, over what these offices answer for."""
    marks = _today(view)
    counted = {name: Count("id", filter=mark) for name, mark in marks.items()}
    lately = Q(stage__in=(*OPEN_STAGES, Stage.FINISHED)) | marks["received"] | marks["returned"]
    return _answered(view).filter(lately | marks["finished"]).aggregate(**counted)


def behind_today(view: View, name: str) -> QuerySet[Dossier]:
    """The dossiers behind one figure of `today`. KeyError for none of them."""
    return _answered(view).filter(_today(view)[name]).order_by("-received_at", "id")


def _today(view: View) -> Mapping[str, Q]:
    at = view.at.astimezone(VN)
    begins = datetime.combine(at.date(), time.min, VN)
    ends = begins + timedelta(days=1)
    is_open = Q(stage__in=OPEN_STAGES)
    came = Q(received_at__gte=begins, received_at__lt=ends) & ~Q(stage__in=NEVER_RECEIVED)
    return {
        "received": came,
        "finished": Q(finished_at__gte=begins, finished_at__lt=ends) & ~Q(stage__in=NEVER_RECEIVED),
        "returned": Q(returned_at__gte=begins, returned_at__lt=ends),
        "due_today": is_open & Q(due_at__gte=at, due_at__lt=ends),
        "late": is_open & Q(due_at__lt=at),
        "to_return": Q(stage=Stage.FINISHED),
    }


def _answered(view: View) -> QuerySet[Dossier]:
    return Dossier.objects.filter(answered_by_any(view.office_ids))


def _received_today(view: View) -> QuerySet[Dossier]:
    return behind_today(view, "received").annotate(hour=ExtractHour("received_at", tzinfo=VN))


def _returned_today(view: View) -> QuerySet[Dossier]:
    return behind_today(view, "returned").annotate(hour=ExtractHour("returned_at", tzinfo=VN))


def _open(view: View) -> QuerySet[Dossier]:
    """What is open, with its `age` (the last working day of its class, `OLDER` beyond) and the
    `face` its due time shows."""
    rows = _answered(view).filter(stage__in=OPEN_STAGES)
    return rows.annotate(age=_ages(view), face=_faces(view))


def _ages(view: View) -> Case:
    whens = [
        When(received_at__gte=datetime.combine(day, time.min, VN), then=Value(age))
        for age, day in zip(AGES, days_back(view), strict=False)
    ]
    return Case(*whens, default=Value(OLDER))


def days_back(view: View) -> Sequence[date]:
    """The day that lies so many working days back, for each of `AGES`, by the calendar of the
    first office; fewer where that calendar begins later."""
    calendar = calendar_of(view.office_ids[0])
    day, passed, found = view.at.astimezone(VN).date(), 0, []
    try:
        for age in AGES:
            while passed < age:
                day -= timedelta(days=1)
                passed += is_working_day(calendar, day)
            found.append(day)
    except ClockError:
        pass
    return found


def _faces(view: View) -> Case:
    soon = add_working_minutes(
        calendar_of(view.office_ids[0]), view.at.astimezone(VN), NEAR_DAYS * WORKING_DAY_MINUTES
    )
    return Case(
        When(due_at=None, then=Value("paused")),
        When(due_at__lt=view.at, then=Value("late")),
        When(due_at__lte=soon, then=Value("near")),
        default=Value("on_time"),
        output_field=CharField(),
    )


CAME_TODAY = Figure(_received_today, {"hour": int})
WENT_TODAY = Figure(_returned_today, {"hour": int})
OPEN = Figure(_open, {"age": int, "face": str})
