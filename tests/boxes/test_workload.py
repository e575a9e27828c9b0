"""What lies with whom, the dossiers behind each number, and giving some to another at once."""

import re
from datetime import date
from html import unescape
from typing import Any
from uuid import uuid4

import pytest

from acting import words
from motcua.boxes.selectors.workload import KINDS, workload
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.identity import services as identity
from motcua.identity.actors import Actor, actors_of
from office import MONDAY, OWNER, Office
from world import NOW, World

PAGE = "/can-bo/khoi-luong"


@pytest.fixture(scope="module", autouse=True)
def second(world: World, office: Office) -> Actor:
    """Another officer of the same department."""
    account = identity.add_person(
        username="officer3", full_name="Phan Thị Xà Mẫu", password="mat-khau-mau-1", demo=True
    )
    first = office.people["officer"]
    post = identity.add_position(
        office_id=first.office_id, kind=first.position_kind, title="Chuyên viên 3",
        department_id=first.department_id,
    )  # fmt: skip
    identity.give_position(account, post, from_on=date(2017, 1, 1))
    (actor,) = actors_of(account.pk, MONDAY)
    office.people["officer3"] = actor
    return actor


@pytest.fixture(scope="module")
def given(office: Office, second: Actor) -> list[Dossier]:
    """Three with the first officer, one with nobody yet."""
    mine = []
    for _ in range(3):
        dossier = office.received()
        office.act(services.hand_over, dossier, "clerk")
        assert isinstance(office.act(services.claim, dossier, "officer"), Done)
        mine.append(dossier)
    shared = office.received()
    office.act(services.hand_over, shared, "clerk")
    return mine


def loads(office: Office, who: str) -> dict[str, dict[str, int]]:
    groups = workload(office.people[who], NOW)
    return {
        f"{group.name}: {load.name}": load.counts
        for group in groups
        for load in (*group.rows, group.total)
    }


def test_each_person_has_what_was_given_to_them_and_the_rest_is_nobodys(
    office: Office, given: list[Dossier]
) -> None:
    found = {name: counts["open"] for name, counts in loads(office, "head").items()}
    by_person = {name.rpartition(": ")[2]: count for name, count in found.items() if count}

    assert by_person["Trần Văn Cột Mẫu"] == 3
    assert by_person["Chưa giao ai"] == 1
    assert sum(1 for name in found if name.endswith("Phan Thị Xà Mẫu")) == 1


def test_a_group_is_the_sum_of_its_rows(office: Office, given: list[Dossier]) -> None:
    for who in ("head", "chair"):
        for group in workload(office.people[who], NOW):
            for kind in KINDS:
                assert group.total.counts[kind] == sum(one.counts[kind] for one in group.rows)


def test_a_head_sees_the_department_and_the_chair_the_office(
    office: Office, given: list[Dossier]
) -> None:
    head, chair = (set(loads(office, who)) for who in ("head", "chair"))

    assert head < chair
    assert not any("Cán bộ một cửa" in name for name in head)


@pytest.mark.parametrize("who", ["head", "chair"])
def test_every_number_opens_as_many_dossiers(world: World, given: list[Dossier], who: str) -> None:
    client = world.as_(who)
    page = client.get(PAGE).content.decode()
    links = re.findall(r'href="(/can-bo/khoi-luong/[^"]+)">.*?</span>\s*(\d+)\s*</a>', page, re.S)

    assert links
    for link, count in links:
        behind = client.get(unescape(link))
        assert f", {count} hồ sơ" in words(behind), link


