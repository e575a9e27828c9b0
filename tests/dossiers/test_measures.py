"""More time, an apology, a stop and a second opening: through the services, into the reports."""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import uuid4

import pytest

from acting import words
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import ProcedureVersion
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.whytime import why_this_time
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.run import differences
from motcua.reports import tallying
from office import ANSWER_BY, MONDAY, PLAIN, Office
from world import World

DAY = 24 * 60
LATELY = datetime(2017, 3, 30, 8, 0, tzinfo=VN)
MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2"), Deficiency(2, "Mờ", "Chụp lại")]


@pytest.fixture(scope="module", autouse=True)
def _extendable(world: World) -> Iterator[None]:
    """The law lets this procedure take ten days longer."""
    ProcedureVersion.objects.filter(procedure__slug=PLAIN).update(
        extension_days=10, articles={"extension_days": {"article": "Điều 102", "mark": "M"}}
    )
    catalogue.forget()
    catalogue.forget()
    yield
    catalogue.forget()


def at_work(office: Office, at: datetime = MONDAY) -> Dossier:
    """With the officer; received Monday 06/03/2017 at 08:00, due the Monday after."""
    dossier = office.received(at=at)
    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    return dossier


def finished(office: Office) -> Dossier:
    """With its result at the desk."""
    dossier = at_work(office)
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    assert isinstance(office.act(services.return_to_desk, dossier, "records"), Done)
    return dossier


def extended(office: Office, dossier: Dossier, by: str) -> Done | Refused:
    outcome: Done | Refused = office.act(
        services.extend, dossier, by, days=2, document="15/UBND", reason="Lấy thêm ý kiến"
    )
    return outcome


def test_the_chair_extends_and_the_due_time_says_by_which_article(office: Office) -> None:
    dossier = at_work(office)

    assert isinstance(extended(office, dossier, "chair"), Done)

    assert dossier.due_at == datetime(2017, 3, 15, 8, 0, tzinfo=VN)
    assert dossier.events.latest("seq").payload["article"] == "Điều 102"


def test_why_it_is_due_then_counts_the_days_the_law_added(office: Office) -> None:
    dossier = at_work(office)
    extended(office, dossier, "chair")

    stretches = why_this_time(dossier, catalogue.version(dossier.procedure_version_id))

    assert stretches[-1].end == datetime(2017, 3, 15, 8, 0, tzinfo=VN)
    assert sum(one.minutes for one in stretches if one.counted) == 7 * 8 * 60


@pytest.mark.parametrize("by", ["clerk", "officer", "head"])
def test_nobody_else_extends(office: Office, by: str) -> None:
    refused = extended(office, at_work(office), by)

    assert isinstance(refused, Refused)
    assert refused.code == "not_your_act"


def test_an_apology_puts_another_day_beside_the_due_time(office: Office) -> None:
    dossier = at_work(office)
    due = dossier.due_at

    done = office.act(
        services.apologise, dossier, "head",
        promised_on=date(2017, 3, 20), document="4/PXL", reason="qua-tai",
    )  # fmt: skip

    assert isinstance(done, Done)
    assert dossier.promised_at == datetime(2017, 3, 20, 17, 30, tzinfo=VN)
    assert (dossier.due_at, dossier.overdue_reason) == (due, "qua-tai")


def test_finished_by_the_new_day_it_counts_as_overdue(office: Office) -> None:
    dossier = at_work(office)
    office.act(
        services.apologise, dossier, "head",
        promised_on=date(2017, 3, 20), document="4/PXL", reason="qua-tai",
    )  # fmt: skip
    office.act(services.hand_over, dossier, "officer", after=8 * DAY)
    office.act(services.approve, dossier, "head")
    office.act(services.approve, dossier, "chair")
    office.act(services.return_to_desk, dossier, "records")

    assert dossier.finished_at is not None
    assert dossier.promised_at is not None
    assert dossier.due_at is not None
    assert dossier.due_at < dossier.finished_at < dossier.promised_at
    assert dossier.events.get(kind="finished").payload["late"]


def test_an_answer_that_mends_half_stays_one_request(office: Office) -> None:
    dossier = at_work(office)
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=date(2017, 3, 10),
    )  # fmt: skip

    done = office.act(services.keep_asking, dossier, "clerk", items=MISSING[1:])

    assert isinstance(done, Done)
    assert (dossier.stage, dossier.supplements) == ("awaiting_supplement", 1)
    assert dossier.flow["asked_items"] == [2]
    assert isinstance(office.act(services.take_supplement, dossier, "clerk"), Done)


