"""Which letter what happened gives rise to."""

from django import template

from motcua.dossiers.selectors.happenings import Happening
from motcua.papers.letters import title_of

register = template.Library()


@register.filter
def letter(happening: Happening) -> str:
    """The title of its letter; empty where there is none, or the act was taken back."""
    return "" if happening.undone else title_of(happening.kind, happening.at.date())
