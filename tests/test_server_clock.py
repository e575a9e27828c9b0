"""Doors pass the server's clock to services. Exceptions: late entry, and a demonstration with a
date of its own. (The import's are below the doors: `dossiers.registers.judging`.)"""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "motcua"
DOORS = ("desk", "portal", "api", "exchange")
CLOCK = {"request.at", "real_now()", "timekeeping.now()", "None"}
"""What a moment may be in a door: one read from the provider when the request came in."""

EXCEPTIONS = {
    # late entry: the slip says when, a leader approves
    ("desk/forms/intake.py", "late.received_at if late else at"),
    ("desk/forms/intake.py", "at if late else None"),
    ("desk/forms/at_once.py", "late.received_at if late else at"),
    ("desk/forms/at_once.py", "at if late else None"),
    # the demonstration's own days
    ("exchange/demo/loading.py", "one.received_at"),
    ("exchange/demo/loading.py", "one.next.at"),
    ("exchange/demo/walking.py", "at"),
    ("exchange/demo/paying.py", "opened_at"),
    ("exchange/demo/paying.py", "many[0].at - timedelta(minutes=2)"),
    ("exchange/demo/paying.py", "evening"),
    ("exchange/demo/desks.py", "AT"),
}


def moments() -> Iterator[tuple[str, str]]:
    """Each moment that a door passes on, with its module; a parameter `at` was passed before."""
    for door in DOORS:
        for path in (SOURCE / door).rglob("*.py"):
            where = path.relative_to(SOURCE).as_posix()
            tree = ast.parse(path.read_text("utf-8"))
            for function in ast.walk(tree):
                if isinstance(function, ast.FunctionDef):
                    given = {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
                    taken = _from_the_clock(function) | (given & {"at"})
                    yield from ((where, said) for said in _passed(function) if said not in taken)


def _from_the_clock(function: ast.FunctionDef) -> set[str]:
    """Names that hold nothing but the clock."""
    return {
        name.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and CLOCK & set(ast.unparse(node.value).split(", "))
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name) and name.id == "at"
    }


def _passed(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        yield from (
            ast.unparse(word.value) for word in node.keywords if word.arg in ("at", "recorded_at")
        )
        if isinstance(node.func, ast.Name) and node.func.id == "Asked" and len(node.args) > 2:
            yield ast.unparse(node.args[2])


def test_no_door_passes_another_moment_than_the_servers_but_for_three_exceptions() -> None:
    found = set(moments())

    others = {(where, said) for where, said in found if said not in CLOCK}

    assert ("desk/views/acts.py", "request.at") in found
    assert others == EXCEPTIONS


def test_an_officials_request_is_given_its_moment_by_the_provider_and_nowhere_else() -> None:
    given = [
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node) in ("officer.at", "request.at")
    ]
    guard = (SOURCE / "desk" / "guarding.py").read_text("utf-8")

    assert given == ["desk/guarding.py"]
    assert "    at = now()\n" in guard
