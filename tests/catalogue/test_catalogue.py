"""The catalogue of the first quarter of 2017: its counts, its search, its processes."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from motcua.catalogue import selectors
from motcua.catalogue.loading import load_reference, shipped_processes
from motcua.catalogue.models import Procedure, ProcedureVersion
from motcua.catalogue.search.finding import search_procedures
from motcua.core.flow.process.check import check
from motcua.organization.selectors import office_by_slug
from office import Office

DAY = date(2017, 3, 31)
FIRST = date(2017, 1, 1)
HERE = Path(__file__).parent
QUERIES, EVERYDAY = (
    list(csv.DictReader((HERE / name).read_text("utf-8").splitlines()))
    for name in ("search-queries.csv", "everyday-queries.csv")
)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [("bim-son", (3, 240, 29)), ("ba-dinh", (0, 63, 0)), ("ha-lan", (0, 74, 0))],
)
def test_the_counts_are_those_of_the_report(
    office: Office, slug: str, expected: tuple[int, int, int]
) -> None:
    counts = selectors.counts(office_by_slug(slug).id, DAY)

    assert (counts.one_stop, counts.interlinked, counts.not_at_desk) == expected


def test_every_shipped_process_passes_the_check(office: Office) -> None:
    documents = list(shipped_processes())

    assert len(documents) >= 12
    assert [(d["procedure"], check(d)) for d in documents if check(d)] == []


def test_every_procedure_at_a_desk_has_a_process(office: Office) -> None:
    for slug in ("bim-son", "ba-dinh", "quang-trung"):
        where = office_by_slug(slug).id
        without = [
            row.slug
            for row in selectors.procedures_offered(where, DAY)
            if selectors.process_for(row.id, where, DAY) is None
        ]
        assert without == []


def test_loading_again_adds_nothing_and_touches_nothing(office: Office) -> None:
    edited = ProcedureVersion.objects.filter(procedure__slug="khai-sinh", effective_on=FIRST)
    edited.update(fee_text="đã sửa tay")
    before = (Procedure.objects.count(), ProcedureVersion.objects.count())

    load_reference()

    assert (Procedure.objects.count(), ProcedureVersion.objects.count()) == before
    assert edited.get().fee_text == "đã sửa tay"


def missed(queries: Sequence[Mapping[str, str]], among: int) -> Sequence[str]:
    """What does not find what was meant among so many."""
    return [
        row["query"]
        for row in queries
        if not {found.slug for found in search_procedures(None, row["query"], DAY, among)}
        & set(row["expected_ids"].split(";"))
    ]


def test_people_find_what_they_mean_among_the_first_three(office: Office) -> None:
    without = missed(QUERIES, 3)

    assert len(QUERIES) == 100
    assert len(without) <= 5, without


def test_people_find_what_they_say_every_day_with_a_slip_or_words_joined(office: Office) -> None:
    without, not_first = missed(EVERYDAY, 3), missed(EVERYDAY, 1)

    assert len(EVERYDAY) >= 40
    assert len(without) <= len(EVERYDAY) // 20, without
    assert len(not_first) <= len(EVERYDAY) // 6, not_first


@pytest.mark.parametrize("words", ["", "   ", "%_'\"", "đ" * 5000, "zzzzzzzz"])
def test_absurd_words_find_something_or_nothing_but_never_fail(office: Office, words: str) -> None:
    assert len(search_procedures(None, words, DAY, 5)) <= 5
