"""Lateness is counted where it arose: with who held the step or was asked, whatever the dossier."""

from datetime import date, timedelta
from importlib import import_module

import pytest

from motcua.core.flow import Body
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.lateness import Lateness, Period, behind_lateness, lateness
from motcua.dossiers.selectors.overview import behind as behind_overview
from motcua.dossiers.selectors.overview import overview
from office import MONDAY, Office

DAY = 24 * 60
MARCH = Period(date(2017, 3, 1), date(2017, 3, 31), MONDAY + timedelta(days=60))


@pytest.fixture(scope="module", autouse=True)
def dossiers(office: Office) -> tuple[Dossier, Dossier]:
    """Both late with the officer, one left and one still held; the desk was in time. The second
    was asked about at the ward, which answered on paper after its day."""
    passed, held = office.received(), office.received()
    for dossier in (passed, held):
        assert isinstance(office.act(services.hand_over, dossier, "clerk", after=5), Done)
    office.act(
        services.consult, held, "officer", bodies=[Body("ba-dinh", days=2)], document="15/QLĐT",
        question="Có vướng không?",
    )  # fmt: skip
    assert isinstance(office.act(services.hand_over, passed, "officer", after=20 * DAY), Done)
    answered = office.act(
        services.answer_opinion, held, "officer", item=1, stance="agree", document="9/UBND",
        answered_on=date(2017, 3, 15), after=20 * DAY,
    )  # fmt: skip
    assert isinstance(answered, Done)
    return passed, held


def of(rows: tuple[Lateness, ...], name: str) -> Lateness:
    """The row whose name begins so."""
    return next(row for row in rows if row.name.startswith(name))


def test_each_holder_has_its_own_late_steps_and_each_body_its_late_opinions(
    office: Office,
) -> None:
    rows = tuple(lateness(office.people["chair"], MARCH))

    urban = of(rows, "Phòng Quản lý đô thị")
    assert (urban.left, urban.late, urban.held) == (1, 1, 2)  # its head is late with the first
    desk = of(rows, "Một cửa, lãnh đạo, văn thư · Thị xã Bỉm Sơn")
    assert (desk.left, desk.late) == (2, 0)
    ward = of(rows, "Một cửa, lãnh đạo, văn thư · Phường Ba Đình")
    assert (ward.asked, ward.unheard) == (1, 1)


def test_a_list_longer_than_a_page_is_turned_and_every_dossier_stands_on_one_of_them(
    office: Office, dossiers: tuple[Dossier, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("motcua.dossiers.selectors.search"), "LEAF", 1)
    chair, at = office.people["chair"], MARCH.at
    whole = overview(chair, at).open

    leaves = [behind_overview(chair, "open", at, number=str(n + 1)) for n in range(whole)]

    assert {leaf.paginator.count for leaf in leaves} == {whole} == {len(dossiers)}
    codes = [row.code for leaf in leaves for row in leaf.object_list]
    assert sorted(codes) == sorted(one.code for one in dossiers)
    beyond = behind_overview(chair, "open", at, number="99")
    assert beyond.number == whole


def test_each_figure_opens_its_dossiers(office: Office, dossiers: tuple[Dossier, Dossier]) -> None:
    chair, (passed, held) = office.people["chair"], dossiers

    def behind(place: tuple[str, str], kind: str) -> list[str]:
        return [row.code for row in behind_lateness(chair, MARCH, *place, kind).object_list]

    assert behind(("bim-son", "TX-QLDT"), "late") == [passed.code]
    assert sorted(behind(("bim-son", "TX-QLDT"), "held")) == [passed.code, held.code]
    assert behind(("ba-dinh", ""), "unheard") == [held.code]
    with pytest.raises(Refused, match="not_found"):
        behind(("ba-dinh", ""), "khong-co")


def test_a_period_judges_as_of_its_end(office: Office) -> None:
    early = Period(date(2017, 3, 1), date(2017, 3, 7), MARCH.at)

    urban = [row for row in lateness(office.people["chair"], early) if row.department == "TX-QLDT"]

    assert urban == []


def test_a_head_sees_the_own_department_and_a_clerk_nothing(office: Office) -> None:
    names = [row.department for row in lateness(office.people["head"], MARCH)]

    assert names == ["TX-QLDT"]
    with pytest.raises(Refused, match="not_your_act"):
        lateness(office.people["clerk"], MARCH)
