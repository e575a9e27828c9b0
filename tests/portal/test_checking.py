"""Anyone checks a paper by the code on it, and a PDF by its signatures; nothing is kept."""

import io
import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from PIL import Image
from pyzbar.pyzbar import ZBarSymbol, decode

from acting import words
from asking import passer_by
from motcua.core.clock import VN
from motcua.core.seals import SealedPaper
from motcua.dossiers import services
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.selectors import receipt_facts
from motcua.files.models import StoredFile
from motcua.papers import seal_keys
from motcua.papers.receipt import render, render_png
from motcua.papers.sealing import seal_address, verdict
from motcua.papers.services import receipt_of
from motcua.papers.signing.blocks import agency_block, over
from motcua.papers.signing.places import USUAL
from motcua.papers.signing.samples import PIN, SampleAuthority, authority
from motcua.papers.signing.signer import open_content
from office import MONDAY, Office
from world import World

SCRIPT = Path(__file__).parents[2] / "deploy" / "verify_qr.py"
PERMIT = "tx-gpxd-nha-o-do-thi"
DAY = date(2026, 11, 30)
AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: object) -> Path:
    """A data folder of its own, with the office's first key."""
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    settings.MOTCUA_PUBLIC_URL = "https://motcua.example"  # type: ignore[attr-defined]
    seal_keys.ensure(tmp_path, DAY)
    cache.clear()
    return tmp_path


@pytest.fixture(scope="module")
def dossier(office: Office) -> Dossier:
    found = office.received(PERMIT)
    office.act(services.hand_over, found, "clerk")
    return found


def on_paper(office: Office, dossier: Dossier) -> str:
    """What a telephone reads from the printed slip."""
    slip = receipt_of(receipt_facts(dossier.code, office.people["clerk"]))
    squares = decode(Image.open(io.BytesIO(render_png(slip, 200))), symbols=[ZBarSymbol.QRCODE])
    first, second = (square.data.decode() for square in squares)
    assert first == second
    return first


def path_of(address: str) -> str:
    return address.removeprefix("HTTPS://MOTCUA.EXAMPLE")


def test_the_slip_of_a_dossier_is_genuine_and_says_where_it_stands(
    office: Office, dossier: Dossier
) -> None:
    page = words(passer_by().get(path_of(on_paper(office, dossier))))

    assert "Giấy do cơ quan này cấp" in page
    assert "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in page
    assert dossier.code in page
    assert "Cấp lúc 08:00 Thứ Hai 06/03/2017" in page
    assert "Hẹn trả ghi trên giấy 17:30 Thứ Ba 21/03/2017" in page
    assert "Kiểm tra hồ sơ Phòng Quản lý đô thị" in page
    assert "đã được sửa lỗi ghi" not in page
    assert "Hiên" not in page


def test_what_was_scanned_may_be_pasted(office: Office, dossier: Dossier) -> None:
    page = words(passer_by().post("/kiem-tra-ma", {"ma": on_paper(office, dossier)}))

    assert "Giấy do cơ quan này cấp" in page


def test_a_slip_whose_dossier_was_corrected_since_says_so(office: Office) -> None:
    other = office.received(PERMIT)
    address = on_paper(office, other)

    Party.objects.filter(dossier=other).update(name="Lê Thị Hiền Mẫu")

    assert "Hồ sơ đã được sửa lỗi ghi sau khi in giấy này" in words(
        passer_by().get(path_of(address))
    )


def test_an_altered_slip_is_not_genuine_and_leads_nowhere(office: Office, dossier: Dossier) -> None:
    good = path_of(on_paper(office, dossier))
    last = "0" if good[-40] != "0" else "1"
    forged = [
        good[:-40] + last + good[-39:],
        good.replace(dossier.code[-4:], "9999"),
        "/Q/GIA/123",
    ]

    for path in forged:
        page = words(passer_by().get(path))
        assert "Giấy này không đúng" in page
        assert "Các bước" not in page
        assert "Giấy do cơ quan này cấp" not in page


def test_a_followed_key_still_proves_and_a_revoked_one_does_not(
    office: Office, dossier: Dossier, data: Path
) -> None:
    address = on_paper(office, dossier)
    old = seal_keys.in_use(data)
    assert old

    new = seal_keys.renew(data, DAY)
    assert verdict(address).holds
    assert seal_keys.in_use(data) == new

    assert seal_keys.revoke(data, old.id, DAY)
    assert verdict(address).fault == "revoked_key"
    assert not seal_keys.revoke(data, "00000000", DAY)
    assert seal_keys.revoke(data, new.id, DAY)
    assert seal_keys.in_use(data) not in (None, new)


def test_a_paper_of_another_office_is_not_ours(
    office: Office, dossier: Dossier, tmp_path: Path, settings: object
) -> None:
    address = on_paper(office, dossier)
    elsewhere = tmp_path / "elsewhere"
    seal_keys.ensure(elsewhere, DAY)

    settings.MOTCUA_DATA = elsewhere  # type: ignore[attr-defined]

    assert "Mã này không do cơ quan này ký" in words(passer_by().get(path_of(address)))


