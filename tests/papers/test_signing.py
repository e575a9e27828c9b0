"""Digital signatures over real papers: judged by our own page's checker and by poppler's pdfsig."""

import io
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from asn1crypto import pem, x509
from PIL import Image, ImageChops
from pyhanko.sign.timestamps import DummyTimeStamper
from pypdf import PdfReader

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.papers.receipt import Receipt, render
from motcua.papers.signing import checking
from motcua.papers.signing.blocks import (
    Block,
    Placed,
    agency_block,
    over,
    person_block,
    seal_mm,
)
from motcua.papers.signing.checking import SignatureFacts, Trust, signatures_of, trust
from motcua.papers.signing.samples import AUTHORITY, PIN, SampleAuthority, authority
from motcua.papers.signing.signer import FileSigner, open_content, open_file

AGENCY = "Ủy ban nhân dân thị xã Bỉm Sơn"
AT = datetime(2017, 3, 31, 9, 42, 11, tzinfo=VN)
PLACE = Placed(0, 120, 250, 60, 15)
SLIP = Receipt(
    code="000.00.19.H56-170306-0001", office="UBND thị xã Bỉm Sơn", desk="Bộ phận một cửa",
    place="Bỉm Sơn", owner="Lê Thị Hiên Mẫu", owner_address="Khu phố 5", owner_id="",
    owner_phone="", submitter="", procedure="Cấp giấy phép xây dựng", papers=[], copies=1,
    term="15 ngày", received_at=datetime(2017, 3, 6, 8, 0, tzinfo=VN), due_at=None,
    provisional=False, result_by="Tại quầy", fee="Không", issuer="Lê Thị Quầy Mẫu",
    lookup_url="", check="",
)  # fmt: skip


@pytest.fixture(scope="module")
def roots() -> SampleAuthority:
    return authority()


@pytest.fixture(scope="module")
def believed(roots: SampleAuthority) -> Trust:
    return Trust([certificate(roots)], [])


@pytest.fixture(scope="module")
def seal(roots: SampleAuthority) -> FileSigner:
    return open_content(roots.key_file(f"{AGENCY} MẪU", AGENCY), PIN)


@pytest.fixture(scope="module")
def signed(seal: FileSigner) -> bytes:
    return seal.sign(render(SLIP), block(), AT)


def block() -> Block:
    return agency_block(AGENCY, AT, over(PLACE), sample=True)


def certificate(of: SampleAuthority) -> x509.Certificate:
    return x509.Certificate.load(pem.unarmor(of.pem)[2])


def pdfsig(content: bytes, folder: Path) -> str:
    file = folder / "signed.pdf"
    file.write_bytes(content)
    return subprocess.run(
        ["pdfsig", "-nocert", file],  # noqa: S607
        capture_output=True, text=True, check=False,
    ).stdout  # fmt: skip


def test_a_signed_paper_is_valid_to_us_and_to_pdfsig(
    signed: bytes, believed: Trust, tmp_path: Path
) -> None:
    (one,) = signatures_of(signed, believed)

    assert one.good
    assert one.certificate
    assert one.certificate.name == f"{AGENCY} MẪU"
    assert (one.signed_at, one.root, one.stamped) == (AT, AUTHORITY, False)
    said = pdfsig(signed, tmp_path)
    assert "Signature is Valid." in said
    assert "ETSI.CAdES.detached" in said
    assert "Total document signed" in said


def test_one_changed_byte_makes_it_invalid_to_us_and_to_pdfsig(
    signed: bytes, believed: Trust, tmp_path: Path
) -> None:
    altered = bytearray(signed)
    altered[signed.index(b"stream") + 40] ^= 1

    (one,) = signatures_of(bytes(altered), believed)

    assert one.fault == "altered"
    said = pdfsig(bytes(altered), tmp_path)
    assert "Digest Mismatch" in said
    assert "Signature is Valid" not in said


