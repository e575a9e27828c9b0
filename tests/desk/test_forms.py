"""Over every form of the desk: a day is read day first, and a point parts thousands."""

from datetime import date
from typing import Any

import pytest
from django import forms

from motcua.desk.acts import SPECS
from motcua.desk.forms.fields import Day, Number
from motcua.desk.forms.intake import PaperForm, RestForm
from motcua.desk.forms.parties import PartyForm, SubmitterForm
from motcua.desk.forms.periods import PeriodForm, last_quarters, period_name, quarter_of
from motcua.desk.forms.supplement import SupplementForm

TODAY = date(2017, 3, 31)
FORMS: list[type[forms.BaseForm]] = [
    PartyForm,
    SubmitterForm,
    PaperForm,
    RestForm,
    PeriodForm,
    *{spec.form for spec in SPECS},
]


def fields_of(kind: type[Any]) -> list[Any]:
    """Every field of that kind in every form."""
    return [
        field
        for form in FORMS
        for field in form.base_fields.values()  # type: ignore[attr-defined]
        if isinstance(field, kind)
    ]


def test_every_day_field_reads_the_fifth_of_april() -> None:
    found = fields_of(Day)

    assert len(found) >= 5
    assert {field.to_python("05/04/2017") for field in found} == {date(2017, 4, 5)}


def test_every_number_field_reads_fifteen_hundred() -> None:
    found = fields_of(Number)

    assert len(found) >= 3
    assert {field.to_python("1.500") for field in found if field.most >= 1500} == {1500}


def test_no_form_uses_a_field_that_reads_the_other_way() -> None:
    others = (forms.DateField, forms.DateTimeField, forms.IntegerField, forms.DecimalField)

    assert fields_of(others) == []


def test_every_act_of_the_table_has_its_own_address_and_words() -> None:
    assert len({spec.slug for spec in SPECS}) == len(SPECS)
    assert len({spec.act for spec in SPECS}) == len(SPECS)
    assert all(spec.done and spec.verb for spec in SPECS)


@pytest.mark.parametrize(
    ("kind", "number", "right"),
    [
        ("person", "038000000012", True),
        ("person", "123456789", True),
        ("person", "2800123456", False),
        ("person", "2800123452", True),
        ("person", "B1234567", True),
        ("organisation", "2800123456", False),
        ("organisation", "2800123452", True),
        ("organisation", "2800123452-001", True),
        ("organisation", "038000000012", False),
        ("person", "03800000001x", False),
    ],
)
def test_a_number_fits_who_it_belongs_to(kind: str, number: str, right: bool) -> None:
    form = PartyForm({"kind": kind, "name": "Mẫu", "id_number": number}, today=TODAY)

    assert form.is_valid() is right


def test_a_reply_day_that_is_over_is_refused() -> None:
    form = SupplementForm({"reply_by": "30/03/2017"}, components=(), again=False, today=TODAY)

    assert form.errors["reply_by"] == ["Ngày hẹn bổ sung đã qua. Chọn ngày sau."]


def test_quarters_have_their_names_and_other_periods_their_days() -> None:
    first = quarter_of(TODAY)

    assert (first.start, first.end) == (date(2017, 1, 1), date(2017, 3, 31))
    assert period_name(first.start, first.end) == "quý I năm 2017"
    assert period_name(date(2017, 1, 1), date(2017, 12, 31)) == "năm 2017"
    assert period_name(date(2017, 1, 2), TODAY) == "từ 02/01/2017 đến 31/03/2017"
    assert [quarter.name for quarter in last_quarters(TODAY, 2)] == [
        "quý I năm 2017",
        "quý IV năm 2016",
    ]
