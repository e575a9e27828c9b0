"""Tags every door's templates share: icons, doors, money, days. No rules, only marks on paper."""

from datetime import date, datetime

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from motcua.core.clock import VN
from motcua.core.money import format_number, format_vnd

register = template.Library()

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
    **{
        name: f'{_LIGHT}<path class="leaf" d="{leaf}"/>{_FRAME}' for name, leaf in _LEAVES.items()
    },
    "late": _SHUT,
    "ahead": _SHUT,
    "paused": _BARRED,
    "off": _BARRED,
    "done": _TICKED,
}
DOORS["passed"], DOORS["here"] = DOORS["wide"], DOORS["half"]
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


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
    """The closing door: wide, half, near, late, paused, done; or passed, here, ahead, off."""
    drawn = mark_safe(DOORS.get(state, DOORS["ahead"]))  # noqa: S308 - constants above
    return format_html('<svg class="door" viewBox="0 0 18 18.5" aria-hidden="true">{}</svg>', drawn)


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
    if moment is None:
        return ""
    return (moment.astimezone(VN) if isinstance(moment, datetime) else moment).strftime("%d/%m/%Y")


@register.filter
def moment(at: datetime | None) -> str:
    """14:30 Thứ Sáu 14/04/2017."""
    if at is None:
        return ""
    local = at.astimezone(VN)
    return f"{local:%H:%M} {WEEKDAYS[local.weekday()]} {local:%d/%m/%Y}"
