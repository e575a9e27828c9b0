"""Twelve procedures, each from the counter into the citizen's hands at the desk's own addresses:
with its letters, by the right people alone, and counted once. Ways and terms as the design's table
of procedures has them, written down here a second time; under the regime of 2017 and that of 2026.
"""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest

from escorting import Escort, House
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Procedure, Process
from motcua.core.clock import VN
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.exchange.demo.staff import FROM_ON, PASSWORD, posts
from motcua.identity.services import staff
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports.ii_06a import ii_06a
from ways import (
    NEIGHBOUR,
    QD_09,
    TT_03,
    Regime,
    Way,
    building_permit,
    building_permit_of_a_ward,
    certified_copy,
    child_under_six,
    civil_status,
    household_business,
    land_certificate,
    land_certificate_of_a_ward,
    marriage,
    poor_household,
    social_allowance,
    social_allowance_of_a_ward,
    transfer_of_land,
)
from world import World

ASIDE = ("motcua", "vanthu", "chutich", "noivu", "quantri", "captren.thanh-hoa")


@dataclass(frozen=True)
class Case:
    """One procedure: where it comes in, when it is due, its way, and how it is judged."""

    number: int
    office: str
    slug: str
    due: datetime
    way: Way
    rooms: tuple[str, ...]
    overdue: bool = False

    def __str__(self) -> str:
        return f"{self.number}-{self.slug}-{self.due:%Y}"


def day(month: int, number: int, hour: int = 8, minute: int = 0, year: int = 2017) -> datetime:
    return datetime(year, month, number, hour, minute, tzinfo=VN)


TODAY, WARD, TOWN = day(3, 6, 17, 30), "ba-dinh", "bim-son"
LAND = ("vpdk-bim-son", "chi-cuc-thue")
OF_2017 = (
    Case(1, WARD, "khai-sinh", TODAY, civil_status("tpht"), ("tpht",)),
    Case(2, WARD, "ket-hon", TODAY, marriage("tpht"), ("tpht",)),
    Case(3, WARD, "khai-tu", TODAY, civil_status("tpht"), ("tpht",)),
    Case(4, WARD, "chung-thuc-ban-sao", TODAY, certified_copy("tpht"), ("tpht",)),
    Case(5, WARD, "trich-luc-ho-tich", TODAY, civil_status("tpht"), ("tpht",)),
    Case(6, TOWN, "tx-gcn-lan-dau", day(4, 5, 17, 30), land_certificate, (*LAND, "tnmt")),
    Case(7, TOWN, "tx-chuyen-nhuong-bien-dong", day(3, 16, 17, 30), transfer_of_land, LAND),
    Case(8, TOWN, "tx-thanh-lap-hkd", day(3, 9), household_business("tckh"), ("tckh",)),
    Case(9, TOWN, "tx-gpxd-nha-o-do-thi", day(3, 21, 17, 30), building_permit,
         ("qldt", "kt", "tnmt")),
    Case(10, TOWN, "tx-tro-cap-xa-hoi", day(4, 11), social_allowance,
         ("ldtbxh", "vhxh.ba-dinh", "tpht.ba-dinh"), overdue=True),
    Case(11, WARD, "cong-nhan-ho-ngheo", day(3, 15), poor_household("vhxh"), ("vhxh", "tpht")),
    Case(12, WARD, "lt-khai-sinh-thuong-tru-bhyt", day(4, 3),
         child_under_six("tpht", "cong-an-bim-son"), ("tpht", "cong-an-bim-son", "bhxh-bim-son")),
)  # fmt: skip
NOW_TODAY, NOW = day(3, 9, 17, 30, year=2026), "phuong-bim-son"
OF_2026 = (
    Case(1, NOW, "khai-sinh", NOW_TODAY, civil_status("chuyenvien.vp"), ("vp",)),
    Case(2, NOW, "ket-hon", NOW_TODAY, marriage("chuyenvien.vp"), ("vp",)),
    Case(3, NOW, "khai-tu", NOW_TODAY, civil_status("chuyenvien.vp"), ("vp",)),
    Case(4, NOW, "chung-thuc-ban-sao", NOW_TODAY, certified_copy("chuyenvien.vp"), ("vp",)),
    Case(5, NOW, "trich-luc-ho-tich", NOW_TODAY, civil_status("chuyenvien.vp"), ("vp",)),
    Case(6, NOW, "tx-gcn-lan-dau", day(4, 6, year=2026), land_certificate_of_a_ward,
         (*LAND, "kthtdt")),
    Case(7, NOW, "tx-chuyen-nhuong-bien-dong", day(3, 19, year=2026), transfer_of_land, LAND),
    Case(8, NOW, "tx-thanh-lap-hkd", day(3, 12, year=2026), household_business("kthtdt"),
         ("kthtdt",)),
    Case(9, NOW, "tx-gpxd-nha-o-do-thi", day(3, 24, 17, 30, year=2026),
         building_permit_of_a_ward, ("kthtdt",)),
    Case(10, NOW, "tx-tro-cap-xa-hoi", day(3, 23, year=2026), social_allowance_of_a_ward,
         ("vhxh",), overdue=True),
    Case(11, NOW, "cong-nhan-ho-ngheo", day(3, 30, year=2026), poor_household("chuyenvien.vhxh"),
         ("vhxh",)),
    Case(12, NOW, "lt-khai-sinh-thuong-tru-bhyt", day(3, 12, year=2026),
         child_under_six("chuyenvien.vp", "cong-an-phuong-bim-son"),
         ("vp", "cong-an-phuong-bim-son", "bhxh-bim-son")),
)  # fmt: skip


