"""The ten national states: every dossier is in exactly one, and only the table's ways occur."""

import random
from itertools import pairwise

import pytest

from core.flow.test_replaying import walk
from core.flow.walking import ANSWER_BY, LINE, WHY, Walk
from motcua.core.flow import (
    HandOver,
    Recall,
    RefuseIntake,
    RequestSupplement,
    Resume,
    ReturnResult,
    Stage,
    Stop,
    Suspend,
    Withdraw,
    decide,
    national_state,
    replay,
)
from motcua.core.flow.national import CORRECTIONS, is_told, national_states, told
from motcua.core.flow.state import State


def code(walked: Walk) -> int:
    return national_state(walked.state).code


def test_the_table_has_the_ten_and_leads_to_no_other() -> None:
    states = national_states()

    assert list(states) == list(range(1, 11))
    assert all(after in states for state in states.values() for after in state.then)
    assert {one.code for one in states.values() if not one.then} == {3, 7, 10}


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_exactly_one_of_the_ten(stage: Stage) -> None:
    assert national_state(State(stage, 1)).code in national_states()


def test_a_dossier_is_received_until_it_leaves_the_desk_and_then_in_work_for_good() -> None:
    walked = Walk(LINE)
    assert code(walked) == 2

    walked.do(HandOver("nhan"))
    assert code(walked) == 4

    walked.do(Recall("nhan"))
    assert code(walked) == 4


def test_a_stop_for_money_is_six_and_any_other_is_eight_for_a_time_and_for_good() -> None:
    walked = Walk(LINE, is_leader=True).leave("nhan")

    walked.do(Suspend("12/TB-CCT", "nvtc"))
    assert code(walked) == 6
    walked.do(Resume())
    assert code(walked) == 4
    walked.do(Suspend("5/TB", "khong-ke-khai"))
    assert code(walked) == 8
    walked.do(Resume())
    walked.do(Stop("21/TB", "request", WHY))
    assert code(walked) == 8


def test_asking_refusing_withdrawing_finishing_and_returning_have_their_own() -> None:
    walked = Walk(LINE).leave("nhan")
    walked.do(RequestSupplement("xet", (1,), "1/HDHS", ANSWER_BY))
    assert code(walked) == 5
    walked.do(Withdraw(WHY))
    assert code(walked) == 7

    done = Walk(LINE).leave("nhan", "xet", "duyet", "dau")
    assert code(done) == 9
    done.do(ReturnResult())
    assert code(done) == 10

    refused = decide(None, RefuseIntake(done.context.now, texts=WHY), done.context)
    assert national_state(replay(refused, done.context.route)).code == 3


def test_what_is_withdrawn_at_the_desk_was_in_work_first() -> None:
    assert told(2, 7) == (4, 7)
    assert told(9, 4) is None


@pytest.mark.parametrize("seed", random.Random(4).sample(range(10_000), 6))  # noqa: S311
def test_along_any_history_only_ways_of_the_table_occur(seed: int) -> None:
    states = [state for state, _, _ in walk(seed, 15)]
    codes = [national_state(state).code for state in states]

    for (before, after), (one, two) in zip(pairwise(codes), pairwise(states), strict=True):
        corrected = two.stage is Stage.VOID or one.reopened_at != two.reopened_at
        assert corrected or told(before, after) is not None, (before, after)


def test_only_corrections_go_against_the_table() -> None:
    finished, reopened = State(Stage.FINISHED, 5), State(Stage.IN_PROGRESS, 6)

    assert all(is_told(kind, finished, reopened) for kind in CORRECTIONS)
    assert not is_told("resumed", finished, reopened)
