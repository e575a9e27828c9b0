"""The loader of templates: each is compiled once in each language it is asked for in."""

from django.template import Origin
from django.template.loaders import cached
from django.utils.translation import get_language

from motcua.config.english.runs import translated
from motcua.config.english.words import say

OFFICIALS = ("desk/", "base/", "errors/", "installing/")
"""Whose words are put into English here. The citizens' are marked one by one."""
SHOWN = "in_english"


class Loader(cached.Loader):
    """Django's own, whose memory tells languages apart."""

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        """As Django's, with the language."""
        return f"{get_language()} {super().cache_key(template_name, skip)}"

    def get_contents(self, origin: Origin) -> str:
        """The source, in English when that is the language of the moment."""
        source: str = super().get_contents(origin)
        name = str(origin.template_name or "")
        if get_language() != "en" or not name.startswith(OFFICIALS):
            return source
        return translated(source, say, SHOWN)
