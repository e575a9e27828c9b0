"""The form that mends what was written of people: each as at the counter, and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.desk.forms.fields import Words
from motcua.desk.forms.parties import PartyForm, SubmitterForm
from motcua.dossiers.asked import PartyData

FORMS = {"owner": PartyForm, "submitter": SubmitterForm}
FIELDS = (
    "kind", "name", "id_kind", "id_number", "no_id_reason", "phone", "email", "address",
    "birth_on", "authorisation",
)  # fmt: skip


class ReasonForm(forms.Form):
    """What was wrong, for whoever reads the history."""

    use_required_attribute = False

    reason = Words(
        what="lý do sửa",
        rows=2,
        label="Sửa vì sao",
        error_messages={"required": "Ghi vì sao sửa, ví dụ: gõ nhầm số điện thoại."},
    )


class CorrectingForm:
    """One form for each person of the dossier, and the reason. Not bound without `data`."""

    def __init__(self, parties: Sequence[Any], data: QueryDict | None, today: date) -> None:
        self.people = {
            (party.role, party.ordinal): FORMS[party.role](
                data,
                prefix=f"{party.role}{party.ordinal}",
                initial={name: getattr(party, name) for name in FIELDS},
                today=today,
            )
            for party in parties
            if party.role in FORMS
        }
        self.reason = ReasonForm(data)

    @property
    def forms(self) -> Sequence[forms.Form]:
        """All of them, in the order of the page."""
        return (*self.people.values(), self.reason)

    def take_focus(self) -> None:
        """Put the focus on the first person's name."""
        first = self.forms[0].fields
        first["name" if "name" in first else "reason"].widget.attrs["autofocus"] = True

    def is_valid(self) -> bool:
        """Whether every one of them can be taken; all are checked, so that all faults show."""
        checked = [form.is_valid() for form in self.forms]
        return all(checked)

    def arguments(self) -> Mapping[str, Any]:
        """Keyword arguments of the service. Only after `is_valid`."""
        parties: dict[tuple[str, int], PartyData] = {
            place: form.party() for place, form in self.people.items()
        }
        return {"parties": parties, "reason": self.reason.cleaned_data["reason"]}
