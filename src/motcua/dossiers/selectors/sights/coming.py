"""When dossiers come in: by day of the week and hour."""

from django.db.models import Q, QuerySet
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay

from motcua.core.clock import VN
from motcua.dossiers.figures import NEVER_RECEIVED
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.sights.viewing import Figure, View


def received(view: View) -> QuerySet[Dossier]:
    """What was received in the days of the view; by the index of receipts."""
    within = Q(received_at__gte=view.start, received_at__lt=view.end)
    return Dossier.objects.filter(within, office_id__in=view.office_ids).exclude(
        stage__in=NEVER_RECEIVED
    )


def _by_hour(view: View) -> QuerySet[Dossier]:
    return received(view).annotate(
        weekday=ExtractIsoWeekDay("received_at", tzinfo=VN),
        hour=ExtractHour("received_at", tzinfo=VN),
    )


ARRIVALS = Figure(_by_hour, {"weekday": int, "hour": int})
"""Monday is 1; hours of Việt Nam."""