def test_nobody_answers_the_officer_proposes_and_the_chair_stops(office: Office) -> None:
    dossier = at_work(office)
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING, document="37/HDHS", reply_by=date(2017, 3, 10),
    )  # fmt: skip
    early = office.act(services.propose_stop, dossier, "officer", reason="Không đến")
    assert isinstance(early, Refused)
    office.act(services.propose_stop, dossier, "officer", reason="Không đến", after=7 * DAY)

    done = office.act(
        services.stop, dossier, "chair",
        document="21/TB", ground="no_reply", reason="Quá ngày hẹn", overdue_reason="khac",
    )  # fmt: skip

    assert isinstance(done, Done)
    assert (dossier.stage, dossier.outcome) == ("stopped", "stopped")
    assert dossier.finished_at is not None
    assert not dossier.steps.filter(left_at=None).exists()


def test_what_the_desk_asked_for_the_desk_proposes_to_stop(office: Office) -> None:
    dossier = office.received()
    office.act(
        services.request_supplement, dossier, "clerk",
        items=MISSING, document="38/HDHS", reply_by=date(2017, 3, 10),
    )  # fmt: skip

    by_others = office.act(
        services.propose_stop, dossier, "officer", reason="Không đến", after=7 * DAY
    )
    proposed = office.act(
        services.propose_stop, dossier, "clerk", reason="Không đến", after=7 * DAY
    )
    stopped = office.act(
        services.stop, dossier, "chair",
        document="22/TB", ground="no_reply", reason="Quá ngày hẹn", overdue_reason="khac",
    )  # fmt: skip

    assert isinstance(by_others, Refused)
    assert isinstance(proposed, Done)
    assert isinstance(stopped, Done)


def test_reopened_it_is_pending_again_and_no_longer_counted_as_settled(office: Office) -> None:
    dossier = finished(office)
    before = tallying.TALLIES[0].sums()

    route = catalogue.process(dossier.process_id).route
    chairs = next(step.key for step in route.steps if step.position == "LANH_DAO_UBND")

    done = office.act(
        services.reopen, dossier, "chair",
        to=chairs, document="102/QĐ", reason="Theo kết luận thanh tra", after=3 * DAY,
    )  # fmt: skip

    assert isinstance(done, Done)
    assert (dossier.stage, dossier.finished_at, dossier.outcome) == ("in_progress", None, "")
    assert sum((before - tallying.TALLIES[0].sums()).values()) == 1
    assert tallying.differences() == []


def test_verify_finds_nothing_after_all_of_it(office: Office) -> None:
    assert list(differences(isolated=False)) == []


@pytest.mark.parametrize(
    ("slug", "by", "asks"),
    [
        ("gia-han", "chair", "Gia hạn thêm (ngày)"),
        ("xin-loi", "chair", "Hẹn trả lại ngày"),
        ("dung-giai-quyet", "chair", "Căn cứ dừng"),
    ],
)
def test_each_has_its_page(office: Office, world: World, slug: str, by: str, asks: str) -> None:
    dossier = at_work(office, LATELY)

    shown = world.as_(by).get(f"/can-bo/ho-so/{dossier.code}/{slug}")

    assert asks in words(shown)


def test_what_is_typed_wrong_stays_beside_its_sentence(office: Office, world: World) -> None:
    dossier = at_work(office, LATELY)
    form = {
        "key": str(uuid4()),
        "seq": str(dossier.head_seq),
        "days": "30",
        "reason": "Lấy thêm ý kiến",
    }

    answer = world.as_("chair").post(f"/can-bo/ho-so/{dossier.code}/gia-han", form)

    assert answer.status_code == 409
    assert "Số ngày gia hạn từ 1 đến 10." in words(answer)
    assert "Lấy thêm ý kiến" in answer.content.decode()


def test_the_page_lists_only_the_papers_that_were_asked_for(office: Office, world: World) -> None:
    dossier = at_work(office, LATELY)
    office.act(
        services.request_supplement, dossier, "officer",
        items=MISSING[:1], document="37/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip

    shown = world.as_("clerk").get(f"/can-bo/ho-so/{dossier.code}/bo-sung-chua-dat")

    assert 'name="pick1"' in shown.content.decode()
    assert 'name="pick2"' not in shown.content.decode()