def test_ticked_ones_are_given_to_another_after_one_question_with_an_outcome_each(
    world: World, office: Office, given: list[Dossier], second: Actor
) -> None:
    head, ticked = world.as_("head"), given[:2]
    group = workload(office.people["head"], NOW)
    key = next(one.key for one in group if one.key.endswith("CHUYEN_VIEN"))
    first = str(office.people["officer"].position_uuid)
    drawn = head.get(f"{PAGE}/dang-giu?nhom={key}&ai={first}").content.decode()
    picks = [
        pick
        for pick in re.findall(r'name="pick"\s+value="([^"]+)"', drawn)
        if pick.split("|")[0] in {one.code for one in ticked}
    ]
    form: dict[str, Any] = {
        "kind": "dang-giu", "nhom": key, "ai": first, "pick": picks,
        "to": str(second.position_uuid),
    }  # fmt: skip

    asked = head.post(f"{PAGE}/giao", form)
    told = head.post(f"{PAGE}/giao", {**form, "sure": "1", "key": str(uuid4())})
    again = head.post(f"{PAGE}/giao", {**form, "sure": "1", "key": str(uuid4())})

    assert "Giao 2 hồ sơ cho Phan Thị Xà Mẫu?" in words(asked)
    assert words(told).count("Đã giao") == 2
    assert "Đã giao" not in words(again)
    for one in ticked:
        assert one.steps.get(left_at=None).assignee == second.position_uuid


def test_what_nobody_received_is_given_out_from_the_list_that_tells_of_it(
    world: World, office: Office, second: Actor
) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    head = world.as_("head")
    shown = head.get("/can-bo/sang-nay/chua-ai-nhan").content.decode()

    form = {name: re.search(rf'name="{name}" value="([^"]*)"', shown)[1]  # type: ignore[index]
            for name in ("kind", "nhom", "ai")}  # fmt: skip
    picked = next(one for one in re.findall(r'name="pick"\s+value="([^"]+)"', shown)
                  if one.startswith(dossier.code))  # fmt: skip
    form |= {"pick": picked, "to": str(second.position_uuid)}
    assert "Giao 1 hồ sơ cho" in words(head.post("/can-bo/khoi-luong/giao", form))
    done = head.post("/can-bo/khoi-luong/giao", {**form, "sure": "1", "key": str(uuid4())})

    assert "Đã giao" in words(done)
    assert dossier.steps.get(left_at=None).assignee == second.position_uuid
    assert dossier.code not in head.get("/can-bo/sang-nay/chua-ai-nhan").content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [({"pick": []}, "Chưa đánh dấu hồ sơ nào"), ({"to": ""}, "Chưa chọn người nhận việc")],
)
def test_what_is_missing_is_said_and_the_ticks_stay(
    world: World, office: Office, given: list[Dossier], sent: dict[str, Any], said: str
) -> None:
    head = world.as_("head")
    key = next(g.key for g in workload(office.people["head"], NOW) if "CHUYEN_VIEN" in g.key)
    drawn = head.get(f"{PAGE}/dang-giu?nhom={key}").content.decode()
    pick = re.findall(r'name="pick"\s+value="([^"]+)"', drawn)[:1]
    form = {"kind": "dang-giu", "nhom": key, "ai": "", "pick": pick, "to": "ca-phong", **sent}

    answer = head.post(f"{PAGE}/giao", form)

    assert answer.status_code == 422
    assert said in words(answer)
    if form["pick"]:
        assert re.search(r'name="pick"[^>]* checked', answer.content.decode())


@pytest.mark.parametrize("who", ["officer", "clerk", "affairs", "above"])
def test_who_heads_nothing_sees_no_loads(world: World, who: str) -> None:
    assert world.as_(who).get(PAGE).status_code == 403


def test_the_chair_looks_on_and_gives_nothing_out(
    world: World, office: Office, given: list[Dossier]
) -> None:
    chair = world.as_("chair")
    key = next(g.key for g in workload(office.people["chair"], NOW) if "CHUYEN_VIEN" in g.key)

    assert OWNER.name in words(chair.get(f"{PAGE}/dang-giu?nhom={key}"))
    assert chair.post(f"{PAGE}/giao", {"nhom": key}).status_code == 403


def test_a_figure_that_is_not_on_the_page_is_not_found(world: World) -> None:
    head = world.as_("head")

    for asked in ("dang-giu?nhom=khac", "khac?nhom=khac", "dang-giu?nhom=TX-QLDT-CHUYEN_VIEN&ai=x"):
        assert head.get(f"{PAGE}/{asked}").status_code == 404
