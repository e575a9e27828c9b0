"""What an office confirmed beside today, dossier by dossier: only what was written since can
differ."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow, office_by_slug
from motcua.reports.consolidation.figures import figures_of, stood
from motcua.reports.consolidation.forms import FORMS
from motcua.reports.consolidation.models import Confirmation
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.papers import found_unit
from motcua.reports.consolidation.selectors import Round, round_row
from motcua.reports.narrative.comparing import Difference, differences


def compared(
    actor: Actor, uuid: UUID, office: str, at: datetime
) -> tuple[Round, OfficeRow, datetime, Sequence[Difference]]:
    """The dossiers that count otherwise now than when the office confirmed. Replays each twice,
    about 1 ms. Raises Refused: no_such_consolidation, consolidation_not_confirmed."""
    unit = found_unit(actor, uuid, office, at)
    standing = Confirmation.objects.filter(unit=unit, ended_at=None).first()
    if standing is None:
        raise Refused("consolidation_not_confirmed")
    row, span = unit.consolidation, span_of(unit.consolidation)
    found: list[Difference] = []
    for known_at, offices in _counted(standing).items():
        ids = [office_by_slug(slug).id for slug in offices]
        over = FORMS[row.report].over
        found += differences(ids, span.period, datetime.fromisoformat(known_at), at, over)
    return round_row(row), stood(office, span), standing.known_at, sorted(found, key=_code)


def _counted(standing: Confirmation) -> Mapping[str, Sequence[str]]:
    """The offices the program counted, by the moment whose knowledge their figures show."""
    found: dict[str, dict[str, None]] = {}
    for line in figures_of(standing.figures).lines:
        if line.known_at:
            there = found.setdefault(line.known_at, {})
            there.update(dict.fromkeys(line.counts or (line.office,)))
    return {at: list(there) for at, there in found.items()}


def _code(one: Difference) -> str:
    return one.code
