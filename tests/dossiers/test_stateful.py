"""Random acts by random positions on the real services: rows, events and counts always agree."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from dossiers.proving import miscounted, unproved
from dossiers.wandering import START, Wander, draw_processes, everybody, seat_more
from motcua.core.flow import Act
from motcua.dossiers.verifying.run import differences
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_slug
from office import Office

SHORT, LONG = 200, 2000
"""Walks in `make test`, and in `make prove`."""
TOGETHER = 20
"""Walks between two comparisons of rows with events."""


@dataclass
class Town:
    """The office, whoever works in it, and its drawn procedures."""

    office: Office
    actors: list[Actor]
    slugs: tuple[str, ...]


@pytest.fixture(scope="module")
def town(office: Office, data_folder: Path) -> Town:
    """The town at work on processes of its own, forked, taxed and drawn."""
    slugs = draw_processes()
    seat_more()
    return Town(office, everybody(), slugs)


def walked(town: Town, first: int, walks: int, acts: int) -> Counter[Act]:
    """The acts of walks from seed `first` on, after rows and counts were compared with events."""
    often: Counter[Act] = Counter()
    for seed in range(first, first + walks, TOGETHER):
        walkers = [
            Wander(town.office, town.actors, town.slugs, one, often)
            for one in range(seed, seed + TOGETHER)
        ]
        for walker in walkers:
            walker.go(acts)
        assert unproved([one for walker in walkers for one in walker.dossiers]) == [], seed
    days = random.Random(first).sample(range(400), 20)  # noqa: S311 (a repeatable draw)
    moments = [START + timedelta(days=day, minutes=7 * day) for day in sorted(days)]
    assert list(miscounted(office_by_slug("bim-son").id, moments)) == []
    return often


def test_two_hundred_walks_leave_rows_counts_and_minutes_that_follow_from_their_events(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    done = walked(town, 0, SHORT, 7)

    told(done, f"seeds 0 to {SHORT - 1}", capsys)
    assert {*Act} - {*done} == set()
    assert list(differences()) == []


@pytest.mark.prove
def test_two_thousand_longer_walks_do_so_too(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    first = random.SystemRandom().randrange(10_000, 10**9)
    with capsys.disabled():
        print(f"\nfrom seed {first}")  # noqa: T201
    done = walked(town, first, LONG, 10)

    told(done, f"seeds {first} to {first + LONG - 1}", capsys)
    assert {*Act} - {*done} == set()
    assert list(differences()) == []


def told(done: Counter[Act], seeds: str, capsys: pytest.CaptureFixture[str]) -> None:
    """How often each act was done; the same seeds from the first on walk the same way again."""
    counted = ", ".join(f"{act.value} {n}" for act, n in done.most_common())
    with capsys.disabled():
        print(f"\n{seeds}: {done.total()} acts: {counted}")  # noqa: T201
