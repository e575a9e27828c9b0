"""Others are asked through the services: who may ask, who answers, what the rows then say."""

from datetime import date, timedelta

import pytest

from motcua.core.flow import Body
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import AskedOpinion, Dossier
from motcua.dossiers.selectors.acts import Offered, offered_to
from motcua.dossiers.selectors.happenings import happenings
from motcua.dossiers.selectors.opinions import asked_rows
from motcua.dossiers.selectors.visibility import visible_to
from motcua.dossiers.verifying.run import differences
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from motcua.identity.kinds import PositionKind
from motcua.organization.selectors import department_by_code, office_by_slug
from office import MONDAY, Office

DAY = 24 * 60
PERMIT = "tx-gpxd-nha-o-do-thi"
LAND = Body("bim-son", "TX-TNMT", 3)
WARD = Body("ba-dinh", days=20)


@pytest.fixture(scope="module", autouse=True)
def land(office: Office) -> Actor:
    """An officer of the department of natural resources, through whom no permit leads."""
    town = office_by_slug("bim-son").id
    department = department_by_code(town, "TX-TNMT")
    assert department is not None
    post = identity.add_position(
        office_id=town,
        kind=PositionKind.CASE_OFFICER,
        title="Chuyên viên đất đai",
        department_id=department.id,
    )
    account = identity.add_person(
        username="land", full_name="Bùi Văn Cột Mẫu", password="mat-khau-mau-1", demo=True
    )
    identity.give_position(account, post, from_on=date(2017, 1, 1))
    (actor,) = actors_of(account.pk, MONDAY)
    office.people["land"] = actor
    return actor


def at_work(office: Office, slug: str = PERMIT) -> Dossier:
    """In the hands of the officer of urban management since 08:30."""
    dossier = office.received(slug)
    assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
    return dossier


def asks(office: Office, dossier: Dossier, *bodies: Body, by: str = "officer") -> Done | Refused:
    """The officer asks these bodies."""
    outcome: Done | Refused = office.act(
        services.consult, dossier, by, bodies=bodies, document="15/QLĐT",
        question="Có vướng quy hoạch không?",
    )  # fmt: skip
    return outcome


def offers(office: Office, dossier: Dossier, who: str) -> dict[str, Offered]:
    """What `who` may do on it now, by act."""
    dossier.refresh_from_db()
    found = offered_to(dossier, office.people[who], dossier.changed_at + timedelta(minutes=1))
    return {one.act.value: one for one in found if one.refusal is None}


def code(outcome: Done | Refused) -> str:
    """The refusal's code."""
    assert isinstance(outcome, Refused), outcome
    return outcome.code


def test_the_department_asked_finds_it_opens_it_and_answers_it(office: Office, land: Actor) -> None:
    dossier = at_work(office)
    at = MONDAY + timedelta(days=1)
    assert not visible_to(land).filter(pk=dossier.pk).exists()

    assert isinstance(asks(office, dossier, LAND, WARD), Done)

    (row,) = [one for one in asked_rows(land, "answer", at) if one.code == dossier.code]
    assert (row.ordinal, row.due_on, row.overdue) == (1, date(2017, 3, 9), False)
    assert visible_to(land).filter(pk=dossier.pk).exists()
    assert [one.who for one in asked_rows(office.people["officer"], "waiting", at)] == [
        "Phòng Tài nguyên và Môi trường", "UBND Phường Ba Đình",
    ]  # fmt: skip
    outcome = office.act(
        services.answer_opinion, dossier, "land", item=1, stance="conditions", opinion="Chừa lộ"
    )
    assert isinstance(outcome, Done)
    assert not outcome.events[0].recorded  # type: ignore[attr-defined]
    assert visible_to(land).filter(pk=dossier.pk).exists()
    assert dossier.code not in [one.code for one in asked_rows(land, "answer", at)]


