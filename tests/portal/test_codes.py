"""A procedure at its permanent address, on any day; the live page of a board; what is mapped."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import unescape
from xml.etree import ElementTree

import pytest

from acting import words
from asking import passer_by
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing.posting import posters
from motcua.catalogue.listing.public import key_of
from motcua.catalogue.models import (
    Case,
    Component,
    FeeRule,
    FormTemplate,
    Procedure,
    ProcedureVersion,
    Promulgation,
    ResultKind,
)
from motcua.core.text import sort_key
from motcua.files.store import store
from motcua.identity.models import Account, Position
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug, offices_with_desk
from world import NOW, World

TODAY = NOW.date()
BIRTH = "1.001193"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True, scope="module")
def _catalogue_is_there(world: World) -> Iterator[None]:
    """A decision of 01/03/2017 amends one procedure and abolishes another."""
    by = Account.objects.get(username="books")
    decision = Promulgation.objects.create(
        uuid="11111111-1111-4111-8111-111111111111",
        number="123/QĐ-UBND",
        signed_on=date(2017, 2, 20),
        issuer="Chủ tịch UBND tỉnh",
        effective_on=date(2017, 3, 1),
        entered_at=NOW,
        entered_by=by,
        entered_as=Position.objects.filter(kind="KIEM_SOAT_TTHC").first(),
    )
    amend(decision)
    abolish(decision)
    catalogue.forget()
    yield
    catalogue.forget()


def copy_of(slug: str, decision: Promulgation, **changes: object) -> ProcedureVersion:
    version = ProcedureVersion.objects.get(procedure__slug=slug, effective_on=date(2017, 1, 1))
    version.pk = None
    version.promulgation, version.effective_on = decision, decision.effective_on
    for name, value in changes.items():
        setattr(version, name, value)
    version.sort_key = sort_key(version.name)
    version.save(force_insert=True)
    return version


def amend(decision: Promulgation) -> None:
    new = copy_of(
        "cong-nhan-ho-ngheo",
        decision,
        code="1.011607",
        owner_suffix="000.00.00.H56",
        allowance_as_written="7 ngày",
        supplement_within_days=3,
        silence_days=5,
        silence_consents=True,
        extension_days=10,
        articles={"supplement_within_days": {"article": "Điều 6", "mark": "V"}},
        channels=["direct", "online"],
    )
    case = Case.objects.create(
        version=new, ordinal=1, key="can-ngheo", name="Hộ cận nghèo", allowance_kind="working_days",
        allowance=5, article="Khoản 2 Điều 6", mark="V",
    )  # fmt: skip
    Component.objects.create(version=new, ordinal=1, name="Giấy đề nghị", kind="original", copies=1)
    Component.objects.create(
        version=new, ordinal=2, name="Bảng kê thu nhập", kind="copy", copies=2, case=case
    )
    FeeRule.objects.create(
        version=new, ordinal=1, name="Bản sao quyết định", amount_vnd=2000, unit="copy",
        steps=[{"up_to": 2, "vnd": 2000}, {"vnd": 1000}], cap_vnd=200000,
        exemptions="Miễn cho người có công", mark="M",
    )  # fmt: skip
    kept = store(b"%PDF-1.7 mau", media_type="application/pdf", at=NOW)
    FormTemplate.objects.create(
        version=new, ordinal=1, number="Mẫu 01", name="Giấy đề nghị", file_name="Mẫu 01.pdf",
        sha256=kept.sha256,
    )  # fmt: skip
    ResultKind.objects.create(version=new, ordinal=1, name="Quyết định công nhận", valid_months=12)


def abolish(decision: Promulgation) -> None:
    heir = Procedure.objects.get(slug="cong-nhan-ho-ngheo")
    copy_of("thoat-ngheo", decision, abolished=True, replaced_by=heir)


def page(path: str, language: str = "") -> str:
    return unescape(words(passer_by(language).get(path)))


def html(path: str) -> str:
    return passer_by().get(path).content.decode()


def canonical(path: str) -> str:
    return re.findall(r'rel="canonical" href="https?://[^/]+([^"]+)"', html(path))[0]


@pytest.mark.parametrize("key", [BIRTH, f"{BIRTH}.000.00.00.H56", "khai-sinh"])
def test_a_code_with_or_without_its_owner_and_the_slug_lead_to_one_page(key: str) -> None:
    said = page(f"/tthc/{key}")

    assert "Thủ tục đăng ký khai sinh" in said
    assert canonical(f"/tthc/{key}") == f"/tthc/{BIRTH}"


def test_it_names_every_office_that_handles_it_and_links_their_pages() -> None:
    said = html(f"/tthc/{BIRTH}")

    communes = [one for one in offices_with_desk() if one.kind != "town"]
    assert len(communes) == 8
    for office in communes:
        assert f'href="/thu-tuc/{office.slug}/khai-sinh"' in said
    assert "/thu-tuc/bim-son/khai-sinh" not in said


def test_it_says_all_that_a_version_says_with_article_and_mark() -> None:
    said = page("/tthc/1.011607")

    for part in (
        "7 ngày làm việc chưa xác nhận Văn bản viết “7 ngày”, không nói là ngày gì.",
        "trong 3 ngày đầu, một lần Điều 6",
        "cơ quan được hỏi trả lời trong 5 ngày , quá hạn coi như đồng ý chưa xác nhận",
        "được kéo dài thêm 10 ngày, có văn bản chưa xác nhận",
        "Quyết định công nhận , có giá trị 12 tháng",
        "trực tiếp , trực tuyến",
        "Hộ cận nghèo 5 ngày làm việc Khoản 2 Điều 6",
        "Bảng kê thu nhập Bản sao, 2 bản",
        "Bản sao quyết định: 2.000 ₫ một bản",
        "đến 2: 2.000 ₫; trên đó: 1.000 ₫",
        "Không quá 200.000 ₫.",
        "Miễn, giảm: Miễn cho người có công",
    ):
        assert part.replace(" ,", ",") in said.replace(" ,", ",").replace("\xa0", " "), part


def test_the_history_names_the_decision_and_what_changed() -> None:
    said = page("/tthc/1.011607")

    assert "Quyết định số 123/QĐ-UBND ngày 20/02/2017 của Chủ tịch UBND tỉnh" in said
    assert "điểm thay đổi so với bản trước" in said
    assert "Gia hạn" in said
    assert "Cách người dân gọi" not in said


def test_a_past_version_has_its_own_address_and_says_so() -> None:
    said = page("/tthc/cong-nhan-ho-ngheo?ngay=2017-01-15")

    assert "Đây là bản của ngày 15/01/2017." in said
    assert "Bảng kê thu nhập Bản sao" not in said
    assert canonical("/tthc/cong-nhan-ho-ngheo?ngay=2017-01-15").endswith("?ngay=2017-01-15")


def test_an_abolished_one_says_by_which_decision_and_what_took_its_place() -> None:
    said = html("/tthc/thoat-ngheo")

    assert "Bãi bỏ từ 01/03/2017." in said
    assert "123/QĐ-UBND" in said
    assert 'href="/tthc/cong-nhan-ho-ngheo"' in said
    assert "Đây là bản của ngày 28/02/2017" in page("/tthc/thoat-ngheo?ngay=2017-02-28")


def test_a_code_two_levels_share_leads_to_each() -> None:
    said = html("/tthc/2.000635")

    assert 'href="/tthc/trich-luc-ho-tich"' in said
    assert 'href="/tthc/tx-trich-luc-ho-tich"' in said
    assert canonical("/tthc/tx-trich-luc-ho-tich") == "/tthc/tx-trich-luc-ho-tich"


@pytest.mark.parametrize(
    "path",
    [
        "/tthc/9.999999",
        "/tthc/khong-co",
        "/tthc/khai-sinh?ngay=1990-01-01",
        "/tthc/khai-sinh?ngay=x",
    ],
)
def test_what_nobody_ever_published_is_not_found(path: str) -> None:
    assert passer_by().get(path).status_code == 404


def test_every_procedure_in_force_has_its_permanent_page() -> None:
    broken = []
    for row in catalogue.procedures_in_force(TODAY):
        said = page(f"/tthc/{key_of(row, TODAY)}")
        if row.name not in said or " ".join(row.fee_text.split()) not in said or "None" in said:
            broken.append(row.slug)
    assert broken == []


def test_a_form_is_handed_over_as_a_file_and_never_opened_as_a_page() -> None:
    sha256 = hashlib.sha256(b"%PDF-1.7 mau").hexdigest()

    answer = passer_by().get(f"/bieu-mau/{sha256}")

    assert f'href="/bieu-mau/{sha256}"' in html("/tthc/1.011607")
    assert answer.content == b"%PDF-1.7 mau"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "immutable" in answer.headers["Cache-Control"]
    assert passer_by().get(f"/bieu-mau/{'0' * 64}").status_code == 404


def test_the_page_of_an_office_links_to_the_permanent_address() -> None:
    assert f'href="/tthc/{BIRTH}"' in html("/thu-tuc/ba-dinh/khai-sinh")
    assert canonical("/thu-tuc/ba-dinh/khai-sinh") == f"/tthc/{BIRTH}"


def test_the_live_page_of_a_board_says_whether_the_paper_is_new() -> None:
    office = office_by_slug("ba-dinh")
    one = next(p for p in posters(office.id, TODAY) if p.key == "ho-tich")

    new = page(f"/niem-yet/ba-dinh/ho-tich?ban={one.edition}")
    old = page("/niem-yet/ba-dinh/ho-tich?ban=34679CFH")

    assert f"Bản {one.edition} trên bảng là bản mới nhất." in new
    assert "Bản 34679CFH trên bảng đã cũ." in old
    assert f"{len(one.lines)} thủ tục." in new
    assert all(line.name in new for line in one.lines)
    assert "trên bảng" not in page('/niem-yet/ba-dinh/ho-tich?ban="><b>')
    assert passer_by().get("/niem-yet/ba-dinh/khong-co").status_code == 404


def test_the_map_of_the_site_is_valid_and_every_address_answers() -> None:
    answer = passer_by().get("/sitemap.xml")
    tree = ElementTree.fromstring(answer.content)  # noqa: S314 (our own)
    places = [one.findtext(f"{SITEMAP}loc") or "" for one in tree.findall(f"{SITEMAP}url")]
    paths = [re.sub(r"^https?://[^/]+", "", place) for place in places]

    in_force = {f"/tthc/{key_of(row, TODAY)}" for row in catalogue.procedures_in_force(TODAY)}
    assert tree.tag == f"{SITEMAP}urlset"
    assert in_force <= set(paths)
    assert len(paths) == len(set(paths))
    assert all(place.startswith("http") for place in places)
    for path in [*paths[:10], *[path for path in paths if "niem-yet" in path][::20]]:
        assert passer_by().get(path).status_code == 200, path
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\d", one.text or "") for one in tree.iter(f"{SITEMAP}lastmod")
    )


def test_the_map_is_kept_until_it_changes() -> None:
    first = passer_by().get("/sitemap.xml")

    again = passer_by().get("/sitemap.xml", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert "public" in first.headers["Cache-Control"]


@pytest.mark.parametrize("path", ["/tthc/1.001193", "/tthc/2.000635", "/du-lieu-mo"])
def test_pages_alike_for_everybody_may_be_kept_a_minute(path: str) -> None:
    answer = passer_by().get(path)

    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" in answer.headers["Vary"]
    assert not answer.cookies


def test_robots_may_read_the_listing_and_nothing_of_dossiers() -> None:
    said = passer_by().get("/robots.txt").content.decode()

    assert "Disallow: /can-bo/" in said
    assert "Disallow: /tra-cuu" in said
    assert "/tthc" not in said
    assert re.search(r"Sitemap: https?://\S+/sitemap.xml", said)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/tthc/1.011607", "Versions of this procedure"),
        ("/tthc/1.011607", "Decision No. 123/QĐ-UBND of 20/02/2017"),
        ("/tthc/thoat-ngheo", "Abolished from 01/03/2017."),
        ("/niem-yet/ba-dinh/ho-tich?ban=34679CFH", "is out of date"),
        ("/du-lieu-mo", "Always the catalogue in force."),
    ],
)
def test_these_pages_are_there_in_english(path: str, said: str) -> None:
    assert said in page(path, "en")


def test_a_day_after_a_coming_version_is_told_as_coming() -> None:
    timekeeping.set_demonstration(datetime(2017, 2, 25, 2, 0, tzinfo=UTC))
    try:
        assert "sắp có hiệu lực" in page("/tthc/cong-nhan-ho-ngheo")
    finally:
        timekeeping.set_demonstration(NOW)


def test_nine_years_later_it_names_the_wards_there_are_and_the_past_those_there_were() -> None:
    timekeeping.set_demonstration(datetime(2026, 11, 25, 2, 0, tzinfo=UTC))
    try:
        now, then = page("/tthc/khai-sinh"), page("/tthc/khai-sinh?ngay=2017-03-31")
    finally:
        timekeeping.set_demonstration(NOW)

    assert "Phường Bỉm Sơn" in now
    assert "Xã Hà Lan" not in now
    assert "Xã Hà Lan" in then
    assert "Phường Bỉm Sơn" not in then.split("Nơi nhận")[1].split("Giấy tờ cần mang")[0]
