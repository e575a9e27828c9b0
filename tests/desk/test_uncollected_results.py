"""Results nobody fetched: listed with who to call, reminded of, printed."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from acting import words
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.run import differences
from motcua.messages.models import OutboxMessage
from motcua.messages.services import remind
from office import OWNER as PERSON
from office import Office
from returning import PATH, ready, text_of

LONG = f"{PATH}/chua-nhan"
LATELY = datetime(2017, 3, 27, 8, 0, tzinfo=VN)
OWNER = PERSON.name


@pytest.fixture(scope="module")
def waiting(office: Office) -> str:
    """A result that stays at the desk all module long."""
    return ready(office)


def test_what_nobody_fetched_is_listed_with_phone_days_and_shelf(world: Any, waiting: str) -> None:
    page = world.as_("clerk").get(LONG)

    said = words(page)
    assert f'value="{waiting}"' in page.content.decode()
    assert "25 ngày" in said
    assert PERSON.phone in said
    assert "Tin báo, Gọi điện" in said


def test_a_reminder_is_queued_once_in_the_offices_days(world: Any, office: Office) -> None:
    clerk, code, fresh = world.as_("clerk"), ready(office), ready(office, at=LATELY)

    first = clerk.post(LONG, {"pick": [code, code]}, follow=True)
    again = clerk.post(LONG, {"pick": [code, fresh, "không có mã này"]})

    assert "Đã xếp 1 lời nhắc vào hộp thư đi, gửi sau 5 phút." in words(first)
    assert again.status_code == 409
    assert "Đã xếp lời nhắc ngày 31/03/2017. Mỗi 15 ngày nhắc một lần." in words(again)
    assert words(again).count("chưa quá 15 ngày, đã có người nhận, hoặc gửi bưu điện") == 2
    dossier = Dossier.objects.get(code=code)
    kept = OutboxMessage.objects.filter(dossier=dossier, kind="collect_reminder")
    assert list(kept.values_list("ordinal", "sent_at")) == [(1, None)]
    assert not [line for line in differences() if code in line]


def test_after_the_days_it_is_queued_again(office: Office) -> None:
    clerk, code = office.people["clerk"], ready(office)
    at = datetime(2017, 3, 31, 9, 0, tzinfo=VN)

    outcomes = [remind(clerk, [code], at + timedelta(days=days))[0] for days in (0, 14, 15, 29, 30)]

    assert [isinstance(one, Refused) for one in outcomes] == [False, True, False, True, False]


def test_nothing_ticked_to_remind_is_said(world: Any) -> None:
    answer = world.as_("clerk").post(LONG, {})

    assert answer.status_code == 422
    assert "Chưa đánh dấu kết quả nào" in words(answer)


def test_the_administrator_sets_the_days_and_the_list_follows(world: Any, office: Office) -> None:
    admin, ward = world.as_("admin"), world.as_("ward")
    code = ready(office, at=LATELY)
    where = f"{LONG}/so-ngay"

    wrong = [
        admin.post(where, {"days": typed}) for typed in ("", "nửa tháng", "0", "366", "9" * 30)
    ]
    before = world.as_("clerk").get(LONG).content.decode()
    admin.post(where, {"days": "2"})
    after = world.as_("clerk").get(LONG).content.decode()
    admin.post(where, {"days": "15"})

    assert [answer.status_code for answer in wrong] == [422] * 5
    assert 'value="nửa tháng"' in wrong[1].content.decode()
    assert (f'value="{code}"' in before, f'value="{code}"' in after) == (False, True)
    assert "từ 15 ngày trở lên" in words(ward.get(LONG))
    for who in ("clerk", "chair", "officer"):
        assert world.as_(who).post(where, {"days": "1"}).status_code == 403


@pytest.mark.parametrize("who", ["officer", "head", "chair", "records", "affairs", "admin"])
def test_nobody_else_reads_the_list_or_reminds(world: Any, waiting: str, who: str) -> None:
    client = world.as_(who)

    assert client.get(LONG).status_code == 403
    assert client.get(f"{LONG}.pdf").status_code == 403
    assert client.post(LONG, {"pick": waiting}).status_code == 403


def test_the_list_is_printed_with_room_to_write(world: Any, waiting: str) -> None:
    paper = world.as_("clerk").get(f"{LONG}.pdf")

    text = text_of(paper)
    assert "Kết quả chưa ai nhận" in text
    assert waiting.split("-", 1)[1] in text
    assert OWNER in text
    assert "Đã gọi, ghi chú" in text
    assert "Tất cả 0 kết quả" in text_of(world.as_("ward").get(f"{LONG}.pdf"))
