"""The contract of `motcua check process`: each code, its corners, and files that hold nothing."""

import csv
import io
import itertools
import json
import random
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import motcua.catalogue
from motcua.core.clock import Allowance
from motcua.core.flow.longest import longest_way
from motcua.core.flow.measures import hours_words
from motcua.core.flow.process.check import check, run
from motcua.core.flow.process.plain import plain_route
from motcua.core.flow.process.weekdays import tight_weekdays

Spec = dict[str, Any]


def step(key: str, *following: str, hours: float = 0, **more: Any) -> Spec:
    return {"key": key, "budget": {"working_hours": hours}, "next": list(following), **more}


def process(*steps: Spec, allowance: Any = None) -> Spec:
    """One that may be published, but for what its steps say."""
    return {"procedure": "KT03", "allowance": allowance or {"working_days": 99}, "steps": [*steps]}


def faults(*steps: Spec, allowance: Any = None) -> list[tuple[str, str | None]]:
    """Codes and steps of all faults; warnings are left out."""
    found = check(process(*steps, allowance=allowance))
    return [(fault.code, fault.step) for fault in found if not fault.is_warning]


def time_of(allowance: Any, *steps: Spec) -> list[str]:
    return [fault.code for fault in check({"allowance": allowance, "steps": list(steps)})]


def checked(tmp_path: Path, content: str | bytes) -> tuple[int, str, str]:
    path = tmp_path / "quy-trinh.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    out, err = io.StringIO(), io.StringIO()
    return run(str(path), out, err), out.getvalue(), err.getvalue()


def test_a_straight_process_that_fits_has_no_fault() -> None:
    allowance = {"working_days": 2}
    assert check(process(step("a", "b", hours=4), step("b", hours=12), allowance=allowance)) == []


def test_a_next_that_does_not_exist_is_named_at_the_step_that_names_it() -> None:
    found = check(process(step("a", "b", "ghost"), step("b")))
    assert [(f.code, f.step) for f in found if not f.is_warning] == [("dangling-next", "a")]
    assert "ghost" in found[0].message


def test_a_step_that_leads_only_to_a_missing_one_is_no_dead_end_besides() -> None:
    assert faults(step("a", "b", "c"), step("b", "ghost"), step("c")) == [("dangling-next", "b")]


def test_a_step_before_one_that_leads_only_to_a_missing_one_is_no_dead_end_either() -> None:
    assert faults(step("a", "b", "d"), step("b", "c"), step("c", "ghost"), step("d")) == [
        ("dangling-next", "c")
    ]


def test_the_same_key_named_twice_in_next_counts_once() -> None:
    assert faults(step("a", "ghost", "ghost", "b", "b"), step("b")) == [("dangling-next", "a")]


def test_a_step_nothing_leads_to_is_unreachable_and_no_dead_end_besides() -> None:
    assert faults(step("a", "b"), step("b"), step("lost", "lost")) == [("unreachable", "lost")]


def test_a_loop_without_a_way_out_is_a_dead_end_at_each_of_its_steps() -> None:
    found = faults(step("a", "b", "x"), step("b"), step("x", "y", join="any"), step("y", "x"))
    assert found == [("dead-end", "x"), ("dead-end", "y")]


def test_a_process_without_an_end_says_so_once_and_not_at_each_step() -> None:
    assert faults(step("a", "b", join="any"), step("b", "a")) == [("no-end", None)]
    assert faults(step("a", "b"), step("b", "c"), step("c", "b")) == [("no-end", None)]


def test_a_process_without_steps_has_no_end() -> None:
    assert faults() == [("no-end", None)]
    assert [f.code for f in check({"steps": []})] == ["no-end", "no-allowance"]


def test_next_may_be_left_out_at_an_end() -> None:
    assert faults(step("a", "b"), {"key": "b"}) == []
    assert faults(step("a", "b"), {"key": "b", "next": None}) == []


def test_a_loop_back_into_a_join_that_waits_for_all_never_completes() -> None:
    looped = (step("a", "b"), step("b", "c", choose=True), step("c", "b", "d", choose=True))
    assert faults(*looped, step("d")) == [("join-never-completes", "b")]


def test_a_loop_back_into_a_join_that_takes_the_first_is_fine() -> None:
    assert (
        faults(
            step("a", "b"), step("b", "c", join="any"), step("c", "b", "d", choose=True), step("d")
        )
        == []
    )


def test_a_step_that_follows_itself_waits_for_itself() -> None:
    assert faults(step("a", "b"), step("b", "b", "c"), step("c")) == [("join-never-completes", "b")]


def test_a_loop_back_to_the_entry_alone_is_no_join() -> None:
    assert faults(step("a", "b"), step("b", "a", "c", choose=True), step("c")) == []


