"""The code on a paper: what it says, that it is one text, and that no other text is it."""

import importlib.util
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from motcua.core import seals
from motcua.core.clock import VN
from motcua.core.seals import NotASeal, Seal, SealedPaper, address, message_of, read, written

SCRIPT = Path(__file__).parents[2] / "deploy" / "verify_qr.py"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()
KEY_ID = "deadbeef"
SEAL = Seal(
    SealedPaper.RECEIPT,
    "000.00.19.H56-170331-0001",
    datetime(2017, 3, 31, 9, 42, tzinfo=VN),
    datetime(2017, 4, 24, 9, 42, tzinfo=VN),
    bytes(range(8)),
)
seal_of = st.builds(
    Seal,
    paper=st.sampled_from(SealedPaper),
    subject=st.from_regex(r"\A[A-Z0-9][A-Z0-9.-]{2,39}\Z"),
    at=st.datetimes(datetime(2001, 1, 1), datetime(2200, 1, 1)).map(
        lambda at: at.replace(second=0, microsecond=0, tzinfo=VN, fold=0)
    ),
    until_at=st.none(),
    digest=st.binary(min_size=8, max_size=8),
)


def signed(seal: Seal = SEAL) -> str:
    return written(seal, KEY_ID, KEY.sign(message_of(seal, KEY_ID)))


@pytest.fixture(scope="module")
def script() -> Any:
    spec = importlib.util.spec_from_file_location("verify_qr", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def published(tmp_path: Path) -> Path:
    file = tmp_path / "keys.json"
    key = {"id": KEY_ID, "public": PUBLIC.hex(), "state": "in_use"}
    file.write_text(json.dumps({"keys": [key]}), "utf-8")
    return file


@given(seal=seal_of, signature=st.binary(min_size=64, max_size=64))
def test_what_is_written_is_read_again(seal: Seal, signature: bytes) -> None:
    found = read(written(seal, KEY_ID, signature))

    assert found.seal == seal
    assert found.key_id == KEY_ID
    assert found.signature == signature
    assert found.message == message_of(seal, KEY_ID)


def test_a_code_reads_the_same_from_its_address() -> None:
    url = address("https://motcua.example", signed())

    assert url.startswith("HTTPS://MOTCUA.EXAMPLE/Q/000.00.19.H56-170331-0001/")
    assert read(f"  {url}\n") == read(signed())


def test_a_path_before_the_pages_keeps_its_letters() -> None:
    assert address("https://tinh.example/motcua/", "X/Y") == "HTTPS://TINH.EXAMPLE/motcua/Q/X/Y"


def test_the_layout_is_a_promise_to_papers_in_hands() -> None:
    assert signed() == (
        "000.00.19.H56-170331-0001/"
        "CQC8GZ7QCG20RTX4G3FP762CH9KLHS672CS44GV3BB5C9XBHGZ936Q2RGXKQHCV26FT46550"
        "J36RCH9R8LXHMJFQMJP79QXLV5LLFZS081RVRKVH802F4XG6G58B570XHGL75G10G0M8H400"
    )


def test_no_sign_of_it_is_changed_by_a_vietnamese_keyboard() -> None:
    assert set(seals.ALPHABET).isdisjoint("AEIOUYDW")
    assert set(signed()) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    assert len(signed().partition("/")[2]) == seals.LENGTH


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "000.00.19.H56-170331-0001",
        "000.00.19.H56-170331-0001/",
        "/" + "0" * 144,
        "AB/" + "0" * 144,
        "000.00.19.H56-170331-0001/" + "0" * 144,
        "000.00.19.H56-170331-0001/" + "Z" * 144,
        signed().lower(),
        signed()[:-1],
        signed() + "0",
        signed().replace("H56", "H é"),
        "9" * 10_000,
    ],
)
def test_what_no_office_writes_is_no_code(text: str) -> None:
    with pytest.raises(NotASeal):
        read(text)


def test_a_later_version_and_an_unknown_paper_are_refused() -> None:
    for place, value in ((0, 2), (1, 99)):
        content = bytearray(seals._read(signed().partition("/")[2]))
        content[place] = value
        with pytest.raises(NotASeal):
            read(f"{SEAL.subject}/{seals._spelt(bytes(content))}")