def test_keys_are_readable_by_nobody_else(data: Path) -> None:
    (file,) = (data / "keys" / "qr").iterdir()

    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_the_published_keys_are_all_the_script_needs(
    office: Office, dossier: Dossier, tmp_path: Path
) -> None:
    published = passer_by().get("/khoa-kiem-tra.json")
    file = tmp_path / "khoa.json"
    file.write_bytes(published.content)

    ran = subprocess.run(
        [sys.executable, "-I", SCRIPT, file, on_paper(office, dossier)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stdout
    assert dossier.code in ran.stdout
    listed = json.loads(published.content)
    assert [(one["from_on"], one["state"]) for one in listed["keys"]] == [("2026-11-30", "in_use")]
    assert "seed" not in published.content.decode()


def test_no_public_address_or_no_key_means_no_code(tmp_path: Path, settings: object) -> None:
    settings.MOTCUA_DATA = tmp_path / "nowhere"  # type: ignore[attr-defined]
    assert seal_address(SealedPaper.DOCUMENT, "VB-1", at=MONDAY) == ""
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    assert seal_address(SealedPaper.DOCUMENT, "VB-1", at=MONDAY)
    settings.MOTCUA_PUBLIC_URL = ""  # type: ignore[attr-defined]
    assert seal_address(SealedPaper.DOCUMENT, "VB-1", at=MONDAY) == ""


@pytest.mark.usefixtures("within_a_minute")
def test_codes_are_asked_about_so_often_and_no_more(office: Office, dossier: Dossier) -> None:
    client = passer_by()
    answers = [client.get("/Q/GIA/123").status_code for _ in range(31)]

    assert answers == [200] * 30 + [429]


# A PDF and its signatures


@pytest.fixture
def roots(data: Path) -> SampleAuthority:
    made = authority()
    (data / "keys" / "trust").mkdir(parents=True)
    (data / "keys" / "trust" / "mau.pem").write_bytes(made.pem)
    return made


@pytest.fixture
def signed(roots: SampleAuthority, office: Office, dossier: Dossier) -> bytes:
    key = open_content(roots.key_file("UBND thị xã Bỉm Sơn MẪU", "UBND"), PIN)
    slip = render(receipt_of(receipt_facts(dossier.code, office.people["clerk"])))
    return key.sign(slip, agency_block("UBND thị xã Bỉm Sơn", AT, over(USUAL)), AT)


def dropped(content: bytes, client: Client | None = None) -> str:
    file = io.BytesIO(content)
    file.name = "van-ban.pdf"
    return words((client or passer_by()).post("/kiem-tra-van-ban", {"tep": file}))


def test_a_signed_pdf_says_who_signed_when_and_why_they_are_trusted(signed: bytes) -> None:
    page = dropped(signed)

    assert "Chữ ký số đúng, văn bản còn nguyên" in page
    assert "Chữ ký 1 : UBND thị xã Bỉm Sơn MẪU" in page
    assert "Ký lúc 09:42 Thứ Sáu 31/03/2017 theo đồng hồ của người ký" in page
    assert "Được tin vì CA MẪU Một Cửa, không có giá trị" in page
    assert "chưa biết chứng thư có bị thu hồi không" in page


def test_an_altered_pdf_says_so(signed: bytes) -> None:
    altered = bytearray(signed)
    altered[signed.index(b"stream") + 40] ^= 1

    page = dropped(bytes(altered))

    assert "Có điều không ổn ở chữ ký số" in page
    assert "Sai: văn bản đã bị sửa sau khi ký, hoặc chữ ký là giả." in page


def test_a_signature_by_somebody_unknown_is_told_apart(signed: bytes, data: Path) -> None:
    (data / "keys" / "trust" / "mau.pem").unlink()

    assert "chứng thư của nơi mà hệ thống này không tin" in dropped(signed)


def test_a_pdf_without_signatures_and_no_pdf_at_all(office: Office, dossier: Dossier) -> None:
    slip = render(receipt_of(receipt_facts(dossier.code, office.people["clerk"])))

    assert "Tệp này không có chữ ký số" in dropped(slip)
    assert "Tệp này không phải PDF" in dropped(b"PK\x03\x04 no PDF")
    assert "Chưa chọn tệp nào" in words(passer_by().post("/kiem-tra-van-ban", {}))


def test_nothing_of_the_file_is_kept(signed: bytes, data: Path) -> None:
    before = sorted(data.rglob("*"))
    rows = StoredFile.objects.count()

    dropped(signed)

    assert sorted(data.rglob("*")) == before
    assert StoredFile.objects.count() == rows


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(world: World) -> None:
    answer = passer_by().post(
        "/kiem-tra-van-ban", b"", content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(2**25),
    )  # fmt: skip

    assert answer.status_code == 413
    assert "Tệp lớn quá mức nhận ở đây" in words(answer)


@pytest.mark.usefixtures("within_a_minute")
def test_pdfs_are_looked_at_so_often_and_no_more() -> None:
    client = passer_by()

    said = [dropped(b"no", client) for _ in range(11)]

    assert ["Đã thử quá nhiều lần" in page for page in said] == [False] * 10 + [True]


def test_both_pages_speak_english() -> None:
    assert "Is this paper genuine?" in words(passer_by("en").get("/kiem-tra-ma"))
    assert "Who signed this document?" in words(passer_by("en").get("/kiem-tra-van-ban"))
