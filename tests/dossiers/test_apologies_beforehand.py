"""Apologies laid before the head a working day before it is late: by the round, on the pages."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from acting import press, words
from motcua.core.clock import VN, add_working_minutes, national_calendar
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.selectors.apologies import drafted
from motcua.dossiers.services.apologising import NAME, go_round
from motcua.dossiers.verifying.run import differences
from motcua.jobs import runs
from motcua.messages.models import OutboxMessage
from office import Office
from world import NOW

LIST = "/can-bo/sang-nay/phieu-xin-loi"
LATELY = datetime(2017, 3, 24, 8, 0, tzinfo=VN)


@pytest.fixture(autouse=True)
def _nothing_else_is_near(world: Any) -> None:
    Dossier.objects.filter(stage="in_progress").update(stage="suspended")


def slow(office: Office, at: datetime = LATELY) -> Dossier:
    """With the officer, who has done nothing; due at some hour of the next week."""
    dossier = office.received(at=at)
    office.act(services.hand_over, dossier, "clerk")
    return dossier


def hours_before(dossier: Dossier, hours: float) -> datetime:
    """So many working hours before it is due."""
    due = dossier.due_at.astimezone(VN)
    at = due - timedelta(days=4)
    while add_working_minutes(national_calendar(), at, int(hours * 60)) != due:
        at += timedelta(minutes=30)
    return at


def unlike(dossier: Dossier) -> list[str]:
    """What differs of it between rows and history."""
    return [line for line in differences() if dossier.code in line]


def kinds(dossier: Dossier) -> list[str]:
    return list(dossier.events.order_by("seq").values_list("kind", flat=True))


def test_the_round_drafts_once_for_what_will_not_fit_and_tells_nobody_outside(
    office: Office,
) -> None:
    dossier = slow(office)
    told = OutboxMessage.objects.filter(dossier=dossier).count()
    early, near = hours_before(dossier, 9), hours_before(dossier, 7.5)

    drafted_early = go_round(NOW, early)
    first, again = go_round(NOW, near), go_round(NOW, near)

    assert (drafted_early, first, again) == (0, 1, 0)
    dossier.refresh_from_db()
    assert kinds(dossier)[-1] == "apology_drafted"
    assert Event.objects.filter(dossier=dossier).last().account.username == "chuong-trinh"
    assert (dossier.promised_at, dossier.overdue_reason) == (None, "")
    assert OutboxMessage.objects.filter(dossier=dossier).count() == told
    run = runs.last_run(NAME)
    assert run is not None
    assert run.note == "0 phiếu xin lỗi."
    assert unlike(dossier) == []


def test_while_the_clock_stands_nothing_is_drafted(office: Office) -> None:
    dossier = slow(office)
    near = hours_before(dossier, 7)
    office.act(services.suspend, dossier, "officer", document="5/TB", reason="nvtc")

    assert services.draft_apologies(near) == 0


def test_the_officer_reads_of_it_and_the_head_and_the_chair_sign(office: Office) -> None:
    dossier = slow(office)
    near = hours_before(dossier, 7)
    services.draft_apologies(near)

    seen = {who: drafted(office.people[who], near) for who in ("officer", "head", "chair")}

    assert all([one.code for one in rows] == [dossier.code] for rows in seen.values())
    assert {who: rows[0].signs for who, rows in seen.items()} == {
        "officer": False, "head": True, "chair": True,
    }  # fmt: skip
    assert drafted(office.people["clerk"], near) == ()
    assert drafted(office.people["ward"], near) == ()


def test_a_draft_is_dropped_with_a_reason_and_not_written_again(office: Office) -> None:
    dossier = slow(office)
    near = hours_before(dossier, 7)
    services.draft_apologies(near)

    refused = office.act(services.drop_apology, dossier, "officer", reason="", after=1)
    done = office.act(services.drop_apology, dossier, "officer", reason="Kịp chiều nay", after=1)

    assert isinstance(refused, Refused)
    assert isinstance(done, Done)
    assert services.draft_apologies(near + timedelta(minutes=15)) == 0
    assert kinds(dossier)[-2:] == ["apology_drafted", "apology_dropped"]
    assert unlike(dossier) == []


def test_finished_in_time_the_draft_is_gone_and_nothing_is_owed(office: Office) -> None:
    dossier = slow(office)
    services.draft_apologies(hours_before(dossier, 7))
    for act, who in (
        (services.hand_over, "officer"), (services.approve, "head"),
        (services.approve, "chair"), (services.return_to_desk, "records"),
    ):  # fmt: skip
        office.act(act, dossier, who, after=1)

    assert dossier.stage == "finished"
    assert not drafted(office.people["head"], NOW)
    assert dossier.events.get(kind="finished").payload["late"] is False
    assert unlike(dossier) == []


def test_on_its_pages_the_head_signs_what_was_filled_in_and_the_lateness_stays(
    world: Any, office: Office
) -> None:
    dossier = slow(office)
    services.draft_apologies(hours_before(dossier, 7))
    due, head = dossier.due_at, world.as_("head")

    morning, listed = words(head.get("/can-bo/sang-nay")), words(head.get(LIST))
    officer = words(world.as_("officer").get("/can-bo/sang-nay"))
    form = head.get(f"/can-bo/ho-so/{dossier.code}/xin-loi").content.decode()
    signed = press(
        head, dossier.code, "xin-loi", promised_on="05/04/2017", overdue_reason="qua-tai"
    )

    assert "1 hồ sơ sẽ không kịp hạn trả , đã soạn sẵn phiếu xin lỗi chờ ông, bà ký." in morning
    assert "trình lãnh đạo ký." in officer
    assert "Xem và ký" in listed
    dossier.refresh_from_db()
    proposed = dossier.events.get(kind="apology_drafted").payload["promised_at"]
    day = datetime.fromisoformat(proposed).astimezone(VN)
    assert f'value="{day:%d/%m/%Y}"' in form
    assert signed.status_code == 302, words(signed)
    assert dossier.promised_at == datetime(2017, 4, 5, 17, 30, tzinfo=VN)
    assert dossier.due_at == due
    assert "Không phiếu xin lỗi nào chờ ký." in words(head.get(LIST))
    assert unlike(dossier) == []


def test_the_list_is_for_who_signs_or_drops(world: Any) -> None:
    assert world.as_("clerk").get(LIST).status_code == 403
