"""What a register says of a dossier becomes its history, and what cannot be true is refused."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.core.clock import VN, Allowance, national_calendar
from motcua.core.flow import (
    Context,
    Resume,
    Route,
    Stage,
    State,
    Suspend,
    TakeOver,
    decide,
    read_event,
    replay,
)
from motcua.core.flow.deciding.importing import faults
from motcua.core.flow.events import Imported
from motcua.core.refusal import Refused

NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
RECEIVED = datetime(2017, 3, 6, 8, 0, tzinfo=VN)
DUE = datetime(2017, 3, 10, 17, 30, tzinfo=VN)
ROUTE = Route.from_json(
    {"procedure": "MAU", "name": "Mẫu", "allowance": {"working_days": 2}, "steps": [
        {"key": "tiep-nhan", "name": "Tiếp nhận", "position": "BP_MOT_CUA",
         "budget": {"working_hours": 4}, "next": ["tham-dinh"]},
        {"key": "tham-dinh", "name": "Thẩm định", "position": "CHUYEN_VIEN",
         "budget": {"working_hours": 12}, "next": []},
    ]}
)  # fmt: skip
CONTEXT = Context(ROUTE, Allowance("working_days", 2), national_calendar(), NOW)
ROW = TakeOver(RECEIVED, parties=("0" * 64,), due_at=DUE)


def state_of(command: TakeOver) -> State:
    return replay(decide(None, command, CONTEXT), ROUTE)


def test_a_dossier_in_progress_stands_at_the_first_step_with_the_due_time_of_the_register() -> None:
    state = state_of(ROW)

    assert state.stage is Stage.IN_PROGRESS
    assert [step.key for step in state.open] == ["tiep-nhan"]
    assert state.due_at == DUE


def test_without_a_due_time_the_promise_is_computed() -> None:
    assert state_of(replace(ROW, due_at=None)).due_at == datetime(2017, 3, 8, 8, 0, tzinfo=VN)


@pytest.mark.parametrize(
    ("outcome", "returned", "stage"),
    [
        ("result", None, Stage.FINISHED),
        ("refused", None, Stage.FINISHED),
        ("result", NOW, Stage.RETURNED),
        ("withdrawn", None, Stage.WITHDRAWN),
    ],
)
def test_what_is_over_is_over(outcome: str, returned: datetime | None, stage: Stage) -> None:
    finished = DUE - timedelta(hours=3)

    state = state_of(replace(ROW, finished_at=finished, outcome=outcome, returned_at=returned))

    assert (state.stage, state.outcome, state.finished_at) == (stage, outcome, finished)
    assert state.due_at == DUE


@pytest.mark.parametrize("outcome", ["result", "withdrawn", ""])
def test_the_reason_of_a_delay_is_kept_when_there_was_one(outcome: str) -> None:
    finished = DUE + timedelta(days=4) if outcome else None
    late = replace(ROW, finished_at=finished, outcome=outcome, overdue_reason="qua-tai")
    in_time = replace(late, due_at=NOW + timedelta(days=1))

    assert state_of(late).overdue_reason == "qua-tai"
    assert state_of(in_time).overdue_reason == ""


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"received_at": NOW + timedelta(minutes=1), "due_at": None}, "received_at",
         "in_the_future"),
        ({"due_at": RECEIVED - timedelta(minutes=1)}, "due_at", "due_before_received"),
        ({"finished_at": RECEIVED - timedelta(days=1), "outcome": "result"}, "finished_at",
         "finished_before_received"),
        ({"finished_at": NOW + timedelta(days=1), "outcome": "result"}, "finished_at",
         "in_the_future"),
        ({"finished_at": DUE, "outcome": "result", "returned_at": DUE - timedelta(days=1)},
         "returned_at", "returned_before_finished"),
        ({"finished_at": DUE, "outcome": "result", "returned_at": NOW + timedelta(days=1)},
         "returned_at", "in_the_future"),
        ({"returned_at": DUE}, "returned_at", "returned_before_finished"),
        ({"outcome": "result"}, "outcome", "outcome_without_finish"),
        ({"finished_at": DUE}, "outcome", "finish_without_outcome"),
        ({"finished_at": DUE, "outcome": "lost"}, "outcome", "unknown_outcome"),
    ],
)  # fmt: skip
def test_what_cannot_be_true_is_named_by_column(
    changes: dict[str, Any], column: str, code: str
) -> None:
    command = replace(ROW, **changes)

    assert list(faults(command, CONTEXT)) == [(column, code)]
    with pytest.raises(Refused, match=code):
        decide(None, command, CONTEXT)


def test_a_dossier_is_taken_over_once() -> None:
    with pytest.raises(Refused, match="wrong_stage"):
        decide(state_of(ROW), ROW, CONTEXT)


def test_its_event_and_its_state_read_back_as_they_were_written() -> None:
    (event,) = decide(None, ROW, CONTEXT)
    state = state_of(ROW)

    assert isinstance(event, Imported)
    assert read_event(event.kind, event.version, event.payload()) == event
    assert State.from_json(state.to_json()) == state


def test_a_pause_moves_the_due_time_of_the_register_by_its_working_time() -> None:
    at = replace(CONTEXT, now=RECEIVED + timedelta(hours=1))
    state = state_of(ROW)
    paused = replay(
        [*decide(None, ROW, CONTEXT), *decide(state, Suspend("1/TB", "khac"), at)], ROUTE
    )
    later = replace(CONTEXT, now=RECEIVED + timedelta(days=1, hours=1))
    (resumed,) = decide(paused, Resume(), later)

    assert paused.due_at is None
    assert resumed.due_at == datetime(2017, 3, 13, 17, 30, tzinfo=VN)  # type: ignore[attr-defined]


def test_a_pause_after_the_due_time_changes_nothing() -> None:
    state = state_of(ROW)
    late = replace(CONTEXT, now=DUE + timedelta(days=3))
    (suspended,) = decide(state, Suspend("1/TB", "khac"), late)

    assert suspended.due_at == DUE  # type: ignore[attr-defined]
