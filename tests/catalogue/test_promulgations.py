"""Decisions: entered whole, approved by a second person, in force from their day, taken back."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from uuid import UUID

import pytest
from django.db import transaction

from deciding import (
    AFTER,
    AT,
    BEFORE,
    DAY,
    TODAY,
    approved,
    chair,
    entered,
    forty_file,
    head,
    moved,
    town_rows,
    whole,
    withdrawn,
)
from motcua.audit.trail import touches_of
from motcua.catalogue import selectors
from motcua.catalogue.content import content_of
from motcua.catalogue.decisions import promulgations
from motcua.catalogue.decisions.asked import Entry
from motcua.catalogue.models import Procedure, ProcedureVersion, Process
from motcua.catalogue.services import promulgations as acts
from motcua.catalogue.sheets.reading import read
from motcua.core.refusal import Refused
from motcua.identity.kinds import PositionKind
from motcua.organization.selectors import office_by_slug
from office import Office

PERMIT = "tx-gpxd-nha-o-do-thi"


def in_force(slug: str, day: date) -> selectors.VersionRow | None:
    selectors.forget()
    return next((row for row in selectors.procedures_in_force(day) if row.slug == slug), None)


def everything(day: date) -> list[object]:
    """All that is in force on a day, without the rows' numbers."""
    selectors.forget()
    return [
        (row.slug, row.effective_on, content_of(row)) for row in selectors.procedures_in_force(day)
    ]


def amend(slug: str = PERMIT, **said: object) -> Entry:
    return Entry("amended", slug, content=said)


