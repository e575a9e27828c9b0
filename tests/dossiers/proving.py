"""What is held to of dossiers that walked by chance: rows, minutes, counts follow from events."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from core.flow.minutes import unaccounted
from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Stage, read_event
from motcua.core.tally import Tally, judge
from motcua.dossiers.figures import figures
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.organization.selectors import calendar_by_edition

CLOSED = (Stage.VOID, Stage.INTAKE_REFUSED, Stage.SUBMITTED, Stage.INCOMPLETE)


def unproved(dossiers: Sequence[Dossier]) -> list[str]:
    """Replay against rows, and minutes against the clock: what differs of these dossiers."""
    found = list(check_chunk(dossiers, Checked()))
    for dossier in dossiers:
        rows = dossier.events.order_by("seq").values_list("kind", "version", "payload")
        route = catalogue.process(dossier.process_id).route
        calendar = calendar_by_edition(dossier.calendar_edition)
        events = [read_event(*row) for row in rows]
        found += unaccounted(events, route, calendar, dossier.changed_at.astimezone(VN))
    return found


def miscounted(office_id: int, moments: Iterable[datetime]) -> Iterator[datetime]:
    """Moments at which the figures of an office are not the tally of its dossiers."""
    since = datetime(2017, 1, 1, tzinfo=VN)
    for at in moments:
        told = figures([office_id], since, at, at).get(office_id)
        own = tally(office_id, at)
        if told and (told.received, told.overdue) != (own.received, own.late):
            yield at


def tally(office_id: int, at: datetime) -> Tally:
    """The dossiers of an office, each judged by the core; received = settled + pending."""
    rows = Dossier.objects.filter(office_id=office_id, received_at__lt=at)
    dossiers = list(rows.exclude(stage__in=CLOSED).values_list("due_at", "finished_at"))
    counted = Tally.of(judge(due_at, finished_at, at) for due_at, finished_at in dossiers)
    assert len(dossiers) == counted.received == counted.settled + counted.pending
    return counted
