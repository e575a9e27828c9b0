"""The audit page says in Vietnamese whatever the program writes down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import motcua
from motcua.core.consolidating import Step as OfRound
from motcua.core.narrative import Step as OfReport
from motcua.identity.touched import WORDS

HOUSE = Path(motcua.__file__).parent
SAID_WITH = {
    "narrative_": [step.value for step in OfReport],
    "consolidation_": [step.value for step in OfRound],
}
"""Actions put together of a beginning and a step."""


def written_down() -> Iterator[str]:
    """The names given to whatever takes an `action`, in the whole house."""
    texts = [file.read_text("utf-8") for file in HOUSE.rglob("*.py")]
    trees = [ast.parse(text) for text in texts if "action" in text or "note(" in text]
    takers = {
        one.name
        for tree in trees
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef)
        and "action" in [argument.arg for argument in one.args.args]
    }
    for tree in trees:
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in takers:
                for one in call.args[:2]:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        yield one.value


def test_every_action_written_down_has_words() -> None:
    plain = {one for one in written_down() if "_" in one and one.replace("_", "").islower()}
    put_together = {f"{begin}{step}" for begin, steps in SAID_WITH.items() for step in steps}

    assert len(plain) > 60
    assert (plain | put_together) - WORDS.keys() == set()
