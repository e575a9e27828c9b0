"""The form that asks the owner to mend papers: once, in full, by a day."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from motcua.desk.forms.acts import ActForm
from motcua.desk.forms.fields import Day, Line, Words
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import OUTSIDE
from motcua.dossiers.services.waiting import Deficiency


class SupplementForm(ActForm):
    """Ask once, in full: which papers, what is wrong, how to mend, by when.

    `in_full`: how to mend each paper and the day are asked for, not only offered."""

    in_full = True
    reply_by = Day(
        what="ngày hẹn bổ sung",
        required=False,
        label="Bổ sung trước ngày",
        widget=text(inputmode="numeric", placeholder="05/04/2017"),
    )
    override_reason = Words(
        what="lý do yêu cầu thêm lần nữa",
        rows=2,
        required=False,
        label="Lý do lãnh đạo cho yêu cầu thêm lần nữa",
    )

    other = Line(
        what="tên giấy tờ khác",
        longest=200,
        required=False,
        label="Giấy tờ ngoài thành phần hồ sơ (nếu pháp luật cho phép)",
        widget=text(),
    )
    other_problem = Words(
        what="lý do cần giấy tờ khác", rows=2, required=False, label="Vì sao cần giấy tờ đó"
    )
    basis = Line(
        what="căn cứ pháp lý",
        longest=300,
        required=False,
        label="Căn cứ pháp lý cho phép yêu cầu",
        widget=text(placeholder="Khoản 2 Điều 11 Nghị định …"),
    )

    def __init__(self, *args: Any, components: Sequence[Any], again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.components = components
        self.fields["reply_by"].required = self.in_full
        if not again:
            del self.fields["override_reason"]
        for component in components:
            n = component.ordinal
            self.fields[f"pick{n}"] = forms.BooleanField(required=False, label=component.name)
            self.fields[f"problem{n}"] = Words(
                what="chỗ thiếu, sai", rows=2, required=False, label="Thiếu, sai gì"
            )
            self.fields[f"remedy{n}"] = Words(
                what="cách bổ sung", rows=2, required=False, label="Bổ sung thế nào"
            )

    @property
    def lines(self) -> Sequence[Mapping[str, Any]]:
        """One line a paper, for the page."""
        return [
            {
                "name": component.name,
                "pick": self[f"pick{component.ordinal}"],
                "problem": self[f"problem{component.ordinal}"],
                "remedy": self[f"remedy{component.ordinal}"],
            }
            for component in self.components
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        picked = [c for c in self.components if given.get(f"pick{c.ordinal}")]
        if not picked and not given.get("other"):
            self.add_error(None, "Chọn ít nhất một giấy tờ cần bổ sung.")
        if given.get("other") and not given.get("other_problem"):
            self.add_error("other_problem", "Ghi rõ vì sao cần giấy tờ này.")
        if given.get("other") and not given.get("basis"):
            self.add_error("basis", "Giấy tờ ngoài thành phần hồ sơ cần căn cứ pháp lý.")
        for component in picked:
            self._told_in_full(component.ordinal, given)
        reply_by = given.get("reply_by")
        if reply_by and reply_by < self.today:
            self.add_error("reply_by", "Ngày hẹn bổ sung đã qua. Chọn ngày sau.")
        return given

    def _told_in_full(self, ordinal: int, given: Mapping[str, Any]) -> None:
        problem, remedy = f"problem{ordinal}", f"remedy{ordinal}"
        if not given.get(problem) and problem not in self.errors:
            self.add_error(problem, "Ghi rõ thiếu hoặc sai gì.")
        if self.in_full and not given.get(remedy) and remedy not in self.errors:
            self.add_error(remedy, "Ghi rõ bổ sung thế nào.")

    def deficiencies(self) -> Sequence[Deficiency]:
        """What is to be mended, of each paper picked. Only after `is_valid`."""
        given = self.cleaned_data
        return [
            Deficiency(
                component=component.ordinal,
                problem=given[f"problem{component.ordinal}"],
                remedy=given[f"remedy{component.ordinal}"],
            )
            for component in self.components
            if given[f"pick{component.ordinal}"]
        ] + self._other()

    def _other(self) -> list[Deficiency]:
        """A paper the version does not ask for."""
        name = self.cleaned_data.get("other")
        problem = self.cleaned_data.get("other_problem", "")
        return [Deficiency(OUTSIDE, problem, "", name)] if name else []

    def arguments(self) -> Mapping[str, Any]:
        given = self.cleaned_data
        return {
            "items": self.deficiencies(),
            "reply_by": given["reply_by"],
            "override_reason": given.get("override_reason", ""),
            "basis": given.get("basis", ""),
        }
