"""A dossier walked by hand through a small process: what a test of an act stands on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.flow.processes import START, context_of
from motcua.core.flow import (
    Approve,
    Command,
    Context,
    Event,
    HandOver,
    Receive,
    ReturnToDesk,
    State,
    decide,
    evolve,
    replay,
)
from motcua.core.refusal import Refused

WHY = ("1" * 64,)
ANSWER_BY = date(2017, 3, 20)
"""A day by which whoever is asked for a supplement answers."""

Spec = dict[str, Any]


def step(key: str, *following: str, by: str = "CHUYEN_VIEN", hours: float = 8, **more: Any) -> Spec:
    """A station of a process."""
    return {
        "key": key, "name": key, "position": by, "budget": {"working_hours": hours},
        "next": list(following), **more,
    }  # fmt: skip


def process(*steps: Spec, days: int = 5) -> Spec:
    """A process of these steps, between the desk's intake and its end."""
    return {
        "procedure": "thu",
        "allowance": {"working_days": days},
        "steps": [
            step("nhan", steps[0]["key"], by="BP_MOT_CUA"),
            *steps,
            step("tra", by="BP_MOT_CUA"),
        ],
    }


LINE = process(
    step("xet", "duyet"),
    step("duyet", "dau", by="LANH_DAO_PHONG"),
    step("dau", "tra", by="VAN_THU"),
)
FORK = process(
    step("xet", "a", "b"), step("a", "gom"), step("b", "gom"), step("gom", "tra", hours=0)
)
TAX = process(step("xet", "thue"), step("thue", "gom", clock="stops"), step("gom", "tra"))
CHOICE = process(step("xet", "ky", "tra", choose=True), step("ky", "tra", by="LANH_DAO_UBND"))


class Walk:
    """One dossier: its events and state; each thing done is half an hour after the last."""

    def __init__(self, document: Spec, **context: Any) -> None:
        self.context: Context = context_of(document, **context)
        self.events: list[Event] = []
        self.state: State = None  # type: ignore[assignment]
        self.do(Receive(START), after=timedelta())

    def do(self, command: Command, after: timedelta = timedelta(minutes=30)) -> list[str]:
        """Do it and answer the kinds of what happened."""
        self.context = replace(self.context, now=self.context.now + after)
        happened = decide(self.state, command, self.context)
        for event in happened:
            self.state = evolve(self.state, event, self.context.route)
        self.events += happened
        assert replay(self.events, self.context.route) == self.state
        return [event.kind for event in happened]

    def refused(self, command: Command) -> str:
        """The code with which it is refused now."""
        with pytest.raises(Refused) as refused:
            decide(self.state, command, self.context)
        return refused.value.code

    def leave(self, *keys: str) -> "Walk":
        """Leave these steps one after the other, each by its own act."""
        for key in keys:
            act = self.context.route.leaving_act(key, self.state.open_step(key).reply_to)  # type: ignore[union-attr]
            command = {"approve": Approve, "return_to_desk": ReturnToDesk}.get(act, HandOver)
            self.do(command(key))
        return self

    @property
    def open(self) -> list[str]:
        """The keys of the open steps, in the order they were opened."""
        return [step.key for step in self.state.open]
