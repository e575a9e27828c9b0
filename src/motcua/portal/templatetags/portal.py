"""What only the public pages say: fees, and terms and times in English for who chose it."""

import re
from collections.abc import Mapping

from django import template
from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.catalogue.listing import charges
from motcua.catalogue.rows import FeeRow, VersionRow
from motcua.core.clock import duration_words
from motcua.core.money import format_vnd

register = template.Library()
MOST_OF_A_FEE = 60

_COUNT = re.compile(r"(\d+(?:,\d+)?) (ngày làm việc|giờ làm việc|ngày|giờ|phút)")
_LEFT = re.compile(r"(?P<how>còn|quá|xong sớm|xong, quá) (?P<time>\d.*)")


@register.filter
def in_words(said: str) -> str:
    """A term or a time left as the clock says it, in the language of the page.

    `còn 2 ngày 3 giờ` becomes `2 days 3 hours left`; what is no such phrase stays as it is.
    """
    if get_language() == settings.LANGUAGE_CODE:
        return said
    fixed = _phrases()
    if said in fixed:
        return fixed[said]
    left = _LEFT.fullmatch(said)
    if left:
        return _ways()[left["how"]] % {"time": _counted(left["time"])}
    return _counted(said)


@register.filter
def worked(minutes: int) -> str:
    """Working minutes as `2 ngày 3 giờ`, for `in_words` to say in the language of the page."""
    return duration_words(minutes)


@register.filter
def charge(row: VersionRow) -> charges.Charge:
    """What is asked for a procedure: nothing, an amount, or what the tariff says."""
    return charges.charge(row)


@register.filter
def charge_in_short(row: VersionRow) -> str:
    """The same in a line of a list: in words, cut where they are long. A list has hundreds."""
    fee = charges.charge(row)
    if fee.free:
        return _("Không thu phí")
    text = Truncator(fee.text).chars(MOST_OF_A_FEE)
    said = " ".join(part for part in (format_vnd(fee.vnd) if fee.vnd else "", text) if part)
    return said or _("Có phí, xem chi tiết")


@register.filter
def unit_words(fee: FeeRow) -> str:
    """What an amount of the tariff is for: `một bản`; nothing for a dossier."""
    return {
        "copy": _("một bản"),
        "page": _("một trang"),
        "case": _("một trường hợp"),
    }.get(fee.unit, "")


@register.filter
def steps_words(fee: FeeRow) -> str:
    """Steps of an amount: `đến 2: 2.000 ₫; trên đó: 1.000 ₫`; nothing without steps."""
    said = [
        _("đến %(n)s: %(amount)s") % {"n": up_to, "amount": format_vnd(vnd)}
        if up_to is not None
        else _("trên đó: %(amount)s") % {"amount": format_vnd(vnd)}
        for up_to, vnd in fee.steps
    ]
    return "; ".join(said)


def _counted(text: str) -> str:
    return _COUNT.sub(lambda found: _one(found[1], found[2]), text)


def _one(number: str, unit: str) -> str:
    if number == "1":
        return _singles()[unit]
    return _units()[unit] % {"n": number.replace(",", ".")}


def _phrases() -> Mapping[str, str]:
    return {
        "trong ngày": _("trong ngày"),
        "đến hạn": _("đến hạn"),
        "xong đúng hạn": _("xong đúng hạn"),
    }


def _ways() -> Mapping[str, str]:
    return {
        "còn": _("còn %(time)s"),
        "quá": _("quá %(time)s"),
        "xong sớm": _("xong sớm %(time)s"),
        "xong, quá": _("xong, quá %(time)s"),
    }


def _singles() -> Mapping[str, str]:
    return {
        "ngày làm việc": _("1 ngày làm việc"),
        "giờ làm việc": _("1 giờ làm việc"),
        "ngày": _("1 ngày"),
        "giờ": _("1 giờ"),
        "phút": _("1 phút"),
    }


def _units() -> Mapping[str, str]:
    return {
        "ngày làm việc": _("%(n)s ngày làm việc"),
        "giờ làm việc": _("%(n)s giờ làm việc"),
        "ngày": _("%(n)s ngày"),
        "giờ": _("%(n)s giờ"),
        "phút": _("%(n)s phút"),
    }
