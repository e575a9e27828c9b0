"""The catalogue of the first quarter of 2017: its counts, its search, its processes."""

import csv
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
QUERIES = list(
    csv.DictReader((Path(__file__).parent / "search-queries.csv").read_text("utf-8").splitlines())
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


def test_people_find_what_they_mean_among_the_first_three(office: Office) -> None:
    missed = [
        row["query"]
        for row in QUERIES
        if not {found.slug for found in search_procedures(None, row["query"], DAY, 3)}
        & set(row["expected_ids"].split(";"))
    ]

    assert len(QUERIES) == 100
    assert len(missed) <= 5, missed


@pytest.mark.parametrize("words", ["", "   ", "%_'\"", "đ" * 5000, "zzzzzzzz"])
def test_absurd_words_find_something_or_nothing_but_never_fail(office: Office, words: str) -> None:
    assert len(search_procedures(None, words, DAY, 5)) <= 5
