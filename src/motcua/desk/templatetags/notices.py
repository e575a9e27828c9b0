"""Filters of the pages of notices. Words, no rules."""

from django import template

from motcua.desk import notice_words
from motcua.messages.outbox import Row

register = template.Library()


@register.filter
def notice_kind(kind: str) -> str:
    """What a notice tells, in words."""
    return notice_words.KINDS.get(kind, kind)


@register.filter
def notice_state(row: Row) -> str:
    """Where it stands, in words."""
    return notice_words.state_words(row)


@register.filter
def notice_tag(row: Row) -> str:
    """The class of its tag."""
    return notice_words.TAGS.get(row.state, "")


@register.filter
def notice_why(row: Row) -> str:
    """Why it was not sent."""
    return notice_words.why_words(row)


@register.filter
def notice_ending(ending: str) -> str:
    """How an attempt ended, in words."""
    return notice_words.ending_words(ending)


@register.filter
def notice_channel(channel: str) -> str:
    """A channel's name."""
    return notice_words.channel_words(channel)
