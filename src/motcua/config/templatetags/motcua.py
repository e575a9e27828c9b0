"""Tags every door's templates share: icons, doors, clocks, money, days. Marks, no rules."""

from datetime import date, datetime
from typing import Protocol

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from motcua.config.english.words import in_english
from motcua.core.clock import VN
from motcua.core.codes import tail
from motcua.core.money import format_number, format_vnd

register = template.Library()
register.filter("in_english", in_english)

_FRAME = '<path d="M3.500 17V2.500h11V17"/><path d="M1 17h16"/>'
_LEAVES = {
    "wide": "M3.500 2.500l3 1.6v11.3l-3 1.6z",
    "half": "M3.500 2.500l6 1.3v11.9l-6 1.3z",
    "near": "M3.500 2.500l8 0.8v12.9l-8 0.8z",
}
_LIGHT = '<path class="light" d="M3.500 2.500h11V17h-11z"/>'
_SHUT = (
    '<path class="leaf" d="M3.500 2.500h11V17h-11z"/>'
    '<circle class="knob" cx="12" cy="10" r="1.100"/>' + _FRAME
)
_BARRED = _FRAME + '<path d="M7.200 6v7.500M10.800 6v7.500" stroke-width="2"/>'
_TICKED = _FRAME + '<path d="M6.200 10.200l2 2.200 3.600-4.600" stroke-width="1.700"/>'
DOORS = {
    **{name: f'{_LIGHT}<path class="leaf" d="{leaf}"/>{_FRAME}' for name, leaf in _LEAVES.items()},
    "late": _SHUT,
    "ahead": _SHUT,
    "paused": _BARRED,
    "off": _BARRED,
    "done": _TICKED,
}
DOORS["passed"], DOORS["here"] = DOORS["wide"], DOORS["half"]
WEEKDAYS = (
    gettext_lazy("Thứ Hai"),
    gettext_lazy("Thứ Ba"),
    gettext_lazy("Thứ Tư"),
    gettext_lazy("Thứ Năm"),
    gettext_lazy("Thứ Sáu"),
    gettext_lazy("Thứ Bảy"),
    gettext_lazy("Chủ Nhật"),
)


class Face(Protocol):
    """What a clock shows: a state of the closing door, and the same in words."""

    state: str
    words: str


@register.simple_tag
def icon(name: str) -> SafeString:
    """One sign of the sprite, always beside a word."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{}"/></svg>',
        static("motcua/icons.svg"),
        name,
    )


@register.simple_tag
def door(state: str) -> SafeString:
    """The closing door: wide, half, near, late, paused, done; or passed, here, ahead, off.

    Drawn in the page, not taken from the sprite: the stylesheet colours its parts, and the shape
    that says how much time is left must not wait for a second answer of the server.
    """
    drawn = mark_safe(DOORS.get(state, DOORS["ahead"]))  # noqa: S308 - constants above
    return format_html('<svg class="door" viewBox="0 0 18 18.5" aria-hidden="true">{}</svg>', drawn)


@register.simple_tag
def clock(face: Face, explained_at: str = "") -> SafeString:
    """The door and its words; a link when the explanation stands at an address."""
    css = f"clock clock--{face.state if face.state in DOORS else 'wide'}"
    if explained_at:
        return format_html(
            '<a class="{}" href="{}">{}{}</a>', css, explained_at, door(face.state), face.words
        )
    return format_html('<span class="{}">{}{}</span>', css, door(face.state), face.words)


@register.filter
def code(whole: str) -> SafeString:
    """A dossier's code with the number people say aloud in bold."""
    head, dash, number = whole.rpartition("-")
    return format_html('<span class="code">{}{}<b>{}</b></span>', head, dash, number)


@register.filter
def code_tail(whole: str) -> SafeString:
    """Day and number only, for lists within one office."""
    return code(tail(whole))


@register.filter
def vnd(amount: int | None) -> str:
    """75000 as 75.000 ₫; nothing for None."""
    return "" if amount is None else format_vnd(amount)


@register.filter
def thousands(number: int | None) -> str:
    """6533 as 6.533; nothing for None."""
    return "" if number is None else format_number(number)


@register.filter
def day(moment: date | datetime | None) -> str:
    """26/04/2017."""
    return "" if moment is None else f"{_local(moment):%d/%m/%Y}"


@register.filter
def t24(at: datetime | None) -> str:
    """14:30."""
    return "" if at is None else f"{_local(at):%H:%M}"


@register.filter
def weekday(moment: date | datetime | None) -> str:
    """Thứ Sáu."""
    return "" if moment is None else str(WEEKDAYS[_local(moment).weekday()])


@register.filter
def moment(at: datetime | None) -> str:
    """14:30 Thứ Sáu 14/04/2017."""
    return "" if at is None else f"{t24(at)} {weekday(at)} {day(at)}"


@register.filter
def moment_short(at: datetime | None) -> str:
    """14/04 14:30: for lists and histories where the year goes without saying."""
    return "" if at is None else f"{_local(at):%d/%m %H:%M}"


def _local(moment: date | datetime) -> date | datetime:
    """Civil time of Việt Nam, whatever zone the moment carries."""
    return moment.astimezone(VN) if isinstance(moment, datetime) else moment
