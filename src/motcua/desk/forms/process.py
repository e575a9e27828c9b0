"""A process as a form: one small form a step, and what they say as a document again.

People speak of steps by their number in the list; documents by keys, which stay when the list is
put in another order. A number no step has is kept as it was typed: the check names it.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from motcua.catalogue.processes.faults import HOLDERS
from motcua.core.clock import VN
from motcua.core.flow.process.editing import new_key
from motcua.core.text import clean
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.identity.kinds import WORDS
from motcua.organization.selectors import DepartmentRow, OfficeRow

UNITS = (("working_hours", "giờ"), ("working_days", "ngày"))
MINUTES = {"working_hours": 60, "working_days": 480}
LONGEST_BUDGET = Decimal(2000)
LONGEST_WAIT = 365
MOST_STEPS = 60
_BETWEEN = re.compile(r"[\s,;]+|\bvà\b")


class Amount(forms.Field):
    """Hours or days as people write them: 4, 0,5 or 1.5; cleaned to a Decimal, empty to 0."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> Decimal:
        typed = clean(str(value or "")).replace(",", ".")
        if not typed:
            return Decimal(0)
        try:
            number = Decimal(typed)
        except InvalidOperation:
            number = Decimal(-1)
        if not number.is_finite() or not 0 <= number <= LONGEST_BUDGET:
            raise forms.ValidationError("Thời gian ghi bằng số, như 4 hoặc 0,5.")
        return number


class Wait(forms.Field):
    """Whole calendar days; empty is none."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> int:
        typed = clean(str(value or ""))
        if not typed:
            return 0
        if not typed.isascii() or not typed.isdigit() or int(typed[:6]) > LONGEST_WAIT:
            raise forms.ValidationError(f"Số ngày chờ là số nguyên, nhiều nhất {LONGEST_WAIT}.")
        return int(typed)


class StepForm(forms.Form):
    """One step. Departments are those of the offices it is for, by code."""

    use_required_attribute = False

    key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    name = Line(what="tên bước", required=False, label="Việc", widget=text())
    position = forms.ChoiceField(label="Vị trí", required=False)
    department = forms.ChoiceField(label="Phòng", required=False)
    amount = Amount(label="Thời gian", required=False, widget=text(inputmode="decimal"))
    unit = forms.ChoiceField(label="Đơn vị", choices=UNITS, required=False)
    next = Line(what="bước sau", longest=100, required=False, label="Bước sau", widget=text())
    how = forms.ChoiceField(
        label="Nhiều bước sau",
        choices=(("all", "cùng lúc"), ("one", "chọn một")),
        required=False,
    )
    join = forms.ChoiceField(
        label="Nhiều bước trước",
        choices=(("all", "chờ đủ"), ("any", "nhánh đầu tiên đến")),
        required=False,
    )
    office = forms.ChoiceField(label="Ở đơn vị", required=False)
    wait = Wait(label="Chờ (ngày)", required=False, widget=text(inputmode="numeric"))
    stops = forms.BooleanField(
        label="Ngoài thời hạn (đồng hồ dừng)", required=False, widget=forms.CheckboxInput
    )

    def __init__(
        self,
        *args: Any,
        departments: Sequence[tuple[str, str]] = (),
        offices: Sequence[tuple[str, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        held = [(kind.value, WORDS[kind]) for kind in HOLDERS]
        self._choose("position", [("", "Chọn vị trí"), *held])
        self._choose("department", [("", "không"), *departments])
        self._choose("office", [("", "của chính đơn vị"), *offices])
        for name in ("unit", "how", "join"):
            self.fields[name].widget.attrs["class"] = "input"

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        """What a document says but no office has stays a choice: the check names it."""
        given = str((self.data.get(self.add_prefix(name)) if self.is_bound else None) or "")
        held = given or str(self.initial.get(name) or "")
        if held and held not in dict(choices):
            choices = [*choices, (held[:80], held[:80])]
        field: Any = self.fields[name]
        field.choices = choices
        field.widget.attrs["class"] = "input"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        amount, unit = given.get("amount"), given.get("unit") or "working_hours"
        if amount is not None and amount * MINUTES[unit] % 1:
            self.add_error("amount", "Thời gian phải tròn phút. Ghi như 0,5 hoặc 0,25.")
        return given

    @property
    def has_more(self) -> bool:
        """Whether what is folded away says anything."""
        return any(
            self[name].value() not in (None, "", "all", False, 0, "0")
            for name in ("how", "join", "office", "wait", "stops")
        )


class HeadForm(forms.Form):
    """What is said of the whole: its day, its decision, and the moment it is tried out on."""

    use_required_attribute = False

    tu = Day(what="ngày có hiệu lực", required=False, label="Có hiệu lực từ ngày",
             widget=text(inputmode="numeric"))  # fmt: skip
    nguon = Line(
        what="quyết định phê duyệt", longest=300, required=False, label="Quyết định phê duyệt",
        widget=text(),
    )  # fmt: skip
    ngay = Day(what="ngày thử", required=False, label="Nhận ngày", widget=text(inputmode="numeric"))
    gio = forms.TimeField(
        required=False,
        label="lúc",
        input_formats=["%H:%M", "%Hh%M", "%H"],
        error_messages={"invalid": "Giờ ghi như 08:00."},
        widget=text(inputmode="numeric"),
    )

    def moment(self) -> datetime | None:
        """The moment to try out, once valid; None without a day."""
        day = self.cleaned_data.get("ngay")
        return datetime.combine(day, self.cleaned_data.get("gio") or time(8), VN) if day else None


class ProcessForm:
    """All of it: the head and the steps, typed or as saved."""

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        document: Mapping[str, Any],
        head: Mapping[str, Any],
        departments: Sequence[tuple[str, str]],
        offices: Sequence[tuple[str, str]],
    ) -> None:
        self.document = document
        chosen = {"departments": departments, "offices": offices}
        if data is None:
            self.head = HeadForm(initial=dict(head))
            numbers = numbers_of(document)
            self.steps = [
                StepForm(initial=_initial(step, numbers), prefix=f"s{place}", **chosen)
                for place, step in enumerate(document["steps"], start=1)
            ]
        else:
            self.head = HeadForm(data)
            self.steps = [
                StepForm(data, prefix=f"s{place}", **chosen) for place in range(1, _count(data) + 1)
            ]

    def is_valid(self) -> bool:
        """Whether everything typed can be read; what it means is judged by the check."""
        return all([self.head.is_valid(), *(step.is_valid() for step in self.steps)])

    def faults(self) -> list[tuple[str, str]]:
        """What cannot be read: the field's id and the sentence."""
        return [
            (str(form[name].id_for_label), str(sentence))
            for form in [self.head, *self.steps]
            for name, sentences in form.errors.items()
            for sentence in sentences
        ]

    def typed(self) -> dict[str, Any]:
        """The document as typed. Only when valid."""
        keys = self._keys()
        steps = [
            _step(form.cleaned_data, key, keys) for form, key in zip(self.steps, keys, strict=True)
        ]
        return {**self.document, "steps": steps}

    def _keys(self) -> list[str]:
        known: list[str] = []
        for form in self.steps:
            key = form.cleaned_data.get("key") or ""
            taken = {"steps": [{"key": one} for one in known], "name": ""}
            known.append(key if key and key not in known else new_key(taken))
        return known


