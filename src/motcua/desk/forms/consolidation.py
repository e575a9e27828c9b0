"""The forms of rounds of figures: what is asked of whom, and what an office types from paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms

from motcua.core.money import format_number
from motcua.desk.forms.administration import day_input
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.desk.forms.periods import PeriodForm
from motcua.reports.consolidation.checking import LARGEST, check, heads
from motcua.reports.consolidation.forms import FORMS, Form
from motcua.reports.consolidation.services import Opening
from motcua.reports.consolidation.sheets import Loaded, number_of, read
from motcua.reports.consolidation.typed import TypedLine

LONGEST = 300
LARGEST_FILE = 5_000_000


class OpeningForm(PeriodForm):
    """A round to open; `below`: slug and name of the offices that can be marked as on paper."""

    bao_cao = forms.ChoiceField(
        label="Báo cáo",
        choices=[(slug, form.name) for slug, form in FORMS.items()],
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": "Chọn báo cáo trong danh sách."},
    )
    tinh_den = Day(what="ngày tính đến", label="Tính đến hết ngày", widget=day_input())
    han = Day(what="hạn xác nhận", label="Hạn xác nhận", widget=day_input())
    yeu_cau = Line(
        what="yêu cầu", longest=LONGEST, required=False, label="Yêu cầu, văn bản", widget=text()
    )
    giay = forms.MultipleChoiceField(
        label="Đơn vị làm sổ giấy, nhập tay", required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ("bao_cao", "tu", "den", "tinh_den", "han", "yeu_cau", "giay")

    def __init__(self, *args: Any, below: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["giay"].choices = below  # type: ignore[attr-defined]

    def opening(self) -> Opening:
        """What was asked; call it when the form is valid."""
        given = self.cleaned_data
        return Opening(
            given["bao_cao"], given["tu"], given["den"], given["tinh_den"], given["han"],
            given["yeu_cau"], tuple(given["giay"]),
        )  # fmt: skip


class Count(forms.Field):
    """A count of dossiers: `1315`, `1.315`; blank: nothing was said."""

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        found = number_of(str(value))
        if found is None:
            raise forms.ValidationError(f"Ghi số hồ sơ, từ 0 đến {format_number(LARGEST)}.")
        return found


@dataclass(frozen=True, slots=True)
class GridLine:
    """A line of the grid as drawn: its cells in the order of the columns, None where none is."""

    name: str
    strong: bool
    cells: Sequence[forms.BoundField | None]


class GridForm(forms.Form):
    """One field for each open cell of each line, and where the figures stand."""

    use_required_attribute = False

    nguon = Line(
        what="sổ, văn bản nguồn", longest=LONGEST, label="Lấy từ sổ, văn bản nào", widget=text()
    )

    def __init__(self, form: Form, lines: Sequence[TypedLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form, self.lines = form, lines
        words = heads(form)
        for at, line in enumerate(lines):
            for key in line.columns:
                label = f"{words[key]}, {line.name}"
                self.fields[_name(at, key)] = Count(
                    required=False, label=label,
                    widget=text("input num", inputmode="numeric", **{"aria-label": label}),
                )  # fmt: skip

    def rows(self) -> Sequence[GridLine]:
        """The lines with their cells."""
        return [
            GridLine(
                line.name,
                line.checks,
                [
                    self[_name(at, one.key)] if one.key in line.columns else None
                    for one in self.form.columns
                ],
            )
            for at, line in enumerate(self.lines)
        ]

    def typed(self) -> Mapping[str, Mapping[str, int]]:
        """What was typed, by place and column; blanks are absent."""
        return {
            line.place: {
                key: value
                for key in line.columns
                if (value := self.cleaned_data.get(_name(at, key))) is not None
            }
            for at, line in enumerate(self.lines)
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        checked = check(self.form, self.lines, self.typed())
        places = {line.place: at for at, line in enumerate(self.lines)}
        for fault, sentence in checked.faults:
            name = _name(places[fault.line], fault.column)
            if sentence not in self.errors.get(name, ()):
                self.add_error(name, sentence)
        if not checked.lines and not self.errors:
            raise forms.ValidationError("Chưa ghi số nào. Không có hồ sơ thì ghi 0.")
        return given


class SheetForm(forms.Form):
    """A spreadsheet to load, and where its figures stand."""

    use_required_attribute = False

    nguon_tep = Line(
        what="sổ, văn bản nguồn", longest=LONGEST, label="Lấy từ sổ, văn bản nào", widget=text()
    )
    tep = forms.FileField(
        label="Tệp XLSX hoặc CSV theo mẫu",
        widget=forms.FileInput(attrs={"class": "input", "accept": ".xlsx,.csv"}),
        error_messages={"required": "Chọn tệp.", "empty": "Tệp không có gì. Chọn tệp khác."},
    )

    loaded: Loaded | None = None
    typed: Mapping[str, Mapping[str, int]]

    def __init__(self, form: Form, lines: Sequence[TypedLine], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.form, self.lines, self.typed = form, lines, {}

    def clean_tep(self) -> Loaded:
        sent = self.cleaned_data["tep"]
        loaded = Loaded(bytes(sent.read(LARGEST_FILE + 1)), sent.name or "")
        found = read(loaded, self.form, self.lines)
        self.typed = found.typed
        if found.faults:
            raise forms.ValidationError(list(found.faults))
        return loaded

    def grid(self) -> Mapping[str, str]:
        """What the file says, as the fields of the grid would hold it."""
        places = {line.place: at for at, line in enumerate(self.lines)}
        return {
            _name(places[place], key): str(value)
            for place, numbers in self.typed.items()
            for key, value in numbers.items()
        }


def grid_of(lines: Sequence[TypedLine], typed: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """What was typed before, for the fields of the grid."""
    return {
        _name(at, key): str(typed[line.place][key])
        for at, line in enumerate(lines)
        for key in line.columns
        if key in typed.get(line.place, {})
    }


def usual_days(today: date, first: date, last: date) -> tuple[date, date]:
    """The day figures are judged at the end of, and the day they are due, as a form offers them:
    the last day that is over, and five days later."""
    judged = max(first, min(last, today - timedelta(days=1)))
    return judged, max(judged, today) + timedelta(days=5)


def _name(at: int, column: str) -> str:
    return f"d{at}-{column}"
