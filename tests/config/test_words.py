"""Every sentence a citizen can read in Vietnamese has its English."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

SOURCES = Path("src/motcua")
ENGLISH = SOURCES / "config/locale/en/LC_MESSAGES/django.po"
CALL = re.compile(r"gettext\((u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")")
LITERAL = re.compile(r"_\((u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")\)")


def said(path: Path) -> set[str]:
    """The strings a template or a module marks for translation."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        text = templatize(text)
    found = [*CALL.findall(text), *LITERAL.findall(text)]
    if path.suffix == ".py":
        found += re.findall(r"gettext_lazy\((\"[^\"]+\")\)", text)
    return {ast.literal_eval(each) for each in found}


def everything_said() -> dict[str, Path]:
    templates = SOURCES.rglob("templates/**/*.html")
    modules = [path for path in SOURCES.rglob("*.py") if "gettext" in path.read_text("utf-8")]
    return {words: path for path in [*templates, *modules] for words in said(path)}


with ENGLISH.open("rb") as catalogue:
    TRANSLATED = {
        message.id[0] if isinstance(message.id, tuple) else message.id: message
        for message in read_po(catalogue)
        if message.id
    }


@pytest.mark.parametrize("words", sorted(everything_said()))
def test_a_sentence_has_its_english(words: str) -> None:
    assert words in TRANSLATED
    assert not TRANSLATED[words].fuzzy
    assert all(TRANSLATED[words].string)


def test_no_english_is_kept_for_what_nobody_says_any_more() -> None:
    assert set(TRANSLATED) - set(everything_said()) == set()


@pytest.mark.parametrize("words", sorted(TRANSLATED))
def test_a_translation_keeps_what_is_filled_in(words: str) -> None:
    filled = re.compile(r"%\(\w+\)s|<[^>]+>")
    message = TRANSLATED[words]
    texts = message.string if isinstance(message.string, tuple) else (message.string,)

    assert all(filled.findall(text) == filled.findall(words) for text in texts)