def test_only_who_was_asked_answers_and_only_who_asked_writes_its_paper_down(
    office: Office, land: Actor
) -> None:
    dossier = at_work(office)
    asks(office, dossier, WARD)
    answer = {"item": 1, "stance": "agree"}

    assert code(office.act(services.answer_opinion, dossier, "land", **answer)) == "not_your_step"
    assert code(office.act(services.answer_opinion, dossier, "clerk", **answer)) == "not_your_act"
    assert code(office.act(services.answer_opinion, dossier, "officer", **answer)) == "no_document"
    paper = {"document": "99/UBND", "answered_on": date(2017, 3, 6)}
    outcome = office.act(services.answer_opinion, dossier, "officer", **answer, **paper)
    assert isinstance(outcome, Done)
    assert outcome.events[0].recorded  # type: ignore[attr-defined]


def test_a_request_is_taken_back_with_a_reason_and_that_can_be_undone(office: Office) -> None:
    dossier = at_work(office)
    asks(office, dossier, LAND)
    assert code(office.act(services.hand_over, dossier, "officer")) == "opinions_open"

    assert isinstance(
        office.act(services.withdraw_opinion, dossier, "officer", item=1, reason="Tự kiểm tra"),
        Done,
    )
    assert "hand_over" in offers(office, dossier, "officer")
    assert isinstance(office.act(services.undo, dossier, "officer", after=1), Done)

    (row,) = AskedOpinion.objects.filter(dossier=dossier)
    assert (row.ended_at, row.ended_by) == (None, "")
    assert "hand_over" not in offers(office, dossier, "officer")
    assert list(differences()) == []


def test_nobody_asks_itself_or_a_department_that_is_not_there(office: Office) -> None:
    dossier = at_work(office)

    assert code(asks(office, dossier, Body("bim-son", "TX-QLDT"))) == "asks_itself"
    with pytest.raises(Refused, match="unknown_body"):
        asks(office, dossier, Body("bim-son", "KHONG-CO"))
    with pytest.raises(Refused, match="unknown_office"):
        asks(office, dossier, Body("khong-co"))


def test_the_program_writes_down_the_silence_that_the_law_takes_for_consent(
    office: Office,
) -> None:
    permit, plain = at_work(office), at_work(office, "tx-gia-han-gpxd")
    asks(office, permit, Body("ba-dinh"), LAND)
    asks(office, plain, Body("ba-dinh"))
    (by_law,) = AskedOpinion.objects.filter(dossier=permit, office__slug="ba-dinh")
    assert (by_law.due_on, by_law.consents) == (date(2017, 3, 20), True)  # 12 days, from a Monday

    assert services.presume_consents(MONDAY + timedelta(days=14)) == 0
    assert services.presume_consents(MONDAY + timedelta(days=15)) == 1
    assert services.presume_consents(MONDAY + timedelta(days=15)) == 0

    permit.refresh_from_db()
    said = happenings(permit, with_words=True)[0]
    assert said.title == "Quá hạn không trả lời, coi như đồng ý"
    assert any("Điều 102 Luật Xây dựng 2014" in detail for detail in said.details)
    assert [o[3] for o in permit.flow["opinions"]] == ["TX-TNMT"]  # three days are not the law's
    assert list(differences()) == []


def test_who_is_late_is_reminded_in_writing(office: Office) -> None:
    dossier = at_work(office)
    asks(office, dossier, LAND)
    assert "remind_opinion" not in offers(office, dossier, "officer")

    outcome = office.act(
        services.remind_opinion, dossier, "officer", item=1, document="16/QLĐT", after=5 * DAY
    )

    assert isinstance(outcome, Done)
    at = MONDAY + timedelta(days=6)
    (row,) = [o for o in asked_rows(office.people["land"], "answer", at) if o.code == dossier.code]
    assert row.overdue


def test_a_row_that_was_changed_by_hand_is_found(office: Office) -> None:
    dossier = at_work(office)
    asks(office, dossier, LAND)

    AskedOpinion.objects.filter(dossier=dossier).update(due_on=date(2017, 4, 1))

    assert list(differences()) == [f"{dossier.code}: ý kiến đã hỏi khác lịch sử"]
    AskedOpinion.objects.filter(dossier=dossier).update(due_on=date(2017, 3, 9))
