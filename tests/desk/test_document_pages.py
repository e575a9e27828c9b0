"""The pages of documents: drafted, signed several at once with one PIN, found, and keys put in."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from acting import words
from motcua.core.clock import VN
from motcua.dossiers import services as dossiers
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.papers import seal_keys
from motcua.papers.models import Document, SigningKey
from motcua.papers.signing.samples import PIN, authority
from office import MONDAY, Office
from world import World

WORDS = {
    "kind": "tb", "subject": "Về việc nghỉ lễ", "recipient": "Các phường", "body": "Nghỉ một ngày.",
    "dossier": "", "valid_from_on": "", "valid_until_on": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, settings: object) -> None:
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    seal_keys.ensure(tmp_path, MONDAY.date())


def drafted(world: World, **changes: str) -> UUID:
    answer = world.as_("officer").post("/can-bo/van-ban/moi", {**WORDS, **changes})
    assert answer.status_code == 302, words(answer)
    uuid = UUID(answer["Location"].rsplit("/", 1)[1])
    world.as_("officer").post(f"/can-bo/van-ban/{uuid}", {"step": "submit"})
    return uuid


def put_key(world: World, position: str = "") -> str:
    file = io.BytesIO(authority().key_file("Nguyễn Văn Nóc Mẫu", "UBND"))
    file.name = "khoa.p12"
    sent = {"dv": "bim-son", "vt": position, "tep": file, "pin": PIN}
    return words(world.as_("admin").post("/can-bo/quan-tri/khoa-ky-so", sent, follow=True))


def test_what_is_missing_is_told_beside_its_field_and_what_was_typed_stays(world: World) -> None:
    answer = world.as_("officer").post("/can-bo/van-ban/moi", {**WORDS, "kind": "", "body": ""})

    page = words(answer)
    assert answer.status_code == 422
    assert "Chưa ghi nội dung." in page
    assert "Về việc nghỉ lễ" in answer.content.decode()


def test_a_document_is_found_by_its_words_without_accents_and_by_post_alone(world: World) -> None:
    uuid = drafted(world)
    client = world.as_("records")

    assert str(uuid) in client.post("/can-bo/van-ban", {"q": "nghi le"}).content.decode()
    assert "Không có văn bản nào khớp" in words(client.post("/can-bo/van-ban", {"q": "zzz"}))
    assert str(uuid) in client.get("/can-bo/van-ban?loai=tb&tt=submitted").content.decode()


def test_several_are_signed_with_one_pin_but_only_those_that_were_opened(
    world: World, office: Office
) -> None:
    said = put_key(world, str(office.people["chair"].position_uuid))
    assert "Đã đặt khoá ký số" in said
    first, second = drafted(world), drafted(world, subject="Về việc khác")
    chair = world.as_("chair")
    assert chair.get(f"/can-bo/van-ban/{first}").status_code == 200

    wrong = chair.post("/can-bo/van-ban/ky", {"pick": [str(first)], "pin": "sai"})
    assert "Mã PIN không mở được khoá này" in words(wrong)
    told = words(chair.post("/can-bo/van-ban/ky", {"pick": [str(first), str(second)], "pin": PIN}))

    assert "Về việc nghỉ lễ đã ký" in told
    assert "Chưa mở xem văn bản này nên chưa ký" in told
    assert Document.objects.get(uuid=first).signatures == 1
    assert Document.objects.get(uuid=second).signatures == 0
    assert chair.get(f"/can-bo/van-ban/{first}.pdf").content.startswith(b"%PDF")
    assert PIN not in told


def test_the_records_clerk_releases_revokes_and_takes_the_register_away(
    world: World, office: Office
) -> None:
    SigningKey.objects.update(removed_at=MONDAY)
    uuid = drafted(world)
    world.as_("chair").get(f"/can-bo/van-ban/{uuid}")
    world.as_("chair").post(f"/can-bo/van-ban/{uuid}", {"step": "sign"})
    clerk = world.as_("records")

    clerk.post(f"/can-bo/van-ban/{uuid}", {"step": "release"})
    assert "Đã phát hành" in words(clerk.get(f"/can-bo/van-ban/{uuid}"))
    refused = clerk.post(f"/can-bo/van-ban/{uuid}", {"step": "revoke", "words": "Sai"})
    assert "Ghi số văn bản thu hồi" in words(refused)
    clerk.post(
        f"/can-bo/van-ban/{uuid}", {"step": "revoke", "words": "Sai", "decision": "9/QĐ-UBND"}
    )

    assert "9/QĐ-UBND: Sai" in words(clerk.get(f"/can-bo/van-ban/{uuid}"))
    assert clerk.get("/can-bo/van-ban/so-van-ban-di.xlsx").content.startswith(b"PK")
    assert clerk.get("/can-bo/van-ban/so-van-ban-di.pdf").content.startswith(b"%PDF")


def test_who_may_not_is_told_so(world: World) -> None:
    uuid = drafted(world)

    assert world.as_("clerk").get("/can-bo/van-ban").status_code == 403
    refused = world.as_("officer").post(f"/can-bo/van-ban/{uuid}", {"step": "sign"})
    assert refused.status_code == 409
    assert world.as_("officer").post(f"/can-bo/van-ban/{uuid}", {"step": "x"}).status_code == 409
    assert world.as_("ward").get(f"/can-bo/van-ban/{uuid}").status_code == 403


def test_a_key_is_taken_away_and_what_is_none_is_refused(world: World, office: Office) -> None:
    put_key(world)
    row = SigningKey.objects.get(removed_at=None, position=None)
    admin = world.as_("admin")
    assert "Con dấu cơ quan" in words(admin.get("/can-bo/quan-tri/khoa-ky-so"))

    admin.post(f"/can-bo/quan-tri/khoa-ky-so/{row.uuid}/bo")

    row.refresh_from_db()
    assert row.removed_at
    assert "Chưa chọn tệp khoá" in words(
        admin.post("/can-bo/quan-tri/khoa-ky-so", {"dv": "bim-son", "pin": PIN})
    )


def at_the_chair(office: Office) -> Dossier:
    """A dossier of today that waits for the chair's signature and was opened."""
    dossier = office.received(at=datetime(2017, 3, 31, 8, 0, tzinfo=VN))
    for act, by in (
        (dossiers.hand_over, "clerk"), (dossiers.hand_over, "officer"), (dossiers.approve, "head"),
    ):  # fmt: skip
        assert isinstance(office.act(act, dossier, by), Done)
    return dossier


