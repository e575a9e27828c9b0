"""Days and numbers as they are typed in Vietnam."""

from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation


class Typed(forms.Form):
    day = forms.DateField(localize=True)
    amount = forms.IntegerField(localize=True)


@pytest.mark.parametrize("text", ["05/04/2017", "5/4/2017", "05-04-2017", "2017-04-05"])
def test_a_typed_day_is_read_day_first(text):
    form = Typed({"day": text, "amount": "1"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == date(2017, 4, 5)


@pytest.mark.parametrize("text", ["1.500", "1500"])
def test_a_dot_groups_thousands_and_never_marks_decimals(text):
    form = Typed({"day": "05/04/2017", "amount": text})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == 1500


@pytest.mark.parametrize("text", ["1.50", "1,500", "1.5000"])
def test_a_number_grouped_wrongly_is_refused_and_never_guessed(text):
    assert not Typed({"day": "05/04/2017", "amount": text}).is_valid()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_year_is_printed_without_groups_in_either_language(language):
    with translation.override(language):
        page = Template("{{ year }}").render(Context({"year": 2017}))

    assert page == "2017"


def test_a_year_is_printed_without_groups_and_a_day_day_first():
    page = Template("{{ year }} {{ day }}").render(Context({"year": 2017, "day": date(2017, 4, 5)}))

    assert page == "2017 05/04/2017"
