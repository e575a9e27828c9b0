"""Every dossier has a way to its end: all states of all shipped processes and of drawn ones."""

import json
import random
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

import motcua.catalogue
from core.flow.processes import drawn
from core.flow.search import Search, done, is_end, moves, search, shape
from core.flow.walking import ANSWER_BY
from motcua.core.clock import Allowance
from motcua.core.flow import (
    AnswerOpinion,
    Body,
    Consult,
    Context,
    HoldVisit,
    PlanVisit,
    Recall,
    Reopen,
    RequestSupplement,
    Resume,
    SendBack,
    Stage,
    State,
    Stop,
    Suspend,
    TakeSupplement,
    Withdraw,
)
from motcua.core.flow.deciding.stopping import reopening_steps
from motcua.core.flow.offered import SAMPLE_TEXTS
from motcua.core.flow.process.check import check
from motcua.core.flow.process.plain import plain_route

DRAWN = files(motcua.catalogue) / "data" / "processes"
SHIPPED = {
    f"{file.name}-{place}": one
    for file in DRAWN.iterdir()
    for found in [json.loads(file.read_text(encoding="utf-8"))]
    for place, one in enumerate(found if isinstance(found, list) else [found])
} | {
    f"plain-{level}": plain_route("KT", "Thử", Allowance("working_days", 10), level, "TX-QLDT")
    for level in ("town", "ward")
}  # fmt: skip
MOST = 100_000
SOME = 150
WITHDRAW = Withdraw(SAMPLE_TEXTS, "khac")
STOP = Stop("1/TB", "request", SAMPLE_TEXTS, "khac")


def assert_alive(document: dict[str, Any], document_number: str | None = None) -> Search:
    """Wherever it stands there is a way to the result, and nobody who sent it back is forgotten
    when it is finished."""
    found = search(document, MOST, document_number)
    assert found.stuck() == []
    for state, _ in found.states.values():
        unanswered = [s.key for s in state.left if s.back and not state.open_step(s.key)]
        assert not (is_end(state) and unanswered)
    return found


def assert_stands_still(found: Search) -> None:
    """A suspension or a supplement, where it is allowed, can be ended and changes no way."""
    for here, (state, depth) in found.states.items():
        now, later = found.at(depth), found.at(depth + 1)
        suspended = done(state, Suspend("1/TB", "khac"), now)
        asked = done(state, RequestSupplement(None, (1,), "2/HDHS", ANSWER_BY), now)
        assert (suspended is None) == (is_end(state) or state.paused_since is not None)
        assert (suspended is None) == (asked is None)
        if suspended and asked:
            resumed = done(suspended, Resume(), later)
            taken = done(asked, TakeSupplement(), later)
            assert resumed is not None
            assert taken is not None
            assert shape(resumed) == shape(taken) == here


def assert_waits_for_opinions(found: Search) -> None:
    """Wherever a step is worked on (some of many states) others can be asked; then it is left, or
    sent back, only once they are not waited for, and that changes no way. So with visits."""
    for here, (state, depth) in list(found.states.items())[:: len(found.states) // SOME + 1]:
        now, later = found.at(depth), found.at(depth + 1)
        for step in state.open:
            asked = done(state, Consult(step.key, (Body("x", days=1),), "1/CV", SAMPLE_TEXTS), now)
            fixed = done(state, PlanVisit(step.key, later.now, SAMPLE_TEXTS), now)
            working = state.stage is Stage.IN_PROGRESS and not now.route.is_desk_end(step.key)
            assert (asked is not None) == (fixed is not None) == working
            if asked and fixed:
                assert leaves(state, step.key, now) >= leaves(asked, step.key, now) == set()
                assert leaves(fixed, step.key, now) == set()
                answered = done(asked, AnswerOpinion(asked.consulted, "agree"), later)
                held = done(fixed, HoldVisit(fixed.visits_planned, texts=SAMPLE_TEXTS), later)
                assert answered is not None
                assert held is not None
                assert shape(answered) == shape(held) == here


def assert_begins_again(found: Search) -> None:
    """Wherever it stands it can be withdrawn or stopped; and from every end a decision sends it
    back to any step it was at, from where work alone leads to an end again."""
    for state, depth in list(found.states.values())[:: len(found.states) // SOME + 1]:
        now, later = led(found, depth), led(found, depth + 1)
        withdrawn, stopped = (
            done(state, Withdraw(SAMPLE_TEXTS, "khac"), now),
            done(state, STOP, now),
        )
        assert (withdrawn is None) == (stopped is None) == is_end(state)
        for ended in (withdrawn, stopped, state if is_end(state) else None):
            for key in reopening_steps(ended, later) if ended else ():
                again = done(ended, Reopen("1/QĐ", key, SAMPLE_TEXTS), later)
                assert again is not None
                assert worked_off(again, led(found, depth + 2)), (key, ended)


def led(found: Search, depth: int) -> Context:
    """The moment, of an officer who is a leader."""
    return replace(found.at(depth), is_leader=True)


def worked_off(state: State, context: Context) -> bool:
    """Whether leaving each step in turn, by the first way it has, brings a result."""
    for _ in range(50):
        if is_end(state):
            return True
        after = (
            done(state, move, context)
            for move in moves(state, context.route, None)
            if not isinstance(move, SendBack | Recall)
        )
        state = next((one for one in after if one), state)
    return False


def leaves(state: State, key: str, context: Context) -> set[str]:
    """The kinds of moves by which `key` can be left now."""
    return {
        type(move).__name__
        for move in moves(state, context.route, None)
        if getattr(move, "step", None) == key
        and not isinstance(move, Recall)
        and done(state, move, context) is not None
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_state_of_a_shipped_process_has_a_way_to_an_end(name: str) -> None:
    found = assert_alive(SHIPPED[name])
    assert_stands_still(found)
    assert_waits_for_opinions(found)
    assert_begins_again(found)


@pytest.mark.parametrize("name", SHIPPED)
def test_so_it_has_where_clocks_stop_outside(name: str) -> None:
    assert_stands_still(assert_alive(SHIPPED[name], "12/PC"))


def test_drawn_processes_can_be_published_and_lead_to_an_end() -> None:
    for seed in range(25):
        assert_drawn(seed)


@pytest.mark.prove
@pytest.mark.parametrize("first", range(0, 500, 50))
def test_five_hundred_drawn_processes_lead_to_an_end(first: int) -> None:
    for seed in range(first, first + 50):
        assert_drawn(seed)


def assert_drawn(seed: int) -> None:
    document = drawn(random.Random(seed))  # noqa: S311 (a repeatable draw)
    assert [fault.code for fault in check(document) if not fault.is_warning] == [], seed
    assert_alive(document, "12/PC" if seed % 2 else None)