def department_choices(
    offices: Sequence[OfficeRow], departments: Sequence[DepartmentRow]
) -> list[tuple[str, str]]:
    """Codes with names; for several offices the first name a code has."""
    found: dict[str, str] = {}
    for one in departments:
        if one.ended_on is None:
            found.setdefault(
                one.code, one.name if len(offices) == 1 else f"{one.name} ({one.code})"
            )
    return list(found.items())


def numbers_of(document: Mapping[str, Any]) -> dict[str, int]:
    """The number of each step; of equal keys the first."""
    numbers: dict[str, int] = {}
    for number, step in enumerate(document["steps"], start=1):
        numbers.setdefault(step["key"], number)
    return numbers


def amount_words(budget: Mapping[str, Any] | None) -> tuple[str, str]:
    """A budget as number and unit: `("0,5", "working_days")`."""
    ((unit, amount),) = (budget or {"working_hours": 0}).items()
    return f"{amount:g}".replace(".", ","), unit


def _initial(step: Mapping[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    amount, unit = amount_words(step.get("budget"))
    led = [str(numbers.get(key, key)) for key in step.get("next") or []]
    return {
        "key": step["key"],
        "name": step.get("name", ""),
        "position": step.get("position", ""),
        "department": step.get("department") or "",
        "amount": amount,
        "unit": unit if unit in MINUTES else "working_days",
        "next": ", ".join(led),
        "how": "one" if step.get("choose") else "all",
        "join": "any" if step.get("join") == "any" else "all",
        "office": step.get("office") or "",
        "wait": (step.get("wait") or {}).get("calendar_days") or "",
        "stops": step.get("clock") == "stops",
    }


def _step(given: Mapping[str, Any], key: str, keys: Sequence[str]) -> dict[str, Any]:
    amount: Decimal = given["amount"]
    whole = int(amount) if amount == amount.to_integral_value() else float(amount)
    step: dict[str, Any] = {
        "key": key,
        "name": given["name"],
        "position": given["position"],
        "budget": {given["unit"] or "working_hours": whole},
        "next": _led(given["next"], keys),
    }
    optional = {
        "department": given["department"],
        "office": given["office"],
        "choose": given["how"] == "one",
        "join": "any" if given["join"] == "any" else "",
        "clock": "stops" if given["stops"] else "",
        "wait": {"calendar_days": given["wait"]} if given["wait"] else None,
    }
    return step | {name: value for name, value in optional.items() if value}


def _led(typed: str, keys: Sequence[str]) -> list[str]:
    found = []
    for one in filter(None, _BETWEEN.split(typed)):
        number = int(one) if one.isascii() and one.isdigit() and len(one) < 4 else 0
        found.append(keys[number - 1] if 0 < number <= len(keys) else one)
    return list(dict.fromkeys(found))


def _count(data: Mapping[str, Any]) -> int:
    given = str(data.get("steps", ""))
    plain = given.isascii() and given.isdigit() and len(given) < 4
    return min(int(given), MOST_STEPS) if plain else 0
