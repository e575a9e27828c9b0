"""What a desk has beside the rule of its day: judged, written down, taken back, reckoned."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import VN
from motcua.core.desk_conditions import Requirement, judge, meets
from motcua.core.refusal import Refused
from motcua.identity.selectors import actors_in_post
from motcua.organization import desks
from motcua.organization.selectors import office_by_slug, office_on
from motcua.organization.services import (
    Survey,
    keep_price,
    record_survey,
    take_back_survey,
)
from office import Office

AT = datetime(2017, 3, 31, 9, 0, tzinfo=VN)
DAY = AT.date()
WHOLE = {
    "area_m2": Decimal(48), "waiting_m2": Decimal(24), "computers": Decimal(2),
    "copiers": Decimal(1), "faxes": Decimal(1), "phones": Decimal(1), "seats": Decimal(8),
    "tables": Decimal(2),
}  # fmt: skip
amounts = st.decimals(min_value=0, max_value=500, places=1)


@given(least=amounts, has=amounts)
def test_what_is_missing_is_what_would_make_it_enough(least: Decimal, has: Decimal) -> None:
    (one,) = judge([Requirement("area_m2", "", "m²", least, "", "M")], {"area_m2": has})

    assert one.met == (has >= least)
    assert has + one.missing == max(has, least)


def test_a_rule_without_numbers_judges_nothing() -> None:
    rule = desks.rule_on("ward", date(2026, 1, 1))

    assert rule is not None
    assert meets(judge(rule.requirements, WHOLE)) is None


def test_the_rule_is_that_of_the_day() -> None:
    names = [
        rule.name
        for day in (date(2015, 5, 10), date(2018, 6, 21), date(2025, 7, 1))
        if (rule := desks.rule_on("ward", day))
    ]

    assert names == ["QĐ 09/2015/QĐ-TTg", "NĐ 61/2018/NĐ-CP", "NĐ 118/2025/NĐ-CP"]
    assert desks.rule_on("ward", date(2015, 5, 9)) is None


def test_the_newest_survey_stands_until_it_is_taken_back(office: Office) -> None:
    ward, by = office_by_slug("ba-dinh"), actors_in_post(AT)[0]
    row = office_on(ward.id, DAY)
    record_survey(ward.id, Survey(DAY - timedelta(days=60), WHOLE), at=AT, by=by)
    small = {**WHOLE, "area_m2": Decimal(30)}
    uuid = record_survey(ward.id, Survey(DAY, small), at=AT + timedelta(minutes=1), by=by)

    (now,) = desks.states([row], DAY)
    (before,) = desks.states([row], DAY, AT)
    assert [one.requirement.key for one in now.missing] == ["area_m2"]
    assert (now.meets, before.meets) == (False, True)

    keep_price(ward.id, key="area_m2", price_vnd=5_000_000, source="", at=AT, by=by)
    found = desks.budget([now], desks.prices(ward.id))
    assert (found.priced_vnd, found.unpriced) == (50_000_000, 0)

    with pytest.raises(Refused, match="survey_no_reason"):
        take_back_survey(ward.id, uuid, because=" ", at=AT + timedelta(hours=1), by=by)
    take_back_survey(ward.id, uuid, because="Đo nhầm", at=AT + timedelta(hours=1), by=by)
    (mended,) = desks.states([row], DAY)
    assert mended.meets is True
    assert len(desks.history(ward.id)) == 2
    assert desks.states([row], DAY, AT + timedelta(minutes=2))[0].meets is False


@pytest.mark.parametrize(
    ("survey", "code"),
    [
        (Survey(DAY + timedelta(days=1), WHOLE), "survey_ahead"),
        (Survey(date(2014, 1, 1), WHOLE), "survey_no_rule"),
        (Survey(DAY, {}), "survey_empty"),
        (Survey(DAY, {"area_m2": Decimal(-1)}), "survey_out_of_range"),
        (Survey(DAY, {"chairs": Decimal(1)}), "survey_out_of_range"),
        (
            Survey(DAY, {"area_m2": Decimal(20), "waiting_m2": Decimal(21)}),
            "survey_waiting_over_area",
        ),
    ],
)
def test_what_cannot_be_is_refused(office: Office, survey: Survey, code: str) -> None:
    with pytest.raises(Refused, match=code):
        record_survey(
            office_by_slug("ba-dinh").id, survey, at=AT, by=actors_in_post(AT)[0]
        )  # fmt: skip