@pytest.fixture(autouse=True)
def clean(office: Office) -> object:
    """What a test decides is taken away with it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    selectors.forget()


def refused(code: str, act: object, *args: object, **kwargs: object) -> Refused:
    with pytest.raises(Refused) as said, transaction.atomic():
        act(*args, **kwargs)  # type: ignore[operator]
    assert said.value.code == code
    return said.value


def test_an_amendment_changes_what_it_says_from_its_day_and_nothing_else(office: Office) -> None:
    before = in_force(PERMIT, TODAY)
    approved(office, [amend(allowance=10, fee_text="90.000 đồng")])

    day_before, on_the_day = in_force(PERMIT, DAY - timedelta(days=1)), in_force(PERMIT, DAY)

    assert before is not None
    assert day_before == before
    assert on_the_day is not None
    assert (on_the_day.allowance.amount, on_the_day.fee_text) == (10, "90.000 đồng")
    assert on_the_day.components == before.components
    assert content_of(on_the_day) == content_of(before) | {
        "allowance": 10, "fee_text": "90.000 đồng",
    }  # fmt: skip


def test_what_waits_for_approval_changes_nothing(office: Office) -> None:
    before = everything(DAY)

    entered(office, [amend(allowance=10)])

    assert everything(DAY) == before


def test_who_entered_a_decision_does_not_approve_it(office: Office) -> None:
    uuid = entered(office, [amend(allowance=10)])

    refused("promulgation_own", acts.approve_promulgation, uuid, at=AT, by=office.people["books"])


@pytest.mark.parametrize("who", ["clerk", "officer", "head", "admin", "affairs", "above", "ward"])
def test_others_neither_enter_nor_approve(office: Office, who: str) -> None:
    by = office.people[who]
    uuid = entered(office, [amend(allowance=10)])

    refused("promulgation_not_here", acts.approve_promulgation, uuid, at=AT, by=by)
    refused("promulgation_not_here", acts.enter_promulgation, head("9/QĐ"), [], at=AT, by=by)


def test_a_ward_under_a_town_does_not_publish_procedures(office: Office) -> None:
    by = replace(office.people["ward"], kind=PositionKind.CATALOGUE_OFFICER.value)

    refused("promulgation_not_here", acts.enter_promulgation, head(), [], at=AT, by=by)


def test_a_decision_is_taken_back_before_its_day_and_all_is_as_before(office: Office) -> None:
    days = (TODAY, DAY, AFTER, date(2025, 7, 1), date(2026, 11, 25))
    before = [everything(day) for day in days]
    processes = list(Process.objects.order_by("pk").values_list("uuid", flat=True))
    row, other = town_rows(2)
    uuid = approved(
        office,
        [
            amend(allowance=10),
            Entry("new", "mau-moi", content=whole()),
            Entry("abolished", row.slug),
            Entry("replaced", other.slug, replaced_by="mau-moi"),
        ],
    )
    assert [everything(day) for day in days] != before

    withdrawn(office, uuid)

    assert [everything(day) for day in days] == before
    assert list(Process.objects.order_by("pk").values_list("uuid", flat=True)) == processes
    assert promulgations.promulgation(uuid, TODAY).state == promulgations.WITHDRAWN


def test_what_has_begun_is_not_taken_back(office: Office) -> None:
    uuid = approved(office, [amend(allowance=10)])

    refused(
        "promulgation_began", acts.withdraw_promulgation, uuid,
        reason="Nhầm", at=moved(DAY, 0), by=office.people["books"],
    )  # fmt: skip


def test_a_decision_another_stands_on_is_not_taken_back(office: Office) -> None:
    first = approved(office, [Entry("new", "mau-moi", content=whole())])
    later = head("2000/QĐ-UBND", DAY + timedelta(days=30))
    second = approved(office, [amend("mau-moi", allowance=2)], later)

    said = refused(
        "promulgation_stood_upon", acts.withdraw_promulgation, first,
        reason="Nhầm", at=AT, by=office.people["books"],
    )  # fmt: skip
    withdrawn(office, second)
    withdrawn(office, first)

    assert said.facts["number"] == "2000/QĐ-UBND"
    assert in_force("mau-moi", AFTER) is None


def test_a_decision_of_a_past_day_is_refused_or_re_based_to_a_coming_one(office: Office) -> None:
    past = head(day=TODAY - timedelta(days=10), signed_on=date(2017, 3, 1))

    said = refused(
        "promulgation_faulty", acts.enter_promulgation, past, [amend(allowance=10)],
        at=AT, by=office.people["books"],
    )  # fmt: skip
    approved(office, [amend(allowance=10)], past, rebased_on=DAY)

    assert "21/03/2017" in said.facts["first"]
    assert in_force(PERMIT, TODAY) == in_force(PERMIT, DAY - timedelta(days=1))
    row = in_force(PERMIT, DAY)
    assert row is not None
    assert row.allowance.amount == 10


def test_two_decisions_of_one_day_make_one_version_and_the_later_signed_wins(
    office: Office,
) -> None:
    later = head("7/QĐ-UBND", signed_on=date(2017, 3, 30))
    approved(office, [amend(allowance=12)], later)
    second = entered(office, [amend(allowance=10, fee_text="Miễn phí")])
    warned = promulgations.judged(second, TODAY).warnings
    acts.approve_promulgation(second, at=AT, by=chair(office))

    row = in_force(PERMIT, DAY)

    assert row is not None
    assert (row.allowance.amount, row.fee_text) == (12, "Miễn phí")
    assert ProcedureVersion.objects.filter(
        procedure__slug=PERMIT, effective_on=DAY
    ).count() == 1  # fmt: skip
    assert any("7/QĐ-UBND" in one.sentence for one in warned)


def test_the_order_of_loading_does_not_matter(office: Office) -> None:
    decisions = [
        (head("1/QĐ", DAY), amend(allowance=12)),
        (head("2/QĐ", DAY + timedelta(days=9)), amend(allowance=11, fee_text="Một")),
        (head("3/QĐ", DAY + timedelta(days=4)), amend(fee_text="Hai", result="Giấy phép mới")),
    ]
    procedure_id = Procedure.objects.get(slug=PERMIT).pk
    found = []
    for order in permutations(decisions):
        uuids: list[UUID] = [approved(office, [entry], given) for given, entry in order]
        versions = selectors.versions_of(procedure_id)
        found.append([(row.effective_on, content_of(row)) for row in versions])
        for uuid in uuids:
            withdrawn(office, uuid)

    assert len(found[0]) == 5
    assert all(one == found[0] for one in found)


def test_a_decision_on_the_day_of_a_shipped_version_covers_it_until_taken_back(
    office: Office,
) -> None:
    day = date(2025, 7, 1)
    shipped = in_force(PERMIT, day)
    uuid = approved(office, [amend(allowance=7)], head(day=day))
    covered = in_force(PERMIT, day)

    withdrawn(office, uuid)

    assert shipped is not None
    assert covered is not None
    assert (covered.allowance.amount, covered.levels) == (7, ("commune",))
    assert in_force(PERMIT, day) == shipped


def test_a_new_procedure_has_a_plain_process_within_its_term_from_its_first_day(
    office: Office,
) -> None:
    approved(office, [Entry("new", "mau-moi", content=whole())])
    row, where = in_force("mau-moi", DAY), office_by_slug("bim-son").id

    assert row is not None
    process = selectors.process_for(row.id, where, DAY)

    assert process is not None
    assert process.derived
    assert process.document["allowance"] == {"working_days": 3}
    assert "1234/QĐ-UBND" in process.source


def test_the_history_of_a_procedure_names_decisions_and_what_changed(office: Office) -> None:
    approved(office, [amend(allowance=10)])
    row = in_force(PERMIT, DAY)
    assert row is not None

    newest, first = promulgations.history_of(row.procedure_id, DAY)

    assert newest.decision is not None
    assert newest.decision.head.number == "1234/QĐ-UBND"
    assert [(c.what, c.old, c.new) for c in newest.changes] == [
        ("Thời hạn giải quyết", "15 ngày", "10 ngày")
    ]
    assert first.decision is None


def test_people_are_told_of_what_their_office_handles_and_of_nothing_else(office: Office) -> None:
    approved(office, [amend(allowance=10), amend("khai-sinh", fee_text="Miễn")])
    town, ward = office_by_slug("bim-son").id, office_by_slug("ba-dinh").id

    def told(where: int, part: str, after: date, until: date) -> list[str]:
        return [row.slug for row in promulgations.changes_for(where, part, after, until)]

    assert told(town, "", TODAY, DAY - timedelta(days=1)) == []
    assert told(town, "", TODAY, DAY) == [PERMIT]
    assert told(ward, "", TODAY, DAY) == ["khai-sinh"]
    assert told(town, "TX-TP", TODAY, DAY) == []
    assert told(town, "TX-QLDT", DAY, AFTER) == []


def test_every_act_is_in_the_audit(office: Office) -> None:
    uuid = entered(office, [])
    acts.keep_entry(uuid, amend(allowance=10), at=AT, by=office.people["books"])
    acts.approve_promulgation(uuid, at=AT, by=chair(office))
    withdrawn(office, uuid)

    assert [one.action for one in reversed(touches_of("promulgation", str(uuid)))] == [
        "enter_promulgation",
        "change_promulgation",
        "approve_promulgation",
        "withdraw_promulgation",
    ]


def test_only_who_enters_a_decision_completes_it_and_nobody_once_it_is_approved(
    office: Office,
) -> None:
    uuid = entered(office, [amend(allowance=10)])
    other = replace(office.people["books"], account_id=chair(office).account_id)

    refused("promulgation_not_yours", acts.keep_entry, uuid, amend(allowance=9), at=AT, by=other)
    acts.approve_promulgation(uuid, at=AT, by=chair(office))
    refused(
        "promulgation_approved", acts.drop_entry, uuid, PERMIT, at=AT, by=office.people["books"]
    )


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        (Entry("new", PERMIT, content=whole()), "kind"),
        (Entry("new", "mau-moi", content={"name": "Chỉ có tên"}), "levels"),
        (Entry("new", "mau-moi", content=whole(department_code="KHONG-CO")), "department_code"),
        (Entry("new", "mau-moi", content=whole(at_desk=False)), "not_at_desk_reason"),
        (
            Entry(
                "new", "mau-moi",
                content=whole(allowance=2.5, allowance_kind="calendar_days"),
            ),
            "allowance",
        ),
        (Entry("amended", "khong-co", content={"name": "Tên"}), "kind"),
        (Entry("amended", code="9.999999", content={"name": "Tên"}), "code"),
        (Entry("amended", code="2.000635", content={"name": "Tên"}), "slug"),
        (Entry("replaced", PERMIT), "replaced_by"),
        (Entry("replaced", PERMIT, replaced_by="khong-co"), "replaced_by"),
        (Entry("amended", PERMIT, content={"name": ""}), "name"),
        (Entry("new", "mau-moi", content=whole(code="1.01275")), "code"),
        (Entry("new", "mau-moi", content=whole(code="abc xyz")), "code"),
        (Entry("amended", PERMIT, content={"code": "1.01275"}), "code"),
        (
            Entry(
                "new", "mau-moi",
                content=whole(code="3.900001.000.00.00.H56", owner_suffix="000.00.00.H26"),
            ),
            "owner_suffix",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_laid_on_the_catalogue_is_refused_by_name(
    office: Office, entry: Entry, key: str
) -> None:
    judged = acts.judge(head(), [entry], today=TODAY)

    assert key in {fault.key for fault in judged.faults}


@pytest.mark.parametrize("kind", ["new", "amended"])
def test_a_whole_code_is_kept_as_its_core_and_its_owner(office: Office, kind: str) -> None:
    code = "3.900001.000.00.00.H56"
    said = whole(code=code) if kind == "new" else {"code": code}
    slug = "mau-moi" if kind == "new" else PERMIT

    approved(office, [Entry(kind, slug, code, content=said)])

    row = in_force(slug, DAY)
    assert row is not None
    assert (row.code, row.owner_suffix) == ("3.900001", "000.00.00.H56")


def test_a_code_is_of_one_procedure_in_force_at_a_level(office: Office) -> None:
    held, other = town_rows(2)

    def told(*entries: Entry) -> list[str]:
        judged = acts.judge(head(), entries, today=TODAY)
        return [fault.sentence for fault in judged.faults if fault.key == "code"]

    new = Entry("new", "mau-moi", held.code, content=whole(code=held.code))
    ward = whole(code=held.code, levels=["commune"], department_code="TP-HT")

    (taken,) = told(new)
    assert held.name in taken
    assert len(told(Entry("amended", other.slug, content={"code": held.code}))) == 1
    assert told(Entry("new", "mau-moi", content=ward)) == []
    assert told(new, Entry("abolished", held.slug)) == []
    assert told(new, Entry("amended", held.slug, content={"code": "3.900009"})) == []
    assert told(Entry("amended", held.slug, held.code, content={"code": held.code})) == []


def test_forty_procedures_are_read_compared_and_approved_within_ten_seconds(
    office: Office,
) -> None:
    handed = read(forty_file(), "quyet-dinh.xlsx")
    assert handed.head is not None
    assert handed.faults == ()

    uuid = entered(office, handed.entries, handed.head)
    judged = promulgations.judged(uuid, TODAY)
    acts.approve_promulgation(uuid, at=AT, by=chair(office))

    assert [judged.count(kind) for kind in ("new", "amended", "abolished")] == [10, 20, 10]
    town = office_by_slug("bim-son").id
    before, after = (selectors.counts(town, day) for day in (BEFORE, AFTER))
    assert (before.at_desk, after.at_desk) == (243, 243)
    assert {row.slug for row in town_rows(10, skip=20)}.isdisjoint(
        row.slug for row in selectors.procedures_offered(town, AFTER)
    )
