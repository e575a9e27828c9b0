"""The checklist of the counter's form: one line for each paper the version asks for."""

from typing import Any

from django import forms

from motcua.desk.forms.fields import Number
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import PaperData

KINDS = [
    ("original", "Bản chính"),
    ("certified", "Bản sao chứng thực"),
    ("copy", "Bản sao"),
    ("electronic", "Bản điện tử"),
]


class PaperForm(forms.Form):
    """One line of the checklist: given, or said not to apply, else missing."""

    use_required_attribute = False

    given = forms.BooleanField(required=False)
    off = forms.BooleanField(required=False)
    kind = forms.ChoiceField(
        choices=KINDS, required=False, widget=forms.Select(attrs={"class": "input"})
    )
    copies = Number(
        what="số bản",
        least=1,
        most=1_000,
        required=False,
        widget=text("input num", inputmode="numeric"),
    )

    def __init__(self, *args: Any, component: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"kind": component.kind, "copies": component.copies}
        super().__init__(*args, **kwargs)
        self.component = component
        for name, label in (("kind", "Loại"), ("copies", "Số lượng")):
            self.fields[name].widget.attrs["aria-label"] = f"{label}, giấy tờ {component.ordinal}"

    @property
    def missing(self) -> bool:
        """Neither handed in nor said not to apply; an optional paper that is not given does not
        apply by itself. Nothing is missing from a list that was not on the page."""
        if not self.is_valid():
            return False
        answers = self.cleaned_data
        return not (answers["given"] or answers["off"] or self.component.optional)

    def paper(self) -> PaperData:
        """What the service takes. Only after `is_valid`."""
        answers = self.cleaned_data
        return PaperData(
            ordinal=self.component.ordinal,
            name=self.component.name,
            kind=answers["kind"] or self.component.kind,
            copies=answers["copies"] or self.component.copies or 1,
            applies=answers["given"],
        )
