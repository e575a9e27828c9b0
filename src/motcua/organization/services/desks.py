"""What a desk has, written down; taken back when mistaken; what one of each thing costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.desk_conditions import AREA, WAITING
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.organization.desks import rule_on
from motcua.organization.models import DeskPrice, DeskSurvey
from motcua.organization.noting import Doer, note
from motcua.organization.selectors import office_on

LONGEST = 300
MOST = Decimal(100_000)
MOST_VND = 100_000_000_000


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found at a desk, by the key of the requirement; areas in m²."""

    surveyed_on: date
    found: Mapping[str, Decimal]
    three_no: bool = False
    note: str = ""
    source: str = ""


@transaction.atomic
def record_survey(
    office_id: int, survey: Survey, *, at: datetime, by: Doer, title: str = ""
) -> UUID:
    """Write down what a desk has; the newest of a day stands. Refused: survey_ahead,
    survey_no_rule, survey_empty, survey_out_of_range, survey_waiting_over_area."""
    today = at.astimezone(VN).date()
    office = office_on(office_id, survey.surveyed_on)
    _check(survey, office.kind, today)
    row = DeskSurvey.objects.create(
        uuid=uuid4(),
        office_id=office_id,
        surveyed_on=survey.surveyed_on,
        found={key: str(amount) for key, amount in survey.found.items()},
        three_no=survey.three_no,
        note=clean(survey.note)[:LONGEST],
        source=clean(survey.source)[:LONGEST],
        recorded_at=at,
        recorded_by=by.account_uuid,
        recorded_title=title[:120],
    )
    note("record_desk_survey", f"{office.slug} {survey.surveyed_on}", by=by)
    return row.uuid


@transaction.atomic
def take_back_survey(office_id: int, uuid: UUID, *, because: str, at: datetime, by: Doer) -> None:
    """A survey that was mistaken stands no more; the one before it does. Refused: no_such_survey,
    survey_taken_back, survey_no_reason."""
    row = DeskSurvey.objects.select_for_update().filter(uuid=uuid, office_id=office_id).first()
    if row is None:
        raise Refused("no_such_survey")
    if row.taken_back_at is not None:
        raise Refused("survey_taken_back")
    words = clean(because)[:LONGEST]
    if not words:
        raise Refused("survey_no_reason")
    row.taken_back_at, row.taken_back_by, row.taken_back_because = at, by.account_uuid, words
    row.save(update_fields=["taken_back_at", "taken_back_by", "taken_back_because"])
    slug = office_on(office_id, row.surveyed_on).slug
    note("take_back_desk_survey", f"{slug} {row.surveyed_on}", by=by)


@transaction.atomic
def keep_price(
    office_id: int, *, key: str, price_vnd: int, source: str, at: datetime, by: Doer
) -> None:
    """What `office_id` reckons one of a thing at from now on. Refused: price_out_of_range."""
    if not 0 <= price_vnd <= MOST_VND:
        raise Refused("price_out_of_range")
    DeskPrice.objects.create(
        office_id=office_id,
        key=key[:30],
        price_vnd=price_vnd,
        source=clean(source)[:LONGEST],
        recorded_at=at,
        recorded_by=by.account_uuid,
    )
    note("keep_desk_price", key, by=by)


def _check(survey: Survey, kind: str, today: date) -> None:
    if survey.surveyed_on > today:
        raise Refused("survey_ahead", day=f"{survey.surveyed_on:%d/%m/%Y}")
    rule = rule_on(kind, survey.surveyed_on)
    if rule is None:
        raise Refused("survey_no_rule", day=f"{survey.surveyed_on:%d/%m/%Y}")
    if not survey.found:
        raise Refused("survey_empty")
    known = {one.key: one for one in rule.requirements}
    for key, amount in survey.found.items():
        if key not in known or not 0 <= amount <= MOST:
            raise Refused("survey_out_of_range", what=known[key].name if key in known else key)
    if survey.found.get(WAITING, Decimal(0)) > survey.found.get(AREA, MOST):
        raise Refused("survey_waiting_over_area")
