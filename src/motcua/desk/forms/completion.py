"""What is missing before a dossier can be received: every paper of it, once."""

from collections.abc import Mapping
from typing import Any

from motcua.desk.forms.supplement import SupplementForm


class CompletionForm(SupplementForm):
    """As a request of the processing, without its once and papers outside the components."""

    in_full = False
    other = None  # type: ignore[assignment]
    other_problem = None  # type: ignore[assignment]
    basis = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, again=False, **kwargs)
        self.fields["reply_by"].label = "Hẹn quay lại trước ngày"

    def arguments(self) -> Mapping[str, Any]:
        return {"items": self.deficiencies(), "reply_by": self.cleaned_data["reply_by"]}
