"""What a procedure asks for and promises is told alike wherever it is told: the permanent page, the
page of an office, the kiosk, the lists."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from acting import words
from asking import passer_by
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing.charges import Charge, charge
from motcua.catalogue.models import (
    Case,
    Component,
    FeeRule,
    FormTemplate,
    ProcedureVersion,
    Promulgation,
    ResultKind,
)
from motcua.files.store import store
from motcua.identity.models import Account, Position
from motcua.organization.selectors import office_by_slug
from world import NOW, World

DECIDED = "cong-nhan-ho-ngheo"
SHIPPED = "khai-sinh"
MEMORY = "dựng lại theo trí nhớ"
EVERYWHERE = ("/tthc/", "/thu-tuc/ba-dinh/", "/kiosk/thu-tuc/ba-dinh/")
LISTS = (
    "/thu-tuc?don-vi=ba-dinh",
    "/niem-yet/ba-dinh/ho-tich",
    "/kiosk/thu-tuc?linh-vuc=Hộ tịch&don-vi=ba-dinh",
)


@pytest.fixture(autouse=True, scope="module")
def _decided(world: World) -> Iterator[None]:
    """A decision of 01/03/2017 gives a procedure two cases, one with a term of its own."""
    decision = Promulgation.objects.create(
        uuid="22222222-2222-4222-8222-222222222222",
        number="124/QĐ-UBND",
        signed_on=date(2017, 2, 20),
        issuer="Chủ tịch UBND tỉnh",
        effective_on=date(2017, 3, 1),
        entered_at=NOW,
        entered_by=Account.objects.get(username="books"),
        entered_as=Position.objects.filter(kind="KIEM_SOAT_TTHC").first(),
    )
    version = ProcedureVersion.objects.get(procedure__slug=DECIDED, effective_on=date(2017, 1, 1))
    version.pk, version.promulgation, version.effective_on = None, decision, date(2017, 3, 1)
    version.allowance_as_written = "7 ngày"
    version.extension_days = 10
    version.articles = {"allowance": {"article": "Điều 6", "mark": "V"}}
    version.save(force_insert=True)
    Case.objects.create(version=version, ordinal=1, key="ngheo", name="Hộ nghèo")
    near = Case.objects.create(
        version=version, ordinal=2, key="can-ngheo", name="Hộ cận nghèo",
        allowance_kind="working_days", allowance=5, article="Khoản 2 Điều 6", mark="V",
    )  # fmt: skip
    for ordinal, name, case in ((1, "Giấy đề nghị", None), (2, "Bảng kê thu nhập", near)):
        Component.objects.create(
            version=version, ordinal=ordinal, name=name, kind="copy", copies=2, case=case
        )
    FeeRule.objects.create(
        version=version, ordinal=1, name="Bản sao quyết định", amount_vnd=2000, unit="copy",
        exemptions="Miễn cho người có công", mark="M",
    )  # fmt: skip
    kept = store(b"%PDF-1.7 mau", media_type="application/pdf", at=NOW)
    FormTemplate.objects.create(
        version=version, ordinal=1, number="Mẫu 01", name="Giấy đề nghị", file_name="Mẫu 01.pdf",
        sha256=kept.sha256,
    )  # fmt: skip
    ResultKind.objects.create(version=version, ordinal=1, name="Quyết định", valid_months=12)
    catalogue.forget()
    yield
    catalogue.forget()


@contextmanager
def changed(slug: str, changes: Mapping[str, object]) -> Iterator[None]:
    """The shipped version of `slug` says this for a while."""
    rows = ProcedureVersion.objects.filter(procedure__slug=slug, effective_on=date(2017, 1, 1))
    before = rows.values(*changes).get()
    rows.update(**changes)
    catalogue.forget()
    try:
        yield
    finally:
        rows.update(**before)
        catalogue.forget()


def said_at(path: str, language: str = "") -> str:
    """The words of a page as one reads them: no space before a comma or a point."""
    said = unescape(words(passer_by(language).get(path))).replace("\xa0", " ")
    return re.sub(r" (?=[,;:.])", "", said)


def line_of(slug: str, path: str, language: str = "") -> str:
    """What a list says below the name of a procedure."""
    page = passer_by(language).get(path).content.decode()
    (found,) = re.findall(
        rf'href="[^"]*/(?:{slug}|1\.001193)">[^<]*</a>\s*<p>(.*?)</p>', page, re.DOTALL
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).replace("\xa0", " ").split())


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_page_of_a_procedure_says_its_cases_terms_and_what_is_unconfirmed(path: str) -> None:
    said = said_at(f"{path}{DECIDED}")

    for part in (
        "7 ngày làm việc chưa xác nhận Văn bản viết “7 ngày”, không nói là ngày gì. Điều 6",
        "được kéo dài thêm 10 ngày, có văn bản chưa xác nhận",
        "Quyết định, có giá trị 12 tháng",
        "Giấy đề nghị Bản sao, 2 bản",
        "Hộ cận nghèo 5 ngày làm việc Khoản 2 Điều 6 Bảng kê thu nhập Bản sao, 2 bản",
        "Mẫu 01 Giấy đề nghị",
        "Bản sao quyết định: 2.000 ₫ một bản",
        "Miễn, giảm: Miễn cho người có công",
    ):
        assert part in said, part


@pytest.mark.parametrize("path", EVERYWHERE[1:])
def test_a_case_with_a_term_of_its_own_is_promised_its_own_moment(path: str) -> None:
    said = said_at(f"{path}{DECIDED}")

    common, case = re.findall(r"hẹn trả (\S+ [^.]*?\d\d/\d\d/\d{4})", said)
    assert "Hộ cận nghèo: Nộp đủ giấy tờ lúc này thì hẹn trả" in said
    assert common != case


def test_a_form_is_fetched_at_home_and_asked_for_in_the_hall() -> None:
    home, hall = said_at(f"{EVERYWHERE[1]}{DECIDED}"), said_at(f"{EVERYWHERE[2]}{DECIDED}")

    assert "Tải mẫu: Mẫu 01" in home
    assert "Tải mẫu" not in hall
    assert "Mẫu 01 Giấy đề nghị Nhận mẫu tại bộ phận một cửa." in hall


@pytest.mark.parametrize("path", EVERYWHERE[:2])
def test_only_what_came_with_the_program_is_said_to_be_from_memory(path: str) -> None:
    assert MEMORY in said_at(f"{path}{SHIPPED}")
    assert MEMORY not in said_at(f"{path}{DECIDED}")


def test_a_decision_that_names_no_article_is_not_from_memory_either() -> None:
    rows = ProcedureVersion.objects.filter(promulgation__number="124/QĐ-UBND")
    articles = rows.get().articles
    rows.update(articles={})
    catalogue.forget()

    said = [said_at(f"{path}{DECIDED}") for path in EVERYWHERE[:2]]

    rows.update(articles=articles)
    catalogue.forget()
    assert [MEMORY in one for one in said] == [False, False]


@pytest.mark.parametrize(
    ("changes", "ways", "online"),
    [
        ({"online_level": 2}, "", "mức độ 2 Chưa nộp được trên mạng."),
        ({"online_level": 4}, ", trực tuyến", "mức độ 4"),
        ({"online_level": None, "online_scope": "full"}, ", trực tuyến", "toàn trình"),
        ({"online_level": None, "online_scope": "partial"}, ", trực tuyến", "một phần"),
        ({"online_level": 4, "online_scope": "full"}, ", trực tuyến", "toàn trình, mức độ 4"),
    ],
)
def test_how_far_it_goes_online_is_said_and_the_ways_to_file_agree(
    changes: dict[str, object], ways: str, online: str
) -> None:
    with changed(SHIPPED, changes):
        said = [said_at(f"{path}{SHIPPED}") for path in EVERYWHERE]

    whole = f"Cách nộp trực tiếp, qua bưu chính{ways} Dịch vụ công trực tuyến {online} Cơ chế"
    assert [whole in one for one in said] == [True] * 3


@pytest.mark.parametrize(
    "changes", [{"online_level": None}, {"online_level": 2, "channels": ["direct", "online"]}]
)
def test_what_says_nothing_of_online_or_the_contrary_of_its_ways_prints_no_level(
    changes: dict[str, object],
) -> None:
    with changed(SHIPPED, changes):
        facts = said_at(f"/tthc/{SHIPPED}").partition("Giấy tờ cần mang")[0]

    assert "Cách nộp trực tiếp, " in facts
    assert "Dịch vụ công trực tuyến" not in facts


@pytest.mark.parametrize(
    ("text", "vnd", "said"),
    [
        ("", None, Charge(True, None, "")),
        ("Không", None, Charge(True, None, "")),
        ("Không thu.", None, Charge(True, None, "")),
        ("Không có phí, lệ phí", 0, Charge(True, None, "")),
        ("Miễn phí", None, Charge(True, None, "")),
        ("Miễn lệ phí ở trong nước", None, Charge(False, None, "Miễn lệ phí ở trong nước")),
        ("Không thu với hộ nghèo", None, Charge(False, None, "Không thu với hộ nghèo")),
        ("", 75000, Charge(False, 75000, "")),
        ("75.000 đồng", 75000, Charge(False, 75000, "")),
        ("75.000 đồng/việc; miễn hộ nghèo", 75000,
         Charge(False, None, "75.000 đồng/việc; miễn hộ nghèo")),
        ("Tại xã 14.000 đồng", 28000, Charge(False, 28000, "Tại xã 14.000 đồng")),
        ("Theo nghị quyết", None, Charge(False, None, "Theo nghị quyết")),
    ],
)  # fmt: skip
def test_free_is_what_says_so_and_no_more(text: str, vnd: int | None, said: Charge) -> None:
    row = catalogue.version_for(office_by_slug("ba-dinh").id, SHIPPED, NOW.date())

    assert charge(replace(row, fee_text=text, fee_vnd=vnd)) == said


@pytest.mark.parametrize(
    ("text", "vnd", "said"),
    [
        ("Không", None, "Không thu phí"),
        ("Miễn lệ phí ở trong nước", None, "Miễn lệ phí ở trong nước"),
        ("75.000 đồng/việc; miễn hộ nghèo", 75000, "75.000 đồng/việc; miễn hộ nghèo"),
        ("Tại xã 14.000 đồng", 28000, "28.000 ₫ Tại xã 14.000 đồng"),
    ],
)
def test_a_list_says_free_what_is_free_and_a_fee_with_its_number_and_text(
    text: str, vnd: int | None, said: str
) -> None:
    with changed(SHIPPED, {"fee_text": text, "fee_vnd": vnd}):
        lines = {line_of(SHIPPED, path) for path in LISTS}

    assert lines == {f"trong ngày {said}"}


def test_a_long_fee_is_shortened_in_a_list_and_whole_on_its_page() -> None:
    text = f"Miễn lệ phí {'đối với người thuộc hộ nghèo ' * 9}hết"

    with changed(SHIPPED, {"fee_text": text}):
        line, whole = line_of(SHIPPED, LISTS[0]), said_at(f"{EVERYWHERE[1]}{SHIPPED}")

    assert line.startswith("trong ngày Miễn lệ phí đối với người")
    assert line.endswith("…")
    assert text in whole


def test_what_has_a_tariff_is_never_said_to_be_free() -> None:
    assert line_of(DECIDED, LISTS[0]) == "7 ngày làm việc Có phí, xem chi tiết"


@pytest.mark.parametrize("path", EVERYWHERE)
def test_a_page_says_a_number_that_has_no_words(path: str) -> None:
    with changed(SHIPPED, {"fee_text": "", "fee_vnd": 8000}):
        said = said_at(f"{path}{SHIPPED}")

    assert "8.000 ₫" in said
    assert "Không thu phí" not in said


def test_in_english_what_is_free_is_free_and_a_level_is_said() -> None:
    with changed(SHIPPED, {"fee_text": "Không", "online_level": 2}):
        line, whole = line_of(SHIPPED, LISTS[0], "en"), said_at(f"/tthc/{SHIPPED}", "en")

    assert line == "the same day Free of charge"
    assert "Online service level 2 Cannot be filed online yet." in whole