@pytest.mark.parametrize(
    "seal",
    [
        Seal(SealedPaper.RECEIPT, "hồ sơ", SEAL.at, None, bytes(8)),
        Seal(SealedPaper.RECEIPT, SEAL.subject, datetime(1999, 1, 1, tzinfo=VN), None, bytes(8)),
        Seal(SealedPaper.RECEIPT, SEAL.subject, SEAL.at, None, bytes(7)),
    ],
)
def test_what_has_no_place_in_the_layout_cannot_be_sealed(seal: Seal) -> None:
    with pytest.raises(ValueError, match=r"subject|moment|digest"):
        message_of(seal, KEY_ID)


def test_a_signature_of_another_length_is_none() -> None:
    with pytest.raises(ValueError, match="64"):
        written(SEAL, KEY_ID, bytes(63))


def test_the_script_says_what_the_paper_says(published: Path) -> None:
    url = address("https://motcua.example", signed())

    ran = subprocess.run(
        [sys.executable, "-I", SCRIPT, published, url], capture_output=True, text=True, check=False
    )

    assert ran.returncode == 0, ran.stderr
    assert "ĐÚNG: Giấy tiếp nhận hồ sơ và hẹn trả kết quả" in ran.stdout
    assert "mã 000.00.19.H56-170331-0001, ngày giờ 09:42 31/03/2017, đến 09:42 24/04/2017" in (
        ran.stdout
    )


def test_a_thousand_altered_codes_are_all_refused_by_the_script(published: Path) -> None:
    random = Random(20170426)  # noqa: S311 (nothing secret)
    good, altered = signed(), set[str]()
    while len(altered) < 1000:
        altered |= {mutated(good, random)} - {good}
    texts = sorted(altered)

    ran = subprocess.run(
        [sys.executable, "-I", SCRIPT, published],
        input="\n".join(texts),
        capture_output=True,
        text=True,
        check=False,
    )

    said = ran.stdout.splitlines()
    assert ran.returncode == 1
    assert len(said) == 1000
    assert [text for text, words in zip(texts, said, strict=True) if words[:5] == "ĐÚNG:"] == []


def mutated(text: str, random: Any) -> str:
    """One sign changed, dropped, doubled or swapped; or a whole byte of what it spells."""
    place = random.randrange(len(text))
    how = random.randrange(5)
    if how == 0:
        sign = random.choice(seals.ALPHABET)
        return text[:place] + sign + text[place + 1 :]
    if how == 1:
        return text[:place] + text[place + 1 :]
    if how == 2:
        return text[:place] + text[place] + text[place:]
    if how == 3:
        other = random.randrange(len(text))
        signs = list(text)
        signs[place], signs[other] = signs[other], signs[place]
        return "".join(signs)
    subject, _, sign = text.partition("/")
    content = bytearray(seals._read(sign))
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return f"{subject}/{seals._spelt(bytes(content))}"


@given(message=st.binary(max_size=200), other=st.integers(0, 511))
def test_the_script_and_the_library_agree_on_signatures(message: bytes, other: int) -> None:
    module = _loaded()
    signature = bytearray(KEY.sign(message))

    assert module.holds(PUBLIC, message, bytes(signature))
    signature[other // 8] ^= 1 << other % 8
    assert not module.holds(PUBLIC, message, bytes(signature))


def _loaded() -> Any:
    spec = importlib.util.spec_from_file_location("verify_qr", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_signature_that_names_no_point_or_too_great_a_number_is_refused(script: Any) -> None:
    good = KEY.sign(b"x")
    great = int.from_bytes(good[32:], "little") + script.Q

    assert not script.holds(PUBLIC, b"x", b"\xff" * 32 + good[32:])
    assert not script.holds(PUBLIC, b"x", good[:32] + great.to_bytes(32, "little"))


def test_a_revoked_or_foreign_key_proves_nothing(script: Any) -> None:
    key = {"id": KEY_ID, "public": PUBLIC.hex(), "state": "revoked"}

    assert script.check(signed(), {KEY_ID: key}) == (
        False, "KHÔNG ĐÚNG: khoá này đã bị cơ quan thu hồi."
    )  # fmt: skip
    assert not script.check(signed(), {})[0]


def test_the_script_says_how_it_is_used(tmp_path: Path) -> None:
    for arguments in ([], [tmp_path / "missing.json"]):
        ran = subprocess.run(
            [sys.executable, "-I", SCRIPT, *arguments], input="", capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert ran.returncode == 2
