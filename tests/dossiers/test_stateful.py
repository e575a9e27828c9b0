"""Random acts by random positions on the real services: rows, events and counts always agree."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from dossiers.wandering import Wander, draw_processes, everybody, seat_more
from motcua.core.flow import Act
from motcua.dossiers.verifying.run import differences
from motcua.identity.actors import Actor
from office import Office


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


def walked(town: Town, seed: int, acts: int) -> list[Act]:
    """The acts of one walk, after its rows and counts were compared with its events."""
    wander = Wander(town.office, town.actors, town.slugs, seed)
    wander.go(acts)
    assert wander.differences() == []
    assert list(wander.miscounted()) == []
    return wander.done


def test_fifty_walks_leave_rows_and_counts_that_follow_from_their_events(town: Town) -> None:
    done = [act for seed in range(50) for act in walked(town, seed, 14)]

    assert {Act.HAND_OVER, Act.SEND_BACK, Act.RECALL, Act.SUSPEND, Act.REQUEST_SUPPLEMENT} < {*done}
    assert list(differences()) == []


@pytest.mark.prove
@pytest.mark.parametrize("first", range(1000, 1500, 50))
def test_five_hundred_longer_walks_do_so_too(town: Town, first: int) -> None:
    for seed in range(first, first + 50):
        walked(town, seed, 40)

    assert list(differences()) == []
