"""The pages of notices: what was told, whom to call, letters to print, the office's own words."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from motcua.audit.models import AuditRow
from motcua.desk import notice_words
from motcua.dossiers.models import Dossier
from motcua.messages import own_words, sending
from motcua.messages.channels.trial import Trial
from motcua.messages.consumers import REMINDERS, TOLD
from motcua.messages.models import OutboxMessage, TrialLetter
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from office import OWNER, Office
from world import NOW, World

NO_PHONE = replace(OWNER, phone="", address="Số 9, khu phố 5")


def said(answer: Any) -> str:
    body = re.sub(
        r"<(script|style|head)\b.*?</\1>|<!--.*?-->", " ", answer.content.decode(), flags=re.S
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.fixture(autouse=True)
def an_empty_outbox(office: Office) -> None:
    OutboxMessage.objects.filter(state__in=("waiting", "person")).update(state="passed")


def received(office: Office, person: Any = OWNER, *, ways: tuple[str, ...] = ()) -> Dossier:
    """Received, and its notice sent by `ways`, if any."""
    at = NOW - timedelta(hours=1)
    dossier = office.received(at=at, owners=(person,))
    there = {name: Trial(name, NOW) for name in ways}
    sending.send_due(NOW, there)
    return dossier


def notice(dossier: Dossier) -> OutboxMessage:
    return OutboxMessage.objects.get(dossier=dossier, kind="received")


def test_the_outbox_says_what_was_sent_and_what_was_not_and_names_nobody(
    office: Office, world: World
) -> None:
    sent, left = received(office, ways=("sms",)), received(office)

    page = said(world.as_("clerk").get("/can-bo/tin-bao"))
    only = said(world.as_("clerk").get(f"/can-bo/tin-bao?tt=can-nguoi&ma={left.code[-4:]}"))

    assert "Vào hộp thư thử" in page
    assert "Cần người báo" in page
    assert OWNER.name not in page
    assert OWNER.phone not in page
    assert left.code[-4:] in only
    assert sent.code[-4:] not in only


def test_one_notice_shows_its_words_and_each_attempt(office: Office, world: World) -> None:
    dossier = received(office, ways=("sms",))

    page = said(world.as_("clerk").get(f"/can-bo/tin-bao/{notice(dossier).pk}"))

    assert "Vào hộp thư thử SMS" in page
    assert f"Đã tiếp nhận hồ sơ {dossier.code}" in page
    assert OWNER.name not in page


def test_another_office_finds_no_notice_of_ours(office: Office, world: World) -> None:
    dossier = received(office)
    ward = world.as_("ward")

    assert ward.get(f"/can-bo/tin-bao/{notice(dossier).pk}").status_code == 404
    assert dossier.code not in said(ward.get("/can-bo/tin-bao"))
    marked = ward.post("/can-bo/tin-bao/goi-dien", {"pick": str(notice(dossier).pk)})
    assert marked.status_code == 409
    assert notice(dossier).state == "person"
    assert ward.get(f"/can-bo/tin-bao/thu.pdf?tin={notice(dossier).pk}").status_code == 404


def test_who_has_no_duty_of_it_does_not_come_in(office: Office, world: World) -> None:
    for path in ("", "/goi-dien", "/thu"):
        assert world.as_("officer").get(f"/can-bo/tin-bao{path}").status_code == 403


def test_the_call_list_says_whom_to_call_and_what_to_say_and_a_call_is_noted(
    office: Office, world: World
) -> None:
    dossier = received(office)
    clerk = world.as_("clerk")

    listed = said(clerk.get("/can-bo/tin-bao/goi-dien"))
    answer = clerk.post("/can-bo/tin-bao/goi-dien", {"pick": str(notice(dossier).pk)})

    assert f"{OWNER.name} {OWNER.phone}" in listed
    assert f"đã tiếp nhận hồ sơ số {dossier.code}" in listed
    assert answer.status_code == 302
    assert notice(dossier).state == "called"
    assert notice(dossier).sent_at is None
    assert said(clerk.get("/can-bo/tin-bao/goi-dien")).count(OWNER.phone) == 0
    actions = AuditRow.objects.filter(subject=dossier.code).values_list("action", flat=True)
    assert {"view_call_list", "notice_called"} <= set(actions)


def test_nothing_ticked_is_told_and_changes_nothing(office: Office, world: World) -> None:
    dossier = received(office)

    answer = world.as_("clerk").post("/can-bo/tin-bao/goi-dien", {})

    assert (answer.status_code, notice(dossier).state) == (422, "person")
    assert "Chưa đánh dấu tin nào" in said(answer)


def test_two_clerks_who_mark_the_same_call_settle_it_once(office: Office, world: World) -> None:
    dossier = received(office)
    pick = {"pick": str(notice(dossier).pk)}

    world.as_("clerk").post("/can-bo/tin-bao/goi-dien", pick)
    first = notice(dossier)
    world.as_("clerk2").post("/can-bo/tin-bao/goi-dien", pick)

    assert notice(dossier).settled_by == first.settled_by == office.people["clerk"].account_uuid


def test_who_has_no_phone_gets_a_letter_on_a_sheet_of_its_own(office: Office, world: World) -> None:
    first, second = received(office, NO_PHONE), received(office, NO_PHONE)
    clerk = world.as_("clerk")
    picks = [str(notice(one).pk) for one in (first, second)]

    calls = said(clerk.get("/can-bo/tin-bao/goi-dien"))
    answer = clerk.post("/can-bo/tin-bao/thu", {"pick": picks, "do": "print"})
    led = clerk.get(answer["Location"])
    made = clerk.get("/can-bo/tin-bao/thu.pdf", {"tin": picks})

    assert first.code[-4:] not in calls
    assert "mở 2 thư để in" in said(led)
    pages = [
        " ".join(page.extract_text().split()) for page in PdfReader(BytesIO(made.content)).pages
    ]
    assert len(pages) == 2
    assert all(NO_PHONE.name in page and "Số 9, khu phố 5" in page for page in pages)
    assert [one.code in page for one, page in zip((first, second), pages, strict=True)] == [
        True
    ] * 2
    assert notice(first).state == "printed"


def test_the_dossiers_page_shows_each_notice_as_it_really_stands(
    office: Office, world: World
) -> None:
    sent, left = received(office, ways=("sms",)), received(office)
    clerk = world.as_("clerk")

    pages = [said(clerk.get(f"/can-bo/ho-so/{one.code}")) for one in (sent, left)]

    assert "Đã tiếp nhận Vào hộp thư thử" in pages[0]
    assert "Đã tiếp nhận Cần người báo" in pages[1]
    assert "Vào hộp thư thử" not in pages[1]


def test_only_outside_a_demonstration_a_notice_is_called_sent(
    office: Office, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = received(office, ways=("sms",))
    page = f"/can-bo/tin-bao/{notice(dossier).pk}"

    here = said(world.as_("clerk").get(page))
    monkeypatch.setattr("motcua.desk.notice_words.is_demonstration", lambda: False)
    elsewhere = said(world.as_("clerk").get(page))

    assert "Đã gửi" not in here
    assert "Đã gửi SMS" in elsewhere


def test_a_repeat_is_marked(office: Office, world: World) -> None:
    dossier = received(office, ways=("sms",))
    notice(dossier).attempts.update(may_repeat=True)

    assert "có thể trùng" in said(world.as_("clerk").get("/can-bo/tin-bao"))


WORDS = "/can-bo/quan-tri/tin-bao/bim-son/received/short"


def test_an_office_writes_its_own_words_sees_them_first_and_goes_back(
    office: Office, world: World
) -> None:
    admin, body = world.as_("admin"), "Bỉm Sơn đã nhận hồ sơ {ma_ho_so}, hẹn {hen_tra}."

    seen = said(admin.post(WORDS, {"body": body, "do": "preview"}))
    before = own_words.of(office_by_slug("bim-son").id, "received", "short").own
    admin.post(WORDS, {"body": body, "do": "save"})
    dossier = received(office, ways=("sms",))
    admin.post(WORDS, {"do": "back"})
    other = received(office, ways=("sms",))

    assert "Bỉm Sơn đã nhận hồ sơ 000.00" in seen
    assert not before
    first, second = (
        TrialLetter.objects.get(body__contains=one.code).body for one in (dossier, other)
    )
    assert first.startswith(f"Bỉm Sơn đã nhận hồ sơ {dossier.code}, hẹn ")
    assert second.startswith("UBND Thị xã Bỉm Sơn: đã tiếp nhận")
    assert notice(dossier).attempts.get().wording != notice(other).attempts.get().wording


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("Chào {ho_ten}.", "Không dùng được chỗ điền “ho_ten”"),
        ("Chào {ma_ho_so.", "ngoặc nhọn lẻ"),
        ("dài " * 200, "nhiều nhất 300"),
        ("", "Chưa ghi lời báo"),
    ],
)
def test_words_that_may_not_be_used_are_refused_and_kept_on_the_page(
    world: World, body: str, part: str
) -> None:
    answer = world.as_("admin").post(WORDS, {"body": body, "do": "save"})

    assert answer.status_code == 422
    assert part in said(answer)
    assert body.strip() in unescape(answer.content.decode())


def test_only_an_administrator_of_the_office_changes_its_words(world: World) -> None:
    assert world.as_("clerk").get(WORDS).status_code == 403
    foreign = "/can-bo/quan-tri/tin-bao/thanh-hoa/received/short"
    assert world.as_("admin").get(foreign).status_code == 404


def test_a_trial_goes_into_the_box_of_the_demonstration_and_nowhere_else(world: World) -> None:
    admin = world.as_("admin")

    wrong = admin.post("/can-bo/quan-tri/tin-bao/gui-thu", {"channel": "email", "address": "x"})
    good = admin.post(
        "/can-bo/quan-tri/tin-bao/gui-thu", {"channel": "email", "address": "thu@vidu.vn"}
    )

    assert (wrong.status_code, good.status_code) == (422, 302)
    assert "hộp thư thử" in said(admin.get("/can-bo/quan-tri/tin-bao"))
    assert "thu@vidu.vn" in said(admin.get("/can-bo/tin-bao/hop-thu-thu"))


def test_outside_a_demonstration_channels_are_shown_without_their_secrets(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_HOST, settings.EMAIL_HOST_PASSWORD = "thu.vidu.vn", "rat-mat"
    settings.MOTCUA_PROVIDERS = {"zalo": ("", ""), "sms": ("https://tin.vidu.vn/gui?a=b", "khoa")}
    monkeypatch.setattr(timekeeping, "is_demonstration", lambda: False)

    page = world.as_("admin").get("/can-bo/quan-tri/tin-bao")

    assert "thu.vidu.vn:" in said(page)
    assert "https://tin.vidu.vn/gui" in said(page)
    assert all(word not in page.content.decode() for word in ("rat-mat", "a=b", ">khoa<"))


def test_every_notice_has_a_name_on_the_screen() -> None:
    assert {*TOLD, *REMINDERS} <= set(notice_words.KINDS)