def test_no_changed_byte_anywhere_passes_for_good(signed: bytes, believed: Trust) -> None:
    begins = signed.rindex(b"/Contents <")
    digits = range(begins, signed.index(b">", begins))
    for place in range(0, len(signed), len(signed) // 40):
        if place in digits and bytes([signed[place]]).isalpha():
            continue  # a hexadecimal digit in the other case is the same digit
        altered = bytearray(signed)
        altered[place] ^= 0x20
        found: Sequence[SignatureFacts] = ()
        with suppress(Refused):
            found = signatures_of(bytes(altered), believed)
        assert [one.good for one in found] != [True], place


def test_a_person_and_then_the_agency_sign_one_after_the_other(
    roots: SampleAuthority, seal: FileSigner, believed: Trust, tmp_path: Path
) -> None:
    person = open_content(roots.key_file("Nguyễn Văn Nóc Mẫu", AGENCY), PIN)
    personal = person_block("Nguyễn Văn Nóc Mẫu", "Phó Chủ tịch", AT, PLACE)

    both = seal.sign(person.sign(render(SLIP), personal, AT), block(), AT)

    assert [one.fault for one in signatures_of(both, believed)] == ["", ""]
    assert pdfsig(both, tmp_path).count("Signature is Valid.") == 2


def test_what_can_be_seen_is_what_the_decree_asks(signed: bytes) -> None:
    page = PdfReader(io.BytesIO(signed)).pages[0]
    (note,) = [one.get_object() for one in page["/Annots"]]
    drawn = note["/AP"]["/N"]["/Resources"]["/XObject"]

    assert note["/T"] == "DauCoQuan"
    assert len(drawn) == 1
    picture = PdfReader(io.BytesIO(block().picture)).pages[0].extract_text()
    assert f"Cơ quan ký: {AGENCY}" in picture
    assert "Thời gian ký: 31/03/2017 09:42:11 +07:00" in picture
    assert "CHỮ KÝ MẪU, KHÔNG CÓ GIÁ TRỊ" in picture


def test_the_seal_is_as_large_as_the_stamp_and_covers_the_left_third_of_the_signature(
    signed: bytes,
) -> None:
    (note,) = [one.get_object() for one in PdfReader(io.BytesIO(signed)).pages[0]["/Annots"]]
    left, bottom, _, top = (float(side) / 72 * 25.4 for side in note["/Rect"])
    sheet = pypdfium2.PdfDocument(block().picture)[0].render(scale=300 / 72).to_pil()
    red = ImageChops.subtract(sheet.getchannel("R"), sheet.getchannel("G"))
    extent = red.point(lambda value: 255 * (value > 60)).crop((0, 0, 425, 425)).getbbox()
    assert extent

    assert (left + 36) == pytest.approx(PLACE.left_mm + PLACE.width_mm / 3, abs=0.4)
    middle = 297 - top + 36 / 2
    assert middle == pytest.approx(PLACE.top_mm + PLACE.height_mm / 2, abs=0.4)
    assert top - bottom == pytest.approx(36 + 9, abs=0.4)
    for first, last in (extent[::2], extent[1::2]):
        assert (last - first) / 300 * 25.4 == pytest.approx(35.8, abs=0.5)


def test_a_picture_that_says_its_resolution_is_set_as_large_as_it_was() -> None:
    def picture(dpi: float) -> bytes:
        made = io.BytesIO()
        Image.new("RGBA", (400, 400)).save(made, "PNG", dpi=(dpi, dpi))
        return made.getvalue()

    plain = io.BytesIO()
    Image.new("RGBA", (400, 400)).save(plain, "PNG")

    assert seal_mm(picture(267)) == pytest.approx(38, abs=0.2)
    assert seal_mm(picture(72)) == seal_mm(plain.getvalue()) == seal_mm(b"") == 36


def test_the_paper_stays_tagged_and_sound(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "signed.pdf"
    file.write_bytes(signed)

    checked = subprocess.run(
        ["qpdf", "--check", file],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert checked.returncode == 0, checked.stdout
    assert PdfReader(io.BytesIO(signed)).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_the_pin_opens_the_key_and_nothing_else_does(
    roots: SampleAuthority, tmp_path: Path
) -> None:
    file = tmp_path / "key.p12"
    file.write_bytes(roots.key_file("X Mẫu", AGENCY))

    assert open_file(file, PIN).certificate.name == "X Mẫu"
    for path, pin, code in (
        (file, "sai", "wrong_pin"), (file, "", "wrong_pin"),
        (tmp_path / "none.p12", PIN, "key_missing"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            open_file(path, pin)
        assert refused.value.code == code
    with pytest.raises(Refused):
        open_content(b"not a key file", PIN)


def test_a_signer_nobody_here_trusts_is_named_as_such(
    signed: bytes, roots: SampleAuthority
) -> None:
    stranger = Trust([certificate(authority())], [])

    for believed in (Trust([], []), stranger):
        (one,) = signatures_of(signed, believed)
        assert (one.fault, one.intact, one.trusted, one.root) == ("unknown_root", True, False, "")


def test_a_certificate_out_of_its_time_does_not_hold(
    roots: SampleAuthority, believed: Trust
) -> None:
    short = roots.key_file(
        "Hết hạn Mẫu", AGENCY, from_at=datetime(2016, 1, 1, tzinfo=UTC),
        until_at=datetime(2017, 1, 1, tzinfo=UTC),
    )  # fmt: skip

    (one,) = signatures_of(open_content(short, PIN).sign(render(SLIP), block(), AT), believed)

    assert one.fault == "out_of_time"


def test_a_time_stamp_vouches_for_the_moment(roots: SampleAuthority, believed: Trust) -> None:
    stamper = open_content(roots.key_file("TSA Mẫu", AGENCY, stamps_time=True), PIN).key
    key = open_content(roots.key_file(AGENCY, AGENCY), PIN).key
    authority_of_time = DummyTimeStamper(
        tsa_cert=stamper.signing_cert, tsa_key=stamper.signing_key,
        certs_to_embed=stamper.cert_registry, fixed_dt=AT,
    )  # fmt: skip

    (one,) = signatures_of(
        FileSigner(key, authority_of_time).sign(render(SLIP), block(), AT), believed
    )

    assert (one.fault, one.stamped, one.signed_at) == ("", True, AT)


def test_an_authority_of_time_that_does_not_answer_is_a_refusal(roots: SampleAuthority) -> None:
    file = roots.key_file(AGENCY, AGENCY)

    with pytest.raises(Refused) as refused:
        open_content(file, PIN, time_stamps_at="http://127.0.0.1:9/tsa").sign(
            render(SLIP), block(), AT
        )

    assert refused.value.code == "no_time_stamp"


def test_a_paper_without_signatures_has_none(believed: Trust) -> None:
    assert list(signatures_of(render(SLIP), believed)) == []


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "not_a_pdf"), (b"PK\x03\x04 zip", "not_a_pdf"), (b"%PDF-1.7\nrubbish", "not_a_pdf")],
)
def test_what_is_no_pdf_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        signatures_of(content, Trust([], []))
    assert refused.value.code == code


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "LARGEST", 10)

    with pytest.raises(Refused) as refused:
        signatures_of(bytes(11), Trust([], []))
    assert refused.value.code == "too_large"


def test_trust_is_what_lies_in_the_folder(roots: SampleAuthority, tmp_path: Path) -> None:
    folder = tmp_path / "keys" / "trust"
    folder.mkdir(parents=True)
    (folder / "mau.pem").write_bytes(roots.pem)
    (folder / "rubbish.pem").write_bytes(b"not a certificate")

    assert [one.dump() for one in trust(tmp_path).roots] == [certificate(roots).dump()]
    assert trust(tmp_path / "elsewhere").roots == []
