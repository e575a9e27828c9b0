"""Officials' pages in English: put in where templates are read, and nowhere else."""

import re

import pytest
from django.template import engines
from django.utils.safestring import mark_safe
from django.utils.translation import override

from motcua.config.english.hearing import heard
from motcua.config.english.runs import sayings, translated
from motcua.config.english.words import in_english, say
from motcua.config.english.words import sayings as english

GAP = re.compile(r"\{\d+\}")


def test_every_saying_of_officials_screens_has_its_english_and_none_is_left_over():
    """When this fails: `make words`, then write what it names into `desk.po`, then `make setup`."""
    assert set(heard()) == set(english())


def test_the_english_fills_the_same_gaps():
    wrong = {
        vi: en for vi, en in english().items() if sorted(GAP.findall(vi)) != sorted(GAP.findall(en))
    }

    assert wrong == {}


WORDS = {
    "Hộp việc": "Inbox",
    "{1} hồ sơ, {2} quá hạn": "{2} overdue of {1} dossiers",
    "Hết việc": "Nothing to do",
}


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<h1>Hộp việc</h1>", "<h1>Inbox</h1>"),
        ("<h1>\n  Hộp việc:\n</h1>", "<h1>\n  Inbox:\n</h1>"),
        ('<a title="Hộp việc" href="/hop-viec">x</a>', '<a title="Inbox" href="/hop-viec">x</a>'),
        ('<a name="Hộp việc">', '<a name="Hộp việc">'),
        ("{{ n }} hồ sơ, {{ m }} quá hạn", "{{ m|shown }} overdue of {{ n|shown }} dossiers"),
        ("{% if n %}Hộp việc{% endif %}", "{% if n %}Inbox{% endif %}"),
        ('{% if a == "Hộp việc" %}', '{% if a == "Hộp việc" %}'),
        ('{% include "x" with said="Hết việc." %}', '{% include "x" with said="Nothing to do." %}'),
        ('<input value="{{ v }}">', '<input value="{{ v }}">'),
        ("<script>Hộp việc</script>Hộp việc", "<script>Hộp việc</script>Inbox"),
        ("{# Hộp việc #}", "{# Hộp việc #}"),
        ("Hộp việc · {{ office }}", "Inbox · {{ office|shown }}"),
        ("chưa ai dịch {{ n }}", "chưa ai dịch {{ n|shown }}"),
    ],
)
def test_a_template_is_read_in_english(source: str, wanted: str):
    assert translated(source, WORDS.get, "shown") == wanted


def test_a_document_of_the_law_stays_vietnamese_on_an_english_page():
    source = (
        '<p>Hộp việc</p><article class="a4" lang="vi"><p>Hộp việc {{ n }}</p></article>Hộp việc'
    )

    read = translated(source, WORDS.get, "shown")

    assert read == source.replace("<p>Hộp việc</p><", "<p>Inbox</p><")[:-8] + "Inbox"


def test_what_a_template_says_is_heard_without_the_marks_at_its_ends():
    source = '<td title="Hộp việc">{{ n }} hồ sơ, {{ m }} quá hạn.</td>{{ v|default:"Hết việc" }}'

    assert sorted(sayings(source)) == ["Hết việc", "Hộp việc", "{1} hồ sơ, {2} quá hạn"]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Quá hạn", "Overdue"),
        ("còn 2 ngày 1 giờ", "2 days 1 h left"),
        ("còn 1 ngày 3 giờ", "1 day 3 h left"),
        ("09:42 Thứ Sáu 31/03/2017", "09:42 Friday 31/03/2017"),
        ("quý I năm 2017", "quarter I of 2017"),
        ("000.00.19.H56-170330-0012", "000.00.19.H56-170330-0012"),
        (12, 12),
    ],
)
def test_what_a_variable_holds_is_shown_in_english_when_the_house_says_it(value, wanted):
    assert in_english(value) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn Thị Hồ Sơ Mẫu",
        "Giấy tờ chứng minh quyền sử dụng đất",
        "Thẩm tra hồ sơ",
        "Ông hẹn quay lại sau Tết, xem thêm hồ sơ",
    ],
)
def test_what_people_typed_stays_as_they_typed_it(typed: str):
    assert in_english(typed) == typed


def test_what_is_drawn_in_python_keeps_its_marks():
    drawn = mark_safe('<option value="Quá hạn" title="Quá hạn">Quá hạn</option>')

    shown = in_english(drawn)

    assert shown == '<option value="Quá hạn" title="Overdue">Overdue</option>'


def test_a_template_is_kept_in_both_languages_side_by_side():
    seen = []
    for language in ("vi", "en", "vi"):
        with override(language):
            empty = engines["django"].get_template("base/parts/empty.html")
            seen.append(empty.render({"said": "Quá hạn"}))

    assert seen[0] == seen[2]
    assert "Overdue" in seen[1]
    assert say("Quá hạn") == "Overdue"