def test_two_loops_back_to_the_entry_make_it_a_join_that_never_completes() -> None:
    assert faults(
        step("a", "b"),
        step("b", "a", "c", choose=True),
        step("c", "a", "d", choose=True),
        step("d"),
    ) == [("join-never-completes", "a")]


def test_a_predecessor_nobody_reaches_does_not_hold_a_join() -> None:
    assert faults(step("a", "b"), step("b", "c"), step("c"), step("lost", "b")) == [
        ("unreachable", "lost")
    ]


def test_parallel_branches_that_meet_again_are_fine() -> None:
    assert faults(step("a", "b", "c"), step("b", "d"), step("c", "d"), step("d")) == []


def test_the_first_of_two_steps_with_one_key_is_used() -> None:
    assert faults(step("a", "b"), step("b"), step("b", "ghost")) == [("duplicate-step", "b")]
    assert faults(step("a", "b"), step("b"), step("b"), step("b")) == [("duplicate-step", "b")] * 2


@pytest.mark.parametrize(
    "allowance",
    [
        None, 5, [], {}, "5 ngày", {"working_days": 0}, {"working_days": -1}, {"same_day": False},
        {"same_day": 1}, {"working_days": True}, {"working_days": "5"}, {"fortnights": 1},
        {"working_days": float("nan")}, {"working_days": float("inf")}, {"calendar_days": 0},
        {"working_days": 1, "working_hours": 1},
    ],
)  # fmt: skip
def test_what_is_no_term_above_zero_is_no_allowance(allowance: Any) -> None:
    assert time_of(allowance, step("a", hours=1)) == ["no-allowance"]


@pytest.mark.parametrize(
    ("allowance", "hours"),
    [
        ({"working_hours": 7.5}, 7.5),
        ({"working_days": 1}, 8),
        ({"working_days": 0.5}, 4),
        ({"working_days_civil": 3}, 24),
        ({"same_day": True}, 8),
        ({"calendar_days": 1}, 8),
        ({"calendar_days": 5}, 40),
        ({"calendar_days": 6}, 40),
        ({"calendar_days": 7}, 40),
        ({"calendar_days": 8}, 48),
        ({"calendar_days": 15}, 88),
        ({"calendar_days": 30}, 176),
    ],
)
def test_an_allowance_is_so_many_working_hours(allowance: Any, hours: float) -> None:
    assert time_of(allowance, step("a", hours=hours)) == []
    assert time_of(allowance, step("a", hours=hours + 0.5)) == ["over-allowance"]
    assert time_of(allowance, step("a", hours=hours - 0.5)) == ["under-allowance"]


def test_too_little_used_is_a_warning_and_too_much_is_not() -> None:
    (under,) = check(process(step("a", hours=1), allowance={"working_hours": 2.5}))
    (over,) = check(process(step("a", hours=4), allowance={"working_hours": 2.5}))
    assert (under.is_warning, over.is_warning) == (True, False)
    assert (under.step, over.step) == (None, None)
    assert "2,5" in under.message


def test_budgets_in_days_and_hours_add_up_exactly() -> None:
    steps = [step(f"s{i}", f"s{i + 1}", hours=0.1) for i in range(10)]
    last = {"key": "s10", "budget": {"working_days": 1}}
    assert time_of({"working_hours": 9}, *steps, last) == []


def test_of_parallel_branches_and_of_a_choice_the_longer_counts() -> None:
    steps = [step("b", "d", hours=1), step("c", "d", hours=6), step("d", hours=1)]
    assert time_of({"same_day": True}, step("a", "b", "c", hours=1), *steps) == []
    assert time_of({"same_day": True}, step("a", "b", "c", hours=1, choose=True), *steps) == []


def test_a_wait_is_time_on_the_way_and_a_step_outside_the_clock_is_not() -> None:
    waiting = step("a", "b", hours=4, wait={"calendar_days": 7})
    outside = step("b", hours=99, clock="stops", wait={"calendar_days": 99})
    assert time_of({"working_hours": 44}, waiting, outside) == []


def test_a_loop_is_walked_without_repeating_a_step() -> None:
    loop = [
        step("a", "b", hours=1),
        step("b", "c", hours=2, join="any"),
        step("c", "b", "d", hours=3, choose=True),
        step("d", hours=4),
    ]
    assert time_of({"working_hours": 10}, *loop) == []


