"""A process written step by step: what follows what after each button."""

import random
from typing import Any

import pytest

from core.flow.processes import drawn
from motcua.core.flow.process.check import check
from motcua.core.flow.process.comparing import compared
from motcua.core.flow.process.editing import duplicated, inserted, moved, new_key, removed
from motcua.core.flow.process.levels import levels, ways
from motcua.core.flow.process.tightening import looser

Spec = dict[str, Any]


def process(*steps: tuple[str, list[str]], **more: Any) -> Spec:
    return {"steps": [{"key": key, "next": following} for key, following in steps], **more}


def flow(document: Spec) -> list[tuple[str, list[str]]]:
    return [(step["key"], step["next"]) for step in document["steps"]]


ROW = process(("a", ["b"]), ("b", ["c"]), ("c", []))
FORK = process(("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", []))


def test_an_inserted_step_stands_between_its_step_and_what_followed() -> None:
    assert flow(inserted(ROW, 1)) == [("a", ["b1"]), ("b1", ["b"]), ("b", ["c"]), ("c", [])]
    assert flow(inserted(ROW, 3))[-2:] == [("c", ["b1"]), ("b1", [])]


def test_the_first_step_of_an_empty_process_is_its_entry_and_its_end() -> None:
    assert flow(inserted({"steps": []}, 0)) == [("b1", [])]
    assert flow(inserted(ROW, 0))[0] == ("b1", ["a"])


def test_a_choice_moves_on_to_the_step_inserted_behind_it() -> None:
    fork = process(("a", ["b", "c"]), ("b", []), ("c", []))
    fork["steps"][0]["choose"] = True

    found = inserted(fork, 1)

    assert "choose" not in found["steps"][0]
    assert found["steps"][1]["choose"] is True


def test_what_led_to_a_removed_step_leads_to_what_followed_it() -> None:
    assert flow(removed(ROW, 2)) == [("a", ["c"]), ("c", [])]
    assert flow(removed(ROW, 1)) == [("b", ["c"]), ("c", [])]
    assert flow(removed(ROW, 3)) == [("a", ["b"]), ("b", [])]


def test_a_removed_branch_that_meets_the_others_again_is_simply_gone() -> None:
    assert flow(removed(FORK, 2)) == [("a", ["c"]), ("c", ["d"]), ("d", [])]


def test_a_duplicate_does_the_same_once_more_behind() -> None:
    named = process(("a", ["b"]), ("b", []))
    named["steps"][0] |= {"name": "Ký", "join": "any"}

    found = duplicated(named, 1)

    assert flow(found) == [("a", ["b1"]), ("b1", ["b"]), ("b", [])]
    assert found["steps"][1]["name"] == "Ký"
    assert "join" not in found["steps"][1]


@pytest.mark.parametrize(("number", "by"), [(1, 1), (2, -1)])
def test_neighbours_in_a_row_change_places_in_the_flow_too(number: int, by: int) -> None:
    assert flow(moved(ROW, number, by)) == [("b", ["a"]), ("a", ["c"]), ("c", [])]


def test_of_branches_only_the_order_of_the_list_changes() -> None:
    assert flow(moved(FORK, 2, 1)) == [
        ("a", ["b", "c"]), ("c", ["d"]), ("b", ["d"]), ("d", []),
    ]  # fmt: skip


def test_at_the_ends_nothing_moves() -> None:
    assert moved(ROW, 1, -1) == ROW
    assert moved(ROW, 3, 1) == ROW


def test_a_key_is_never_figures_alone_nor_one_a_step_leads_to() -> None:
    assert new_key(process(("b1", ["b2"]), ("3", []))) == "b3"


def test_no_button_breaks_a_good_process_nor_changes_the_one_given() -> None:
    chance = random.Random(11)  # noqa: S311
    for _ in range(200):
        good = drawn(chance)
        before = repr(good)
        number = chance.randint(1, len(good["steps"]))
        for found in (inserted(good, number), duplicated(good, number)):
            assert [f.code for f in check(found) if not f.is_warning] == []
        assert removed(good, number)["steps"] is not good["steps"]
        assert sorted(key for key, _ in flow(moved(good, number, 1))) == sorted(
            key for key, _ in flow(good)
        )
        assert repr(good) == before


def test_levels_lie_behind_all_that_lead_there_and_loops_lead_back() -> None:
    edges = {"a": ["b", "c"], "b": ["c"], "c": ["a", "d"], "d": [], "lost": ["d"]}

    assert levels("a", edges) == {"a": 0, "b": 1, "c": 2, "d": 3, "lost": 1}
    assert {(w.start, w.goal) for w in ways("a", edges) if w.back} == {("c", "a")}


def test_an_own_process_may_be_shorter_never_longer_step_by_step_and_in_all() -> None:
    def timed(*hours: int) -> Spec:
        keys = "abcd"[: len(hours)]
        return {
            "steps": [
                {"key": k, "budget": {"working_hours": h}, "next": list(keys[n : n + 1])}
                for n, (k, h) in enumerate(zip(keys, hours, strict=True), start=1)
            ]
        }

    common = timed(4, 8, 4)
    found = [(f.code, f.step) for f in looser(timed(2, 10, 4), common)]

    assert looser(timed(4, 8, 4), common) == looser(timed(1, 1, 1), common) == []
    assert looser(timed(1, 1, 1, 5), common) == []
    assert found == [("over-common-step", "b")]
    assert [(f.code, f.step) for f in looser(timed(4, 8, 4, 1), common)] == [("over-common", None)]


def test_two_processes_are_compared_step_by_step_and_defaults_are_no_difference() -> None:
    new = process(("a", ["b"]), ("b", ["n"]), ("n", []))
    new["steps"][0] |= {"choose": False, "department": ""}

    found = compared(ROW, new)

    assert [(pair.key, pair.change, pair.fields) for pair in found] == [
        ("a", "same", ()), ("b", "changed", ("next",)), ("n", "new", ()), ("c", "gone", ()),
    ]  # fmt: skip
