"""How what was settled in a period was settled: by how many days early or late, and why late.

Judged as every figure is (`dossiers.behind.stands`), so that it adds up with the tallies.
"""

from datetime import timedelta

from django.db.models import Case, CharField, ExpressionWrapper, F, Q, QuerySet, Value, When
from django.db.models.fields import DurationField

from motcua.core.tally import Standing
from motcua.dossiers.behind import cut, stands
from motcua.dossiers.figures import NEVER_RECEIVED
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.sights.viewing import Figure, View

STEPS = (11, 6, 2, 1)
"""Where the classes of days begin: more than ten, 6 to 10, 2 to 5, one."""
GAPS = (*(f"early-{n}" for n in STEPS), "day", "late-0", *(f"late-{n}" for n in reversed(STEPS)))
IS_LATE = Q(standing=Standing.OVERDUE)
UNPROMISED = "none"
"""Settled while no due time stood: in time by law, on no day."""


def settled(view: View) -> QuerySet[Dossier]:
    """What was settled in the days of the view, with its `standing` and its `gap`.

    `gap` is one of `GAPS` or `UNPROMISED`: calendar days between the due day and the day it was
    settled, `day` in time on the very day, `late-0` late on it.
    """
    rows = Dossier.objects.filter(
        office_id__in=view.office_ids, finished_at__gte=view.start, finished_at__lt=view.end
    ).exclude(stage__in=NEVER_RECEIVED)
    away = ExpressionWrapper(F("due_day") - F("finished_day"), output_field=DurationField())
    return cut(rows).annotate(away=away).annotate(standing=stands(view.end), gap=_gap())


def _gap() -> Case:
    late = Q(finished_minute__gt=F("due_at"))
    named = (
        (UNPROMISED, Q(due_at=None)),
        *((f"late-{n}", late & Q(away__lte=timedelta(days=-n))) for n in STEPS),
        ("late-0", late),
        *((f"early-{n}", Q(away__gte=timedelta(days=n))) for n in STEPS),
    )
    whens = [When(condition, then=Value(name)) for name, condition in named]
    return Case(*whens, default=Value("day"), output_field=CharField())


def _late(view: View) -> QuerySet[Dossier]:
    return settled(view).filter(IS_LATE)


SETTLED = Figure(settled, {"office_id": int, "standing": str, "gap": str})
REASONS = Figure(_late, {"overdue_reason": str})
"""Of those settled late; "" for what bears no reason."""
