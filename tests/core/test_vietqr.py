"""VietQR payloads: the example to the sign, there and back, and no altered one is read."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.vietqr import NotVietQR, Transfer, crc16, payload, read, reference

EXAMPLE = (
    "00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA"
    "5303704540480005802VN62320828LP 000.00.19.H56-170426-00016304B23E"
)
CHARGE = Transfer("970436", "0123456789", 8_000, "LP 000.00.19.H56-170426-0001")
transfers = st.builds(
    Transfer,
    bank_bin=st.text(string.digits, min_size=6, max_size=6),
    account=st.text(string.ascii_letters + string.digits, min_size=1, max_size=19),
    amount_vnd=st.none() | st.integers(1, 10**12 - 1),
    content=st.text(string.ascii_letters + string.digits + " .-", max_size=50),
)


def test_the_example_comes_out_to_the_sign() -> None:
    assert payload(CHARGE) == EXAMPLE
    assert read(EXAMPLE) == CHARGE


def test_the_checksum_is_the_one_every_catalogue_of_checksums_names() -> None:
    assert crc16(b"123456789") == 0x29B1


@given(transfers)
def test_what_is_written_is_read_again(transfer: Transfer) -> None:
    assert read(payload(transfer)) == transfer


@given(transfers, st.data())
def test_a_payload_with_one_other_sign_is_refused(transfer: Transfer, data: st.DataObject) -> None:
    text = payload(transfer)
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([s for s in string.printable[:95] if s != text[place]]))

    with pytest.raises(NotVietQR):
        read(text[:place] + other + text[place + 1 :])


@pytest.mark.parametrize("text", ["", "6304", "00020163041D3D", "hóa đơn", EXAMPLE[:-1]])
def test_what_is_no_transfer_is_refused(text: str) -> None:
    with pytest.raises(NotVietQR):
        read(text)


@pytest.mark.parametrize(
    "transfer",
    [
        Transfer("97043", "0123456789", 8_000),
        Transfer("970436", "", 8_000),
        Transfer("970436", "0123456789", 0),
        Transfer("970436", "0123456789", 10**12),
        Transfer("970436", "0123456789", 8_000, "Lệ phí"),
        Transfer("970436", "0123456789", 8_000, "A" * 96),
    ],
)
def test_what_a_bank_would_refuse_is_not_written(transfer: Transfer) -> None:
    with pytest.raises(ValueError, match=r"bank|account|amount|content|field"):
        payload(transfer)


def test_a_reference_is_what_the_statement_will_bring_back() -> None:
    assert reference("LP 170426-0001 Đường") == "LP1704260001DUONG"
    with pytest.raises(ValueError, match="longer than 25"):
        reference("1" * 26)
