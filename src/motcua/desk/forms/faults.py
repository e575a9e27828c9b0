"""What is wrong with forms, as the list above a page says it: where, and in which words."""

from collections.abc import Sequence

from django import forms

Fault = tuple[str, str]
"""The id of the field, and its sentence."""


def fields_faults(forms_: Sequence[forms.BaseForm]) -> list[Fault]:
    """Each field's sentences with the id to go to, in the order of the fields."""
    return [
        (str(form[name].auto_id) if name != "__all__" else "", str(sentence))
        for form in forms_
        if form.is_bound
        for name in ("__all__", *form.fields)
        for sentence in form.errors.get(name, ())
    ]