@pytest.fixture(scope="module")
def house(world: World) -> House:
    """The log-ins of the demonstration of 2017, without its dossiers; the town hands the council's
    part of social allowances to the commune."""
    everybody = {post.username: post for post in posts()}
    staff(list(everybody.values()), password=PASSWORD, from_on=FROM_ON, demo=True)
    Process.objects.create(
        uuid=uuid4(),
        procedure=Procedure.objects.get(slug="tx-tro-cap-xa-hoi"),
        office_id=office_by_slug(TOWN).id,
        effective_on=date(2016, 6, 1),
        document=through_the_commune(),
    )
    catalogue.forget()
    return House(world, everybody, day(3, 6), day(6, 30, 17))


def through_the_commune() -> dict[str, Any]:
    """The shipped process names no commune, for it serves all eight; this office's own does."""

    def step(key: str, following: str, position: str, hours: int, **more: Any) -> dict[str, Any]:
        return {
            "key": key, "name": key, "position": position, "budget": {"working_hours": hours},
            "next": [following] if following else [], **more,
        }  # fmt: skip

    ward = {"office": WARD, "department": "VHXH"}
    room = {"department": "TX-LDTBXH"}
    return {
        "procedure": "tx-tro-cap-xa-hoi",
        "allowance": {"working_days": 25},
        "steps": [
            step("tiep-nhan", "hoi-dong", "BP_MOT_CUA", 4),
            step("hoi-dong", "niem-yet", "CHUYEN_VIEN", 64, **ward),
            step("niem-yet", "tham-dinh", "CHUYEN_VIEN", 8, wait={"calendar_days": 7}, **ward),
            step("tham-dinh", "duyet", "CHUYEN_VIEN", 40, **room),
            step("duyet", "ky", "LANH_DAO_PHONG", 16, **room),
            step("ky", "dong-dau", "LANH_DAO_UBND", 20),
            step("dong-dau", "tra", "VAN_THU", 4),
            step("tra", "", "BP_MOT_CUA", 4),
        ],
    }


def counted(house: House, case: Case) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """The sums of both reports as the office's chair and its own sheet have them, once all is done:
    Phụ lục II over all its rows, II.06a alone and with the offices below."""
    year, far = case.due.year, house.done_by
    period = (date(year, 1, 1), far.date())
    chair = house.world.as_(f"chutich.{case.office}")
    timekeeping.set_demonstration(far)
    asked = {"tu": f"{period[0]:%d/%m/%Y}", "den": f"{period[1]:%d/%m/%Y}"}
    rows = json.loads(chair.get("/can-bo/bao-cao/phu-luc-ii.json", asked).content)["rows"]
    sums = {name: sum(row[name] for row in rows) for name in ("received", "on_time", "overdue")}
    own, all_below = (
        {k: v for k, v in asdict(ii_06a(case.office, *period, now=far, with_below=below).rows[-1])
         .items() if k != "field"}
        for below in (False, True)
    )  # fmt: skip
    return sums, own, all_below


def runs_to_its_end(house: House, case: Case, regime: Regime, watchers: Collection[str]) -> None:
    before = counted(house, case)
    one = Escort(house, case.office, case.slug, watchers)

    slip = one.receive()
    assert regime.receipt in slip
    assert ("Mẫu số 01" in slip) == (regime is TT_03)
    assert one.due == case.due
    case.way(one, regime)
    assert one.events[-1] == "finished"
    sheet = one.paper("motcua", "phieu-kiem-soat.pdf")
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in sheet
    one.wait(hours=2)
    one.give_out(**(NEIGHBOUR if case.number == 5 else {}))

    verdict = "overdue" if case.overdue else "on_time"
    after = counted(house, case)
    more = [{k: new[k] - old[k] for k in new if new[k] != old[k]} for old, new in zip(
        before, after, strict=True)]  # fmt: skip
    assert more[0] == {"received": 1, verdict: 1}
    judged = "overdue" if case.overdue else "early" if "early" in more[1] else "on_time"
    assert more[1] == {"received": 1, "direct_or_post": 1, "resolved": 1, judged: 1}
    assert more[2] == more[1]
    assert list(check_chunk([one.dossier], Checked())) == []


def near(house: House, case: Case) -> list[str]:
    """Those on the way, and some who never are."""
    rooms = {name for room in case.rooms for name in (room, f"chuyenvien.{room}",
                                                      f"truongphong.{room}")}  # fmt: skip
    wanted = {*rooms, *ASIDE}
    return [n for n in house.posts if n in wanted or n.removesuffix(f".{case.office}") in wanted]


@pytest.mark.parametrize("case", OF_2017, ids=str)
def test_each_runs_to_its_end_with_its_letters_by_the_right_people_and_is_counted_once(
    house: House, case: Case
) -> None:
    runs_to_its_end(house, case, QD_09, near(house, case))


@pytest.mark.prove
@pytest.mark.parametrize("case", OF_2017, ids=str)
def test_each_is_refused_to_everybody_else_of_the_office(house: House, case: Case) -> None:
    runs_to_its_end(house, case, QD_09, house.everybody_near(case.office))


def test_who_brings_less_than_a_whole_dossier_is_refused_on_paper_and_is_not_counted(
    house: House,
) -> None:
    case = OF_2017[2]
    before = counted(house, case)
    one = Escort(house, case.office, case.slug, near(house, case))

    said = one.refuse_intake("Không thuộc thẩm quyền của phường")

    assert "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ" in said
    assert "Không thuộc thẩm quyền của phường" in said
    assert counted(house, case) == before
