"""Hours of the day as people write them, and the sessions of a working day."""

import re
from datetime import time
from typing import Any

from django import forms

from motcua.core.clock import Calendar
from motcua.core.text import clean
from motcua.desk.forms.parties import text
from motcua.organization.services import DeskHours

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hg.]\s*(\d{1,2})?)?\s*(?:phút|ph|p)?", re.IGNORECASE)


class Hour(forms.Field):
    """An hour typed as 7:30, 07h30, 7g30 or 7; cleaned to a time."""

    widget = forms.TextInput

    def __init__(self, *, what: str, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"required": f"Chưa ghi {what}."})
        kwargs.setdefault("widget", text("input num", inputmode="numeric"))
        super().__init__(**kwargs)
        self.what = what

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values:
            return None
        if isinstance(value, time):
            return value
        found = _HOUR.fullmatch(clean(str(value)))
        try:
            return time(int(found[1]), int(found[2] or 0)) if found else self._refuse()
        except ValueError:
            return self._refuse()

    def _refuse(self) -> time:
        raise forms.ValidationError(f"{self.what[:1].upper()}{self.what[1:]} ghi như 07:30.")

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class HoursForm(forms.Form):
    """Morning and afternoon of a working day; Saturday morning, if the desk is open."""

    use_required_attribute = False

    morning_from = Hour(what="giờ mở buổi sáng", label="Sáng từ", initial=time(7, 30))
    morning_to = Hour(what="giờ đóng buổi sáng", label="Sáng đến", initial=time(11, 30))
    afternoon_from = Hour(what="giờ mở buổi chiều", label="Chiều từ", initial=time(13, 30))
    afternoon_to = Hour(what="giờ đóng buổi chiều", label="Chiều đến", initial=time(17, 30))
    saturday = forms.BooleanField(required=False, label="Làm việc cả sáng Thứ Bảy")

    def hours(self) -> DeskHours:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        morning = (given["morning_from"], given["morning_to"])
        afternoon = (given["afternoon_from"], given["afternoon_to"])
        return DeskHours((morning, afternoon), (morning,) if given["saturday"] else ())


def initial_hours(calendar: Calendar) -> dict[str, Any]:
    """The hours of a calendar as the form shows them; the usual ones where a day has other than
    two sessions."""
    names = ("morning_from", "morning_to", "afternoon_from", "afternoon_to")
    minutes = [minute for session in calendar.sessions[0] for minute in session]
    saturday = {"saturday": bool(calendar.sessions[5])}
    if len(minutes) != len(names):
        return saturday
    hours = (time(minute // 60, minute % 60) for minute in minutes)
    return saturday | dict(zip(names, hours, strict=True))
