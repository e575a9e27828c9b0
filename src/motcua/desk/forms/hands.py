"""To whom of the department a step is given."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms

from motcua.desk.forms.acts import RADIO, ActForm
from motcua.desk.forms.fields import Words

ALL = "ca-phong"


class AssignForm(ActForm):
    """One of the department, or all of it, and a word to them."""

    officer = forms.ChoiceField(
        label="Giao cho", widget=RADIO, error_messages={"required": "Chọn người được giao."}
    )
    note = Words(what="lời nhắn", rows=2, required=False, label="Lời nhắn cho người được giao")

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [*colleagues, (ALL, "Cả phòng, không giao riêng")]
        self.fields["officer"].choices = offered  # type: ignore[attr-defined]

    def arguments(self) -> Mapping[str, Any]:
        chosen = self.cleaned_data["officer"]
        return {
            "officer": None if chosen == ALL else UUID(chosen),
            "note": self.cleaned_data["note"],
        }
