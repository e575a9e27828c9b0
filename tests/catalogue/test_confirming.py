"""A mark goes when two people read the fact in its source; the version itself never changes."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from deciding import AT, PERMIT, TODAY, approved, chair
from motcua.audit.models import AuditRow
from motcua.catalogue import selectors
from motcua.catalogue.confirming.facts import unread
from motcua.catalogue.content import content_of
from motcua.catalogue.decisions.asked import Entry
from motcua.catalogue.models import MarkConfirmation, ProcedureVersion
from motcua.catalogue.quality import quality
from motcua.catalogue.rows import VersionRow
from motcua.catalogue.services import confirming as acts
from motcua.core.refusal import Refused
from motcua.organization.selectors import office_by_slug
from office import Office

SOURCE = acts.Source("50/2014/QH13", date(2014, 6, 18), "Điều 102")


@pytest.fixture(autouse=True)
def _nothing_stays(office: Office) -> Iterator[None]:
    """What a test confirmed is gone before the next."""
    yield
    MarkConfirmation.objects.all().delete()
    selectors.forget()


def version(day: date = TODAY) -> VersionRow:
    return next(row for row in selectors.procedures_in_force(day) if row.slug == PERMIT)


def proposed(office: Office, *facts: str) -> list[object]:
    return list(acts.propose_confirmation(PERMIT, facts, SOURCE, at=AT, by=office.people["books"]))


def confirmed(office: Office, *facts: str) -> None:
    for uuid in acts.propose_confirmation(PERMIT, facts, SOURCE, at=AT, by=office.people["books"]):
        acts.approve_confirmation(uuid, at=AT, by=chair(office))


def findings(day: date = TODAY) -> list[str]:
    town = office_by_slug("bim-son").id
    return [one.kind for one in quality([town], day, files=False).found[town] if one.slug == PERMIT]


def test_every_mark_goes_with_a_second_person_and_no_value_changes(office: Office) -> None:
    before, facts = version(), unread(version())
    rows = list(ProcedureVersion.objects.order_by("pk").values())

    waiting = proposed(office, *(one.key for one in facts))
    assert unread(version()) == facts, "a proposal alone changes nothing"
    for uuid in waiting:
        acts.approve_confirmation(uuid, at=AT, by=chair(office))  # type: ignore[arg-type]

    after = version()
    assert unread(after) == []
    assert not {"name-unread", "term-unread", "only-days", "facts-unread"} & set(findings())
    marks = ("mark", "code_mark", "articles", "cases", "fees")
    said = [{k: v for k, v in content_of(one).items() if k not in marks} for one in (before, after)]
    assert said[0] == said[1]
    assert [(one.amount_vnd, one.article) for one in after.fees if one.article] == [
        (one.amount_vnd, one.article) for one in before.fees
    ]
    assert list(ProcedureVersion.objects.order_by("pk").values()) == rows
    assert selectors.version(after.id) == after


def test_the_count_of_a_day_before_stays_as_it_was(office: Office) -> None:
    before = findings(TODAY - timedelta(days=1))

    confirmed(office, "name")

    assert "name" not in [one.key for one in unread(version())]
    assert findings(TODAY - timedelta(days=1)) == before


def test_a_later_version_keeps_the_confirmation_of_what_it_says_the_same(office: Office) -> None:
    confirmed(office, "name", "allowance")
    day = date(2017, 5, 15)

    approved(office, [Entry("amended", PERMIT, "", "", {"allowance": 20})])

    later = version(day)
    marked = [one.key for one in unread(later)]
    assert later.effective_on == day
    assert "name" not in marked
    assert "allowance" in marked
    assert len([row for row in selectors.procedures_in_force(day) if row.slug == PERMIT]) == 1


def test_taken_back_the_mark_stands_again(office: Office) -> None:
    (uuid,) = acts.propose_confirmation(PERMIT, ["code"], SOURCE, at=AT, by=office.people["books"])
    acts.approve_confirmation(uuid, at=AT, by=chair(office))
    assert version().code_mark == "V"

    acts.withdraw_confirmation(uuid, reason="Nhầm văn bản", at=AT, by=chair(office))

    assert version().code_mark == "M"
    acts.propose_confirmation(PERMIT, ["code"], SOURCE, at=AT, by=office.people["books"])


def test_each_step_is_written_down_with_who_did_it(office: Office) -> None:
    confirmed(office, "name")

    one = MarkConfirmation.objects.get()
    assert (one.number, one.article, one.said) == ("50/2014/QH13", "Điều 102", version().name)
    assert list(
        AuditRow.objects.filter(subject=str(one.uuid))
        .order_by("pk")
        .values_list("action", flat=True)
    ) == ["propose_confirmation", "approve_confirmation"]


@pytest.mark.parametrize(
    ("code", "facts", "source", "by"),
    [
        ("confirmation_nothing", [], SOURCE, "books"),
        ("confirmation_no_mark", ["fee_text"], SOURCE, "books"),
        ("confirmation_day", ["name"], acts.Source("1/QĐ", date(2017, 4, 1), "Điều 1"), "books"),
        ("promulgation_not_here", ["name"], SOURCE, "clerk"),
        ("unknown_procedure", ["name"], SOURCE, "books"),
    ],
)
def test_what_cannot_be_proposed_says_so(
    office: Office, code: str, facts: list[str], source: acts.Source, by: str
) -> None:
    slug = "khong-co" if code == "unknown_procedure" else PERMIT

    with pytest.raises(Refused) as refused:
        acts.propose_confirmation(slug, facts, source, at=AT, by=office.people[by])

    assert refused.value.code == code
    assert not MarkConfirmation.objects.exists()


def test_nobody_approves_what_they_proposed_or_what_is_done(office: Office) -> None:
    books, other = office.people["books"], chair(office)
    (uuid,) = acts.propose_confirmation(PERMIT, ["name"], SOURCE, at=AT, by=books)

    with pytest.raises(Refused, match="confirmation_own"):
        acts.approve_confirmation(uuid, at=AT, by=books)
    with pytest.raises(Refused, match="confirmation_waits"):
        acts.propose_confirmation(PERMIT, ["name"], SOURCE, at=AT, by=books)
    acts.approve_confirmation(uuid, at=AT, by=other)
    with pytest.raises(Refused, match="confirmation_done"):
        acts.approve_confirmation(uuid, at=AT, by=other)
    with pytest.raises(Refused, match="confirmation_reason"):
        acts.withdraw_confirmation(uuid, reason=" ", at=AT, by=books)
