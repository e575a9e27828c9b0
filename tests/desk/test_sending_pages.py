"""A signed result that goes electronically: from the desk's list, by a notice, to whoever knows."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from django.test import Client

from acting import words
from dossiers.test_posting import ready
from motcua.dossiers.models import Dossier
from motcua.files import store
from motcua.messages.facts import Notice, notice_of
from motcua.messages.models import OutboxMessage
from motcua.messages.overtaken import overtaken
from motcua.papers.documents import services
from motcua.papers.models import Document
from office import OWNER, Office
from papers.test_documents import AT, WORDS, chair_key, data, released, roots

__all__ = ["chair_key", "data", "roots"]

PATH = "/can-bo/tra-ket-qua/dien-tu"


@pytest.fixture
def result(office: Office, chair_key: UUID) -> tuple[Dossier, Document]:
    """A dossier whose result lies at the desk, and the signed document that is it."""
    dossier = ready(office, result_by="desk")
    dossier.parties.update(email="chu@motcua.example")
    return dossier, released(office, replace(WORDS, dossier=dossier.code, is_result=True))


def send(world: Any, dossier: Dossier) -> Any:
    clerk = world.as_("clerk")
    page = clerk.get(PATH).content.decode()
    pick = re.search(rf'name="pick"\s+value="({dossier.code}\|\d+)"', page)
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert pick, page
    assert key
    return clerk.post(PATH, {"pick": pick[1], "key": key[1]}, follow=True)


def notice(dossier: Dossier) -> Notice:
    """What its owner is told, which nothing has overtaken."""
    row = OutboxMessage.objects.select_related("dossier").get(
        dossier=dossier, kind="result_returned"
    )
    assert overtaken(row, AT, ()) is None
    return notice_of(row)


def test_the_owner_is_told_where_to_fetch_it_and_fetches_the_bytes_that_were_signed(
    world: Any, result: tuple[Dossier, Document]
) -> None:
    dossier, document = result

    done = send(world, dossier)

    dossier.refresh_from_db()
    assert "Đã trả 1 kết quả bản điện tử." in words(done)
    assert (dossier.stage, notice(dossier).kind) == ("returned", "result_sent")
    link = urlsplit(notice(dossier).facts["tai_ve"]).path
    citizen = Client()
    assert OWNER.name not in words(citizen.get(link))
    assert citizen.post(link, {"so": "9999"}).status_code == 422
    fetched = citizen.post(link, {"so": OWNER.id_number[-4:]})
    assert document.file
    assert fetched.content == store.read(document.file.sha256)


def test_another_link_opens_nothing_and_a_revoked_document_is_not_given_out(
    world: Any, office: Office, result: tuple[Dossier, Document]
) -> None:
    dossier, document = result
    send(world, dossier)
    link = urlsplit(notice(dossier).facts["tai_ve"]).path

    services.revoke(office.people["records"], document.uuid, decision="9/QĐ", because="Sai", at=AT)

    assert Client().get(f"{link[:-1]}_").status_code == 404
    assert Client().post(link, {"so": OWNER.id_number[-4:]}).status_code == 410


def test_what_has_no_signed_document_or_goes_by_post_is_not_offered(
    world: Any, office: Office
) -> None:
    unsigned, by_post = ready(office, result_by="desk"), ready(office)

    page = words(world.as_("clerk").get(PATH))

    assert unsigned.code not in page
    assert by_post.code not in page
    assert world.as_("officer").get(PATH).status_code == 403


def test_without_an_address_of_its_own_the_house_sends_nothing(
    world: Any, result: tuple[Dossier, Document], settings: Any
) -> None:
    settings.MOTCUA_PUBLIC_URL = ""
    dossier, _ = result

    refused = send(world, dossier)

    dossier.refresh_from_db()
    assert refused.status_code == 422
    assert "Chưa đặt địa chỉ công khai" in words(refused)
    assert dossier.stage == "finished"
