"""An address of e-mail, if there is one: from the counter to the slip, mended like the rest."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django import forms

from acting import receive, words
from motcua.desk.forms.fields import Email
from motcua.dossiers.selectors import receipt_facts
from motcua.dossiers.verifying.run import differences
from motcua.papers import receipt, services
from office import Office

MAIL = "hien.mau@vidu.vn"
NUMBER = "038000002626"


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("  hien.mau@VIDU.vn ", MAIL), ("Hien@vidu.vn", "Hien@vidu.vn")]
)
def test_an_address_is_kept_as_typed_but_for_its_house(typed: str, kept: str) -> None:
    assert Email(what="thư điện tử", required=False).clean(typed) == kept


@pytest.mark.parametrize("typed", ["hien", "hien@", "@vidu.vn", "a b@vidu.vn", "a@b"])
def test_what_is_no_address_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(forms.ValidationError, match=re.escape("ten@vidu.vn")):
        Email(what="thư điện tử", required=False).clean(typed)


def test_it_goes_from_the_counter_to_the_page_the_slip_and_the_next_dossier(
    world: Any, office: Office
) -> None:
    clerk = world.as_("clerk")

    code = receive(clerk, **{"o0-email": MAIL, "o0-id_number": NUMBER})
    again = clerk.post(
        "/can-bo/tiep-nhan", {"do": "again", "procedure": "tx-gia-han-gpxd", "o0-id_number": NUMBER}
    )

    assert MAIL in words(clerk.get(f"/can-bo/ho-so/{code}"))
    assert f'value="{MAIL}"' in again.content.decode()
    slip = receipt.data_of(services.receipt_of(receipt_facts(code, office.people["clerk"])))
    assert slip["email"] == MAIL


def test_a_wrong_one_is_mended_with_both_readings_kept_and_verify_finds_nothing(
    world: Any,
) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, **{"o0-email": "hien.mau@vidu.nv"})
    page = f"/can-bo/ho-so/{code}/sua-loi-ghi"
    drawn = dict(
        re.findall(
            r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', clerk.get(page).content.decode()
        )
    )
    kinds = {"owner0-kind": "person", "owner0-id_kind": "cccd", "key": str(uuid4())}

    clerk.post(page, drawn | kinds | {"owner0-email": MAIL, "reason": "Gõ nhầm"})

    assert f"Thư điện tử: hien.mau@vidu.nv → {MAIL}" in words(clerk.get(f"/can-bo/ho-so/{code}"))
    assert not [line for line in differences() if code in line]
