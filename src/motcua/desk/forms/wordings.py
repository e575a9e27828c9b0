"""The form in which an office writes its own words of a notice."""

from collections.abc import Mapping
from typing import Any

from django import forms

from motcua.core.refusal import Refused
from motcua.desk.forms.fields import Line, Words
from motcua.desk.forms.parties import text
from motcua.messages import refusals
from motcua.messages.wordings import LONG, LONGEST_SUBJECT, Filled, Wording, check, fill


class WordingForm(forms.Form):
    """A subject, where the form has one, and the words. `facts` are a sample's."""

    use_required_attribute = False

    subject = Line(
        what="tiêu đề", longest=LONGEST_SUBJECT, required=False, label="Tiêu đề", widget=text()
    )
    body = Words(what="lời báo", rows=12, label="Lời báo")

    def __init__(self, *args: Any, form: str, facts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form, self.facts = form, facts
        if form != LONG:
            del self.fields["subject"]
            self.fields["body"].widget.attrs["rows"] = 5

    def clean(self) -> dict[str, Any]:
        """The words may be used."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        given.setdefault("subject", "")
        if "body" in given:
            try:
                check(self.form, given["subject"], given["body"], self.facts)
            except Refused as refused:
                self.refuse(refused)
        return given

    def refuse(self, refused: Refused) -> None:
        """Say it beside the field it is about."""
        field = "subject" if refused.code == "wording_subject" else "body"
        self.add_error(
            field if field in self.fields else None, refusals.sentence(refused) or refused.code
        )

    def filled(self) -> Filled:
        """The sample as these words say it; the words in force before anything was typed."""
        given = self.cleaned_data if self.is_bound and self.is_valid() else self.initial
        words = Wording("", self.form, given.get("subject", ""), given["body"], "")
        return fill(words, self.facts)
