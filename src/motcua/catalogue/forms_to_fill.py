"""Which forms go with a paper: those whose number or name the paper names, or the other way."""

import re
from collections.abc import Sequence
from datetime import date

from motcua.catalogue.rows import FormRow, VersionRow
from motcua.catalogue.selectors import procedures_in_force
from motcua.core.text import search_key

_SIGNS = re.compile(r"\W+")


def current(version: VersionRow, day: date) -> VersionRow:
    """The version of the same procedure in force on `day`, whose forms are to be filled in then;
    `version` itself where none is. No query once the catalogue of the day is read."""
    same = (row for row in procedures_in_force(day) if row.procedure_id == version.procedure_id)
    return next(same, version)


def forms_for(paper: str, forms: Sequence[FormRow], case: str = "") -> Sequence[FormRow]:
    """The forms of every case and of `case` that go with a paper of that name, in their order.

    Whole words are compared, without accents and signs: “Mẫu 1” does not go with “Mẫu 10”.
    """
    return tuple(form for form in forms if form.case in ("", case) and _goes(_words(paper), form))


def form_words(form: FormRow) -> str:
    """How a form is called: its number and its name."""
    return ", ".join(part for part in (form.number, form.name) if part)


def _goes(paper: str, form: FormRow) -> bool:
    named = [_words(one) for one in (form.number, form.name) if one]
    return any(one in paper for one in named) or paper in _words(form.name)


def _words(text: str) -> str:
    """The words between spaces, so that only whole ones are found."""
    return f" {_SIGNS.sub(' ', search_key(text)).strip()} "
