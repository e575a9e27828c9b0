"""An office's own list of reasons: kept on a page, offered where it is late, old names kept."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from acting import words
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.models import Dossier, OfficeReason
from motcua.dossiers.reasons import defaults, listed, offered, reason_words
from motcua.organization.selectors import office_by_slug
from motcua.reports.consolidation.figures import Span
from motcua.reports.consolidation.of_phu_luc_ii import typed
from office import MONDAY, Office
from world import NOW

PAGE = "/can-bo/dieu-hanh/ly-do-qua-han"
STORM = "Do bão, trụ sở mất điện cả ngày"


@pytest.fixture(autouse=True)
def _the_list_of_the_house() -> Any:
    yield
    OfficeReason.objects.all().delete()


def codes(office: Office, who: str = "chair") -> dict[str, str]:
    """What the office of `who` offers: the code of each reason by its words."""
    return {one.words: one.code for one in offered(office.people[who].office_id)}


def add(office: Office, said: str = STORM, who: str = "chair", **more: bool) -> str:
    waits = more.get("waits", False)
    return services.add_reason(office.people[who], said, waits_for_citizen=waits, at=MONDAY)


def late(office: Office) -> Dossier:
    """In the hands of the records clerk, long after it was due."""
    dossier = office.received()
    for act, who in (
        (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
        (services.approve, "chair"),
    ):  # fmt: skip
        office.act(act, dossier, who)
    return dossier


def test_a_reason_of_its_own_is_offered_where_it_is_late_and_names_the_lateness_for_ever(
    world: Any, office: Office
) -> None:
    chair, records, dossier = world.as_("chair"), world.as_("records"), late(office)

    added = chair.post(f"{PAGE}/them", {"words": f"{STORM}."}, follow=True)
    form = records.get(f"/can-bo/ho-so/{dossier.code}/ve-mot-cua").content.decode()
    code = codes(office)[STORM]
    drawn = {n: re.search(rf'name="{n}" value="([^"]*)"', form)[1] for n in ("seq", "key", "step")}  # type: ignore[index]
    done = records.post(
        f"/can-bo/ho-so/{dossier.code}/ve-mot-cua",
        {**drawn, "outcome": "result", "overdue_reason": code},
    )
    renamed = chair.post(f"{PAGE}/doi-ten", {"code": code, "words": "Do thiên tai"}, follow=True)

    assert "Đã thêm lý do vào danh sách." in words(added)
    assert STORM in form
    assert done.status_code == 302, words(done)
    assert "Hồ sơ và báo cáo cũ giữ tên cũ." in words(renamed)
    dossier.refresh_from_db()
    assert reason_words(dossier.overdue_reason) == STORM
    assert STORM in words(chair.get(f"/can-bo/ho-so/{dossier.code}"))
    assert STORM not in codes(office)
    assert "Do thiên tai" in codes(office)


def test_the_list_stands_with_other_last_and_offices_below_have_it(office: Office) -> None:
    add(office)

    for who in ("chair", "ward"):
        found = list(codes(office, who))
        assert found[:3] == [one.words for one in defaults()[:3]]
        assert found[-2:] == [STORM, "Lý do khác"]


def test_what_a_ward_adds_or_ends_the_town_does_not_see(office: Office) -> None:
    ward = replace(office.people["ward"], kind="LANH_DAO_UBND")
    services.add_reason(ward, "Do phường thiếu máy quét", waits_for_citizen=False, at=NOW)
    services.end_reason(ward, "loi-he-thong", at=NOW)

    below = {one.code for one in offered(ward.office_id)}
    assert "Do phường thiếu máy quét" not in codes(office)
    assert "loi-he-thong" in codes(office).values()
    assert "loi-he-thong" not in below


def test_an_ended_reason_is_offered_no_more_and_can_be_taken_up_again(
    world: Any, office: Office
) -> None:
    chair = world.as_("chair")

    ended = chair.post(f"{PAGE}/thoi-dung", {"code": "loi-he-thong"}, follow=True)
    without = codes(office)
    taken = chair.post(f"{PAGE}/dung-lai", {"code": "loi-he-thong"}, follow=True)

    assert "Đã thôi dùng" in words(ended)
    assert "loi-he-thong" not in without.values()
    assert "Đã dùng lại lý do này." in words(taken)
    assert "loi-he-thong" in codes(office).values()
    assert reason_words("loi-he-thong") == "Do lỗi hệ thống"


def test_a_used_reason_is_not_deleted_and_an_unused_one_is(office: Office) -> None:
    chair, dossier = office.people["chair"], office.received()
    used, unused = add(office), add(office, "Do chờ ý kiến bộ")
    due = dossier.due_at - dossier.changed_at
    late_by = int((due + timedelta(days=1)).total_seconds() // 60)
    office.act(services.record_overdue_reason, dossier, "clerk", reason=used, after=late_by)
    office.act(services.record_overdue_reason, dossier, "clerk", reason="khac")

    services.delete_reason(chair, unused)
    with pytest.raises(Refused) as refused:
        services.delete_reason(chair, used)

    assert refused.value.code == "reason_used"
    assert [one.reason.code for one in listed(chair.office_id) if one.own] == [used]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (" ", "Chưa ghi lý do"),
        ("x" * 121, "Lý do dài quá 120 ký tự"),
        ("do LOI he thong", "Danh sách đã có “Do lỗi hệ thống”"),
    ],
)
def test_words_that_cannot_be_used_are_refused_and_stay_typed(
    world: Any, said: str, sentence: str
) -> None:
    answer = world.as_("chair").post(f"{PAGE}/them", {"words": said})

    assert answer.status_code == 409
    assert sentence in words(answer)
    assert said.strip() in answer.content.decode()


def test_other_stays_and_what_is_ended_cannot_be_ended_again(office: Office) -> None:
    chair = office.people["chair"]
    services.end_reason(chair, "qua-tai", at=NOW)

    why = {"khac": "reason_stays", "qua-tai": "reason_ended", "x": "no_such_reason"}
    for code, said in why.items():
        with pytest.raises(Refused) as refused:
            services.end_reason(chair, code, at=NOW)
        assert refused.value.code == said


def test_a_reason_that_waits_for_the_citizen_may_stop_the_clock(world: Any, office: Office) -> None:
    add(office, "Chờ người dân nộp thuế đất", waits=True)
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")

    form = words(world.as_("officer").get(f"/can-bo/ho-so/{dossier.code}/tam-dung"))

    assert "Chờ người dân nộp thuế đất" in form
    assert "Do lỗi hệ thống" not in form


def test_figures_typed_from_paper_ask_for_the_offices_own_reasons(office: Office) -> None:
    add(office)
    town = office_by_slug("bim-son")

    span = Span("phu-luc-ii", date(2017, 1, 1), date(2017, 3, 31), date(2017, 3, 31))
    names = [line.name for line in typed([town], span)]

    assert f"Lý do quá hạn: {STORM}" in names


@pytest.mark.parametrize("who", ["officer", "clerk", "head"])
def test_only_the_chair_and_the_administrator_keep_the_list(world: Any, who: str) -> None:
    assert world.as_(who).get(PAGE).status_code == 403
    assert world.as_(who).post(f"{PAGE}/them", {"words": STORM}).status_code == 403
    assert world.as_("admin").get(PAGE).status_code == 200
