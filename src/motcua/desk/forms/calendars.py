"""The days off of a year as they are typed in: lines of days off, lines of make-up days, and the
paper that announced them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.core.clock import YearDays, lines_of, year_faults
from motcua.core.clock.years import Line as Told
from motcua.core.refusal import Refused
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.desk.saying import faults_of, said
from motcua.organization.services.calendars import LONGEST_REASON, Announced

SPARE = 3
MOST = 60
LONGEST_NUMBER, LONGEST_ISSUER = 60, 120
OFF, WORK = "nghi", "bu"
Lines = Any  # a formset of lines: Django says no type of it at run time


class DayLine(forms.Form):
    """One line. Without its last day it is a single day; wholly empty it is no line."""

    use_required_attribute = False

    first = Day(what="ngày đầu", required=False, label="Từ ngày", widget=text(inputmode="numeric"))
    last = Day(what="ngày cuối", required=False, label="Đến ngày", widget=text(inputmode="numeric"))
    reason = Line(
        what="nghỉ gì", longest=LONGEST_REASON, required=False, label="Nghỉ gì", widget=text()
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        begun = any(self[name].value() for name in self.fields)
        if begun and not self[next(iter(self.fields))].value():
            self.add_error("first", "Chưa ghi ngày của dòng này.")
        if begun and not self["reason"].value():
            self.add_error("reason", "Chưa ghi vì sao, như “nghỉ Tết Nguyên đán”.")
        return given

    @property
    def told(self) -> Told | None:
        """The line, None when it is empty. Only after `is_valid`."""
        given = self.cleaned_data
        first = given.get("first")
        if first is None:
            return None
        return Told(first, given.get("last") or first, given["reason"])


class MakeUpLine(DayLine):
    """One day worked instead of another."""

    last = None  # type: ignore[assignment]


class PaperForm(forms.Form):
    """What the days rest on, and whether it is final."""

    use_required_attribute = False

    number = Line(
        what="số văn bản", longest=LONGEST_NUMBER, label="Số, ký hiệu văn bản",
        widget=text(placeholder="9441/BNV-CCVC"),
    )  # fmt: skip
    signed_on = Day(what="ngày ký", label="Ngày ký", widget=text(inputmode="numeric"))
    issuer = Line(
        what="cơ quan ban hành", longest=LONGEST_ISSUER, label="Cơ quan ban hành",
        widget=text(placeholder="Bộ Nội vụ"),
    )  # fmt: skip
    confirmed = forms.BooleanField(
        required=False, label="Lịch cả năm đã công bố chính thức, không còn là dự kiến"
    )

    def __init__(self, *args: Any, today: date, final: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today
        if final:
            del self.fields["confirmed"]

    def clean_signed_on(self) -> date:
        """Signed by now."""
        day: date = self.cleaned_data["signed_on"]
        if day > self._today:
            raise forms.ValidationError(f"Ngày ký {day:%d/%m/%Y} chưa tới. Xem lại ngày ký.")
        return day

    @property
    def source(self) -> str:
        """The paper in words."""
        given = self.cleaned_data
        day = given["signed_on"]
        return (
            f"Văn bản số {given['number']} ngày {day.day}/{day.month}/{day.year}, {given['issuer']}"
        )


class YearForm:
    """The three parts of the page as one form of `days.year`; `final` years are confirmed."""

    def __init__(self, days: YearDays, data: QueryDict | None, *, today: date, final: bool) -> None:
        self.year = days.year
        self.off = _lines(DayLine, OFF, data, lines_of(days.off))
        self.work = _lines(MakeUpLine, WORK, data, lines_of(days.work))
        self.paper = PaperForm(data, today=today, final=final, prefix="vb")
        self._final = final
        self._above: list[str] = []

    def is_valid(self) -> bool:
        """Each line and the paper by themselves, then the lines against one another."""
        parts = [self.off.is_valid(), self.work.is_valid(), self.paper.is_valid()]
        if not (parts[0] and parts[1]):
            return False
        for fault in year_faults(self.year, self._told(self.off), self._told(self.work)):
            refused = Refused(f"calendar_{fault.code}", day=f"{fault.day:%d/%m/%Y}", year=self.year)
            among = self.off if fault.among == "off" else self.work
            list(_filled(among))[fault.place].add_error("first", said(refused))
            parts.append(False)
        return all(parts)

    def refuse(self, refused: Refused) -> None:
        """A refusal of the whole, said on top."""
        self._above.append(said(refused))

    def announced(self) -> Announced:
        """What the service takes. Only after `is_valid`."""
        confirmed = self._final or self.paper.cleaned_data["confirmed"]
        return Announced(
            self.year, self._told(self.off), self._told(self.work), self.paper.source, confirmed
        )

    def faults(self) -> Sequence[tuple[str, str]]:
        """All faults for the summary, in the order of the page."""
        found = [("", words) for words in self._above]
        for form in (*self.off.forms, *self.work.forms, self.paper):
            found += faults_of(form)
        return found

    @staticmethod
    def _told(lines: Lines) -> Sequence[Told]:
        return [form.told for form in _filled(lines) if form.told]


def _filled(lines: Lines) -> Iterator[DayLine]:
    return (form for form in lines.forms if form.told is not None)


def _lines(
    form: type[DayLine], prefix: str, data: QueryDict | None, known: Sequence[Told]
) -> Lines:
    initial = [
        {
            "first": line.first,
            "last": line.last if line.last > line.first else None,
            "reason": line.reason,
        }
        for line in known
    ]
    kind = forms.formset_factory(form, extra=SPARE, max_num=MOST, absolute_max=MOST)
    made: Lines = kind(data, initial=initial, prefix=prefix)
    return made