def test_the_longest_way_is_that_of_every_simple_path_tried() -> None:
    chance = random.Random(8)  # noqa: S311
    for _ in range(300):
        keys = [str(i) for i in range(chance.randint(1, 6))]
        edges = {k: tuple(t for t in keys if chance.random() < 0.4) for k in keys}
        weights = {k: Fraction(chance.randint(0, 9), 2) for k in keys}
        tried = (
            sum((weights[k] for k in path), Fraction(0))
            for length in range(len(keys))
            for rest in itertools.permutations(keys[1:], length)
            for path in [(keys[0], *rest)]
            if all(b in edges[a] for a, b in itertools.pairwise(path))
        )
        assert longest_way(keys[0], edges, weights) == max(tried)


def test_a_process_where_everything_follows_everything_is_still_judged_exactly() -> None:
    keys = [str(i) for i in range(40)]
    edges = {k: tuple(t for t in keys if t != k) for k in keys}
    assert longest_way("0", edges, dict.fromkeys(keys, Fraction(1, 2))) == 20


def test_a_knot_nobody_draws_is_given_up_on_with_the_best_way_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("motcua.core.flow.longest.VISITS", 1)
    edges = {"a": ("b",), "b": ("a",)}
    assert longest_way("a", edges, {"a": Fraction(1), "b": Fraction(1)}) == 1