def test_approving_one_dossier_asks_for_the_pin_of_the_documents_that_wait(
    world: World, office: Office
) -> None:
    dossier = at_the_chair(office)
    put_key(world, str(office.people["chair"].position_uuid))
    uuid = drafted(world, kind="gp", subject="Giấy phép", dossier=dossier.code, is_result="on")
    chair, where = world.as_("chair"), f"/can-bo/ho-so/{dossier.code}/duyet"

    def press(**fields: str) -> Any:
        dossier.refresh_from_db()
        sent = {"seq": str(dossier.head_seq), "key": str(uuid4()), **fields}
        return chair.post(where, sent)

    page = words(chair.get(f"/can-bo/ho-so/{dossier.code}"))
    asked = chair.get(where)
    blind = press()  # from a page drawn before the document came: no PIN was asked for
    wrong = press(pin="sai")
    unread = press(pin=PIN)
    chair.get(f"/can-bo/van-ban/{uuid}")
    done = press(pin=PIN)

    assert "Duyệt và chuyển…" in page
    assert "Mã PIN của khoá ký số" in words(asked)
    assert f"/can-bo/van-ban/{uuid}" in asked.content.decode()
    assert "Mã PIN của khoá ký số" in words(blind)
    assert "Mã PIN không mở được khoá này" in words(wrong)
    assert "Chưa mở xem văn bản này nên chưa ký" in words(unread)
    assert done.status_code == 302, words(done)
    row = Document.objects.get(uuid=uuid)
    assert (row.standing, row.signatures) == ("signed", 1)
    assert not any(PIN in one.content.decode() for one in (wrong, unread))


def test_without_a_pin_the_dossier_is_approved_and_its_document_waits(
    world: World, office: Office
) -> None:
    dossier = at_the_chair(office)
    put_key(world, str(office.people["chair"].position_uuid))
    uuid = drafted(world, kind="gp", subject="Giấy phép", dossier=dossier.code, is_result="on")
    world.as_("chair").get(f"/can-bo/ho-so/{dossier.code}")
    dossier.refresh_from_db()

    done = world.as_("chair").post(
        f"/can-bo/ho-so/{dossier.code}/duyet",
        {"seq": str(dossier.head_seq), "key": str(uuid4()), "pin": ""},
    )

    assert done.status_code == 302
    assert Document.objects.get(uuid=uuid).standing == "submitted"
