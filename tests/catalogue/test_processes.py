"""Internal processes written, published, copied, taken back: who may, from when, and for whom."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from motcua.audit.trail import touches_of
from motcua.catalogue import selectors
from motcua.catalogue.models import Process, ProcessDraft
from motcua.catalogue.processes import selectors as processes
from motcua.catalogue.processes.faults import faults_in_force, faults_of, hindrances
from motcua.catalogue.processes.scope import Target, offices_of
from motcua.catalogue.services import processes as services
from motcua.catalogue.services.process_copies import copy_to_offices
from motcua.catalogue.services.processes import Writing
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_slug, offices_with_desk
from office import PLAIN, Office

NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
TODAY, TOMORROW = date(2017, 3, 31), date(2017, 4, 1)
BIRTH = "khai-sinh"
HELD = "tx-gpxd-nha-o-nong-thon"
"""Of this one dossiers are received, so that its processes stay."""


def version(slug: str) -> selectors.VersionRow:
    return next(row for row in selectors.procedures_in_force(TODAY) if row.slug == slug)


def id_of(slug: str) -> int:
    return office_by_slug(slug).id


def of_ward(office: Office, kind: str = "KIEM_SOAT_TTHC", slug: str = "ba-dinh") -> Actor:
    """An officer of a ward who keeps its catalogue."""
    return replace(office.people["ward"], kind=kind, office_id=id_of(slug), office_slug=slug)


def begun(
    office: Office,
    slug: str = PLAIN,
    target: Target | None = None,
    beginning: services.Beginning = "in_force",
    by: Actor | None = None,
) -> ProcessDraft:
    uuid = services.begin_draft(
        version(slug).procedure_id, target or Target(id_of("bim-son")), beginning, at=NOW,
        by=by or office.people["affairs"],
    )  # fmt: skip
    return ProcessDraft.objects.get(uuid=uuid)


def saved(draft: ProcessDraft, by: Actor, **changes: Any) -> ProcessDraft:
    """The draft saved with other steps or another day; tomorrow when none is given."""
    given = {"document": draft.document, "effective_on": TOMORROW, "source": "15/QĐ-UBND"}
    services.save_draft(
        draft.uuid, Writing(**{**given, **changes}), revision=draft.revision, at=NOW, by=by
    )
    draft.refresh_from_db()
    return draft


def published(
    office: Office, slug: str = PLAIN, target: Target | None = None, **changes: Any
) -> UUID:
    by = changes.pop("by", office.people["affairs"])
    draft = saved(begun(office, slug, target, by=by), by, **changes)
    return services.publish_process(draft.uuid, revision=draft.revision, at=NOW, by=by)


def with_budget(document: dict[str, Any], number: int, hours: float) -> dict[str, Any]:
    steps = [dict(step) for step in document["steps"]]
    steps[number - 1]["budget"] = {"working_hours": hours}
    return {**document, "steps": steps}


@pytest.fixture(autouse=True)
def clean(office: Office) -> Any:
    """Each test begins with what ships."""
    yield
    from motcua.dossiers.models import Dossier

    held = Dossier.objects.values("process_id")
    ProcessDraft.objects.all().delete()
    Process.objects.exclude(published_at=None).exclude(pk__in=held).delete()
    selectors.forget()


def test_a_draft_begins_with_the_process_in_force_a_plain_one_or_nothing(office: Office) -> None:
    known = selectors.process_for(version(PLAIN).id, id_of("bim-son"), TODAY)
    assert known is not None

    assert begun(office).document["steps"] == known.document["steps"]
    assert len(begun(office, beginning="plain").document["steps"]) == 6
    assert begun(office, beginning="empty").document["steps"] == []


def test_from_its_day_on_the_office_works_by_what_was_published_and_before_by_the_old(
    office: Office,
) -> None:
    here, row = id_of("bim-son"), version(PLAIN)
    before = selectors.process_for(row.id, here, TODAY)

    uuid = published(office)

    assert selectors.process_for(row.id, here, TODAY) == before
    found = selectors.process_for(row.id, here, TOMORROW)
    assert found is not None
    assert (found.uuid, found.source, found.derived) == (uuid, "15/QĐ-UBND", False)
    assert not ProcessDraft.objects.exists()
    newest, *_ = processes.editions(row.procedure_id, here, TODAY)
    assert (newest.uuid, newest.by) == (uuid, office.people["affairs"].person)
    assert [t.action for t in touches_of("process", str(uuid))] == ["publish_process"]


def test_a_dossier_keeps_the_process_it_was_received_under(office: Office) -> None:
    old = office.received(HELD, at=NOW)
    uuid = published(office, HELD)

    new = office.received(HELD, at=NOW + timedelta(days=3))

    old.refresh_from_db()
    assert selectors.process(old.process_id).uuid != uuid
    assert selectors.process(new.process_id).uuid == uuid


def test_a_process_begins_tomorrow_at_the_earliest(office: Office) -> None:
    with pytest.raises(Refused, match="process_day_passed"):
        published(office, effective_on=TODAY)
    with pytest.raises(Refused, match="no_process_day"):
        published(office, effective_on=None)


def test_one_day_has_one_process_for_those_it_is_for(office: Office) -> None:
    published(office)

    with pytest.raises(Refused, match="process_day_taken"):
        published(office)


def test_of_two_people_at_one_draft_the_second_is_told_and_nothing_of_the_first_is_lost(
    office: Office,
) -> None:
    draft = begun(office)
    stale = draft.revision
    saved(draft, office.people["affairs"], source="một")

    with pytest.raises(Refused, match="draft_moved"):
        services.save_draft(
            draft.uuid, Writing(draft.document, source="hai"), revision=stale, at=NOW,
            by=office.people["books"],
        )  # fmt: skip
    assert ProcessDraft.objects.get().source == "một"


def test_savings_are_undone_one_by_one_back_to_the_first(office: Office) -> None:
    draft, by = begun(office), office.people["affairs"]
    first = draft.document
    second = saved(draft, by, document=with_budget(first, 2, 3)).document
    saved(draft, by, document=with_budget(first, 2, 1))

    services.undo_draft(draft.uuid, revision=draft.revision, at=NOW, by=by)
    draft.refresh_from_db()
    assert draft.document == second
    services.undo_draft(draft.uuid, revision=draft.revision, at=NOW, by=by)
    draft.refresh_from_db()
    assert draft.document == first
    with pytest.raises(Refused, match="nothing_to_undo"):
        services.undo_draft(draft.uuid, revision=draft.revision, at=NOW, by=by)


def test_the_term_is_the_procedures_whatever_a_draft_says(office: Office) -> None:
    draft = begun(office)

    found = saved(
        draft,
        office.people["affairs"],
        document={**draft.document, "allowance": {"working_days": 99}},
    )

    assert found.document["allowance"] == version(PLAIN).allowance.to_json()


def test_what_is_no_process_is_refused_and_not_saved(office: Office) -> None:
    draft = begun(office)
    for steps in (
        "x",
        [{"key": "a"}],
        [{"key": "a", "name": "A", "position": "X", "budget": {"h": 1}}],
    ):
        with pytest.raises(Refused, match=r"bad_process|process_too_long"):
            saved(draft, office.people["affairs"], document={"steps": steps})
    assert ProcessDraft.objects.get().revision == 1


FAULTY: dict[str, tuple[Any, str]] = {
    "dangling-next": (lambda steps: steps[1].update(next=["ma"]), "không có"),
    "unreachable": (lambda steps: steps.append({**steps[-1], "key": "lac"}), "Không có đường"),
    "no-end": (lambda steps: steps[-1].update(next=[steps[0]["key"]]), "kết thúc"),
    "dead-end": (
        lambda steps: (
            steps[1]["next"].append("q"),
            steps.append({**steps[1], "key": "q", "next": ["q"], "join": "any"}),
        ),
        "không đến được",
    ),
    "join-never-completes": (lambda steps: steps[1]["next"].append(steps[1]["key"]), "chờ"),
    "duplicate-step": (lambda steps: steps.append(dict(steps[-1])), "hai bước"),
    "over-allowance": (lambda steps: steps[1].update(budget={"working_hours": 900}), "vượt"),
    "no-name": (lambda steps: steps[1].update(name=""), "chưa có tên"),
    "no-position": (lambda steps: steps[1].update(position="CAP_TREN"), "vị trí"),
    "no-department": (
        lambda steps: (steps[1].update(position="LANH_DAO_PHONG"), steps[1].pop("department", 0)),
        "chưa chọn phòng",
    ),
    "unknown-department": (lambda steps: steps[1].update(department="KHONG"), "không có phòng"),
    "unknown-office": (lambda steps: steps[1].update(office="khong-co"), "không có đơn vị"),
    "not-at-desk": (lambda steps: steps[0].update(position="VAN_THU"), "bộ phận một cửa"),
}


@pytest.mark.parametrize("code", FAULTY)
def test_a_process_with_a_fault_is_not_published_and_the_step_and_the_reason_are_named(
    office: Office, code: str
) -> None:
    by, draft = office.people["affairs"], begun(office)
    steps = [{**step, "next": list(step["next"])} for step in draft.document["steps"]]
    FAULTY[code][0](steps)
    saved(draft, by, document={"steps": steps})

    with pytest.raises(Refused, match="process_faulty") as refused:
        services.publish_process(draft.uuid, revision=draft.revision, at=NOW, by=by)

    assert FAULTY[code][1] in refused.value.facts["why"]
    assert code in [
        fault.code
        for fault in hindrances(
            faults_of(draft.document, Target(id_of("bim-son")), version(PLAIN), TOMORROW)
        )
    ]
    assert ProcessDraft.objects.filter(pk=draft.pk).exists()


def test_hours_left_over_are_a_warning_and_hinder_nothing(office: Office) -> None:
    draft = begun(office)

    assert published(office, document=with_budget(draft.document, 2, 0.5))


def test_a_case_with_a_shorter_term_than_the_steps_take_is_said_and_hinders_nothing(
    office: Office,
) -> None:
    from motcua.catalogue.rows import CaseRow
    from motcua.core.clock import Allowance

    short = CaseRow(1, "gap", "Xin gấp", Allowance("working_hours", 8), "", "", "")
    row = replace(version(PLAIN), cases=(short,))

    found = faults_of(begun(office).document, Target(id_of("bim-son")), row, TOMORROW)

    assert [fault.code for fault in found] == ["over-case"]
    assert hindrances(found) == []
    assert "Xin gấp" in found[0].message


def test_an_officer_sets_for_their_own_office_and_home_affairs_for_those_below(
    office: Office,
) -> None:
    ward, town = Target(id_of("ba-dinh")), Target(id_of("bim-son"))
    below = Target(under_id=id_of("bim-son"))

    assert begun(office, BIRTH, ward)
    assert begun(office, BIRTH, below)
    assert begun(office, by=office.people["books"])
    assert begun(office, BIRTH, ward, by=of_ward(office))
    for who, slug, target in (
        (office.people["books"], BIRTH, ward),
        (office.people["books"], BIRTH, below),
        (of_ward(office), PLAIN, town),
        (of_ward(office), BIRTH, Target(id_of("ha-lan"))),
        (office.people["clerk"], PLAIN, town),
        (office.people["affairs"], BIRTH, Target()),
    ):
        with pytest.raises(Refused, match="not_your_process"):
            begun(office, slug, target, by=who)


def test_nobody_writes_for_an_office_that_does_not_handle_the_procedure(office: Office) -> None:
    with pytest.raises(Refused, match="process_not_handled"):
        begun(office, PLAIN, Target(id_of("ba-dinh")))


def test_a_common_process_reaches_the_offices_below_of_its_kind_unless_they_have_their_own(
    office: Office,
) -> None:
    own = published(office, BIRTH, Target(id_of("ba-dinh")))
    wards = published(office, BIRTH, Target(kind="ward", under_id=id_of("bim-son")))
    below = published(office, BIRTH, Target(under_id=id_of("bim-son")))

    found = {
        one.slug: process.uuid
        for one in offices_with_desk("bim-son")
        if (process := selectors.process_for(version(BIRTH).id, one.id, TOMORROW))
    }

    assert found["ba-dinh"] == own
    assert found["bac-son"] == wards
    assert found["ha-lan"] == below
    assert "bim-son" not in found
    assert offices_of(Target(), version(BIRTH).procedure_id, TODAY) == ()


def test_a_common_process_of_one_town_is_none_of_another(office: Office) -> None:
    published(office, BIRTH, Target(under_id=id_of("bim-son")))

    elsewhere = list(selectors.scopes_of(id_of("thanh-hoa")))

    assert (None, "", id_of("bim-son")) not in elsewhere


def test_a_ward_may_only_tighten_the_common_process(office: Office) -> None:
    ward, by = Target(id_of("ba-dinh")), of_ward(office)
    common = begun(office, BIRTH, ward, by=by).document

    longer = with_budget(with_budget(common, 1, 2), 2, 3)

    with pytest.raises(Refused, match="process_faulty") as refused:
        published(office, BIRTH, ward, by=by, document=longer)
    assert "quy trình chung" in refused.value.facts["why"]
    assert published(office, BIRTH, ward, by=by, document=with_budget(common, 2, 3))


def test_a_wards_own_process_that_the_common_one_has_since_overtaken_is_listed_with_its_fault(
    office: Office,
) -> None:
    ward = Target(id_of("ba-dinh"))
    published(office, BIRTH, ward)
    below = Target(under_id=id_of("bim-son"))
    shorter = with_budget(begun(office, BIRTH, below).document, 2, 1)
    published(office, BIRTH, below, document=shorter)

    own = selectors.process_for(version(BIRTH).id, id_of("ba-dinh"), TOMORROW)

    assert own is not None
    codes = [f.code for f in faults_in_force(own, id_of("ba-dinh"), version(BIRTH), TOMORROW)]
    assert codes == ["over-common-step", "over-common"]


def test_a_town_is_bound_by_the_term_alone(office: Office) -> None:
    draft = begun(office)
    known = sum(step["budget"].get("working_hours", 0) for step in draft.document["steps"])
    first = draft.document["steps"][0]["budget"]["working_hours"]
    second = draft.document["steps"][1]["budget"]["working_hours"]
    assert known > first + second
    moved = with_budget(with_budget(draft.document, 1, first + 1), 2, second - 1)

    assert published(office, document=moved)


def test_before_its_day_a_process_is_taken_back_stays_on_record_and_is_a_draft_again(
    office: Office,
) -> None:
    uuid = published(office)

    draft = services.take_back(uuid, at=NOW, by=office.people["books"])

    row = version(PLAIN)
    found = selectors.process_for(row.id, id_of("bim-son"), TOMORROW)
    assert found is not None
    assert found.uuid != uuid
    assert ProcessDraft.objects.get().uuid == draft
    kept = processes.edition(uuid)
    assert kept.taken_back_by == office.people["books"].person
    assert kept.taken_back_at is not None
    assert published(office)


def test_a_process_whose_day_has_come_is_not_taken_back_nor_one_twice(office: Office) -> None:
    uuid = published(office)

    with pytest.raises(Refused, match="process_began"):
        services.take_back(uuid, at=NOW + timedelta(days=1), by=office.people["affairs"])
    services.take_back(uuid, at=NOW, by=office.people["affairs"])
    with pytest.raises(Refused, match="process_taken_back"):
        services.take_back(uuid, at=NOW, by=office.people["affairs"])
    with pytest.raises(Refused, match="not_your_process"):
        services.take_back(uuid, at=NOW, by=office.people["ward"])


def test_a_dropped_draft_is_gone_and_noted(office: Office) -> None:
    draft = begun(office)

    services.drop_draft(draft.uuid, at=NOW, by=office.people["affairs"])

    assert not ProcessDraft.objects.exists()
    actions = [touch.action for touch in touches_of("process", str(draft.uuid))]
    assert sorted(actions) == ["begin_process_draft", "drop_process_draft"]
    with pytest.raises(Refused, match="unknown_draft"):
        services.drop_draft(draft.uuid, at=NOW, by=office.people["affairs"])


def test_a_process_is_copied_as_drafts_for_the_offices_chosen_each_for_itself(
    office: Office,
) -> None:
    uuid = published(office, BIRTH, Target(id_of("ba-dinh")))

    copied = copy_to_offices(
        uuid, [id_of("bac-son"), id_of("ha-lan"), id_of("bim-son")], at=NOW,
        by=office.people["affairs"],
    )  # fmt: skip

    assert [bool(one.draft) for one in copied] == [True, True, False]
    assert copied[2].refused is not None
    assert copied[2].refused.code == "process_not_handled"
    assert {row.office_id for row in ProcessDraft.objects.all()} == {
        id_of("bac-son"), id_of("ha-lan"),
    }  # fmt: skip


def test_copies_are_published_for_a_day_with_the_departments_of_each_office(
    office: Office,
) -> None:
    uuid = published(office, BIRTH, Target(id_of("ba-dinh")))
    by, there = office.people["affairs"], [id_of("bac-son"), id_of("ha-lan")]

    whole = copy_to_offices(uuid, there, effective_on=TOMORROW, at=NOW, by=by)
    wrong = copy_to_offices(
        uuid, [id_of("lam-son")], departments={"TPHT": "DC"}, effective_on=TOMORROW, at=NOW, by=by
    )

    assert all(one.process for one in (*whole, *wrong))
    row = Process.objects.get(uuid=wrong[0].process)
    assert {step.get("department") for step in row.document["steps"]} == {None, "DC"}


def test_a_department_an_office_has_not_keeps_its_copy_from_being_published_and_says_so(
    office: Office,
) -> None:
    uuid = published(office, BIRTH, Target(id_of("ba-dinh")))
    Process.objects.filter(uuid=uuid).update(
        document=_renamed(Process.objects.get(uuid=uuid).document, "TPHT", "KHAC")
    )

    (one,) = copy_to_offices(
        uuid, [id_of("bac-son")], effective_on=TOMORROW, at=NOW, by=office.people["affairs"]
    )

    assert one.refused is not None
    assert "không có phòng mã KHAC" in one.refused.facts["why"]


def test_the_list_says_whose_process_it_is_what_is_being_written_and_what_is_to_come(
    office: Office,
) -> None:
    published(office)
    begun(office)

    rows = {row.version.slug: row for row in processes.listed(id_of("bim-son"), TODAY)}
    later = {row.version.slug: row for row in processes.listed(id_of("bim-son"), TOMORROW)}

    assert (rows[PLAIN].tier, rows[PLAIN].drafts, rows[PLAIN].coming) == ("derived", 1, TOMORROW)
    assert (later[PLAIN].tier, later[PLAIN].coming) == ("own", None)
    assert rows["tx-gpxd-nha-o-do-thi"].tier == "common"
    assert [row.version.slug for row in rows.values() if row.faults] == []


def _renamed(document: dict[str, Any], code: str, other: str) -> dict[str, Any]:
    steps = [
        {**step, "department": other} if step.get("department") == code else step
        for step in document["steps"]
    ]
    return {**document, "steps": steps}