def test_hours_are_written_as_people_write_them() -> None:
    assert hours_words(Fraction(15, 2)) == "7,5"
    assert hours_words(Fraction(10**30)) == "1" + "0" * 30
    assert hours_words(Fraction(24691, 20)) == "1234,55"


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"steps": {"a": 1}},
        {"steps": "a"},
        {"steps": ["a"]},
        {"steps": [None]},
        {"steps": [{"name": "Không khoá"}]},
        {"steps": [{"key": 5}]},
        {"steps": [{"key": ""}]},
        {"steps": [{"key": "a", "next": "b"}]},
        {"steps": [{"key": "a", "next": [1]}]},
        {"steps": [{"key": "a", "budget": 4}]},
        {"steps": [{"key": "a", "budget": {"working_hours": -1}}]},
        {"steps": [{"key": "a", "budget": {"working_hours": "4"}}]},
        {"steps": [{"key": "a", "budget": {"calendar_days": 4}}]},
        {"steps": [{"key": "a", "wait": 4}]},
        {"steps": [{"key": "a", "wait": {"calendar_days": -4}}]},
        {"steps": [{"key": "a", "wait": {"working_days": 4}}]},
        [[]],
        "quy trình",
        5,
        None,
    ],
)
def test_a_file_that_holds_no_process_is_refused_in_a_sentence(tmp_path: Path, broken: Any) -> None:
    if isinstance(broken, dict):
        broken["allowance"] = {"working_days": 1}
    status, out, err = checked(tmp_path, json.dumps(broken))
    assert (status, out) == (2, "")
    assert err.startswith("motcua: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize("content", ["", "{", b"\xff\xfe\x00", "[" * 100_000])
def test_a_file_that_is_no_json_is_refused_in_a_sentence(
    tmp_path: Path, content: str | bytes
) -> None:
    status, out, err = checked(tmp_path, content)
    assert (status, out) == (2, "")
    assert err.startswith("motcua: ")


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    err = io.StringIO()
    assert run(str(tmp_path / "khong-co.json"), io.StringIO(), err) == 2
    assert "không đọc được" in err.getvalue()


def test_one_process_is_listed_with_its_faults_and_fails(tmp_path: Path) -> None:
    status, out, err = checked(tmp_path, json.dumps(process(step("a", "ghost"))))
    (listed,) = json.loads(out)
    assert (status, err, listed["procedure"]) == (1, "", "KT03")
    assert [set(fault) for fault in listed["faults"]] == [{"code", "step", "message"}] * 3
    assert listed["faults"][1]["step"] is None


def test_warnings_alone_do_not_fail(tmp_path: Path) -> None:
    status, out, _ = checked(tmp_path, "\ufeff" + json.dumps([process(step("a"))]))
    assert status == 0
    assert [f["code"] for f in json.loads(out)[0]["faults"]] == ["under-allowance"]


@pytest.mark.parametrize(
    ("allowance", "hours", "tight"),
    [
        ({"calendar_days": 2}, 16, [4]),
        ({"calendar_days": 2}, 8, []),
        ({"calendar_days": 15}, 88, []),
        ({"calendar_days": 10}, 64, [3, 4]),
        ({"working_days": 2}, 16, []),
    ],
)
def test_weekdays_on_which_days_of_the_calendar_are_too_short_are_named(
    allowance: Any, hours: float, tight: list[int]
) -> None:
    one = process(step("a", hours=hours), allowance=allowance)

    assert not [fault for fault in check(one) if not fault.is_warning]
    assert list(tight_weekdays(one)) == tight


def test_a_weekday_is_a_warning_beside_the_list_and_no_fault(tmp_path: Path) -> None:
    one = process(step("a", hours=16), allowance={"calendar_days": 2})

    status, out, err = checked(tmp_path, json.dumps(one))

    assert (status, json.loads(out)) == (0, [{"procedure": "KT03", "faults": []}])
    assert err.startswith("motcua: quy trình KT03: Nhận cuối giờ thứ Sáu thì")


def test_a_list_is_answered_in_its_order_and_fails_with_one_of_them(tmp_path: Path) -> None:
    good, bad = process(step("a")), process(step("a"), allowance={"working_days": -1})
    status, out, _ = checked(tmp_path, json.dumps([good, {**bad, "procedure": None}]))
    assert status == 1
    assert [one["procedure"] for one in json.loads(out)] == ["KT03", None]
    assert checked(tmp_path, "[]")[:2] == (0, "[]\n")


def shipped() -> list[Spec]:
    """Every process of every file; a file holds one or a list of them."""
    folder = files(motcua.catalogue).joinpath("data/processes")
    held = [json.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir()]
    return [one for found in held for one in (found if isinstance(found, list) else [found])]


def catalogue_rows(year: int = 2017) -> list[dict[str, str]]:
    name = f"data/procedures-{year}.csv"
    text = files(motcua.catalogue).joinpath(name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def terms() -> dict[tuple[str, str], Any]:
    """The term of each procedure by the day its version ships for; of 2017's that day is empty."""
    old = {(row["id"], ""): allowance_of(row).to_json() for row in catalogue_rows()}
    new = {
        (row["slug"], row["effective_on"]): allowance_of(row).to_json()
        for row in catalogue_rows(2026)
        if row["allowance"]
    }
    return old | new


def allowance_of(row: dict[str, str]) -> Allowance:
    if row["allowance_kind"] == "same_day":
        return Allowance("same_day")
    return Allowance(row["allowance_kind"], float(row["allowance"]))


def test_every_process_that_ships_is_without_a_fault_or_a_warning() -> None:
    assert {one["procedure"]: check(one) for one in shipped() if check(one)} == {}


def test_every_process_that_ships_has_the_term_of_its_procedure_and_says_what_it_is() -> None:
    known = terms()
    for one in shipped():
        day = one.get("effective_on", "")
        assert one["allowance"] == known[one["procedure"], day], (one["procedure"], day)
        assert "minh hoạ" in one["source"]


def test_every_process_that_ships_begins_and_ends_at_the_desk() -> None:
    for one in shipped():
        ends = [s for s in one["steps"] if not s["next"]]
        assert {s["position"] for s in [one["steps"][0], *ends]} == {"BP_MOT_CUA"}


def test_every_procedure_nobody_drew_gets_a_plain_process_that_fills_its_term() -> None:
    for row in catalogue_rows():
        if row["at_desk"] == "yes":
            plain = plain_route(
                row["id"], row["name"], allowance_of(row), row["level"], row["department"]
            )
            assert check(plain) == [], row["id"]


@pytest.mark.parametrize("level", ["town", "commune"])
@pytest.mark.parametrize("halves", range(1, 60))
def test_a_plain_process_fills_any_term_in_half_hours(level: str, halves: int) -> None:
    plain = plain_route("x", "X", Allowance("working_hours", halves / 2), level, "TX-TP")
    assert check(plain) == []


def test_a_plain_process_in_a_town_goes_by_the_head_of_the_department() -> None:
    plain = plain_route("x", "X", Allowance("working_days_civil", 3), "town", "TX-TP")
    assert [s["key"] for s in plain["steps"]] == [
        "tiep-nhan", "xu-ly", "duyet", "ky", "phat-hanh", "tra",
    ]  # fmt: skip
    assert [s["department"] for s in plain["steps"][1:3]] == ["TX-TP", "TX-TP"]
    assert check(plain) == []


def test_a_plain_process_of_an_outside_body_has_its_office_and_no_head() -> None:
    plain = plain_route("x", "X", Allowance("calendar_days", 15), "town", "VPDK")
    officer = plain["steps"][1]
    assert (officer["office"], "department" in officer) == ("vpdk-bim-son", False)
    assert "LANH_DAO_PHONG" not in {s["position"] for s in plain["steps"]}


def test_a_plain_process_in_a_commune_goes_straight_to_the_chair() -> None:
    plain = plain_route("x", "X", Allowance("same_day"), "commune", "TPHT")
    assert [s["position"] for s in plain["steps"]] == [
        "BP_MOT_CUA", "CHUYEN_VIEN", "LANH_DAO_UBND", "VAN_THU", "BP_MOT_CUA",
    ]  # fmt: skip
