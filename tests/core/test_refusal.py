"""Refusals as values."""

import pickle

from motcua.core.refusal import Refused


def test_refusals_of_equal_code_and_facts_are_equal() -> None:
    assert Refused("moved", seq=3) == Refused("moved", seq=3)
    assert Refused("moved", seq=3) != Refused("moved", seq=4)
    assert Refused("moved") != Refused("closed")
    assert Refused("moved") != "moved"
    assert len({Refused("moved", items=[1]), Refused("moved", items=[1])}) == 1


def test_a_refusal_tells_its_facts_and_travels_between_processes() -> None:
    refusal = Refused("already_asked", seq=3)

    assert repr(refusal) == str(refusal) == "Refused('already_asked', seq=3)"
    assert pickle.loads(pickle.dumps(refusal)) == refusal  # noqa: S301
