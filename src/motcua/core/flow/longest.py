"""The longest way through a process, without repeating a step: what its budgets are judged by."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

VISITS = 100_000
"""Steps looked at before the search in a knotted process settles for the best way found."""


def longest_way(
    entry: str,
    edges: Mapping[str, Sequence[str]],
    weights: Mapping[str, Fraction],
) -> Fraction:
    """The weight of the heaviest simple path from `entry`, its ends included.

    Parallel branches run at once, so the heavier one counts; of a choice the longest way; both are
    the longest path. Without loops in time linear in the steps; with loops by search, exact for
    processes of any size people draw, and never more than `VISITS` looks.
    """
    order = _order(entry, edges)
    if order is not None:
        best: dict[str, Fraction] = {}
        for key in order:
            best[key] = weights[key] + max((best[k] for k in edges[key]), default=Fraction(0))
        return best[entry]
    return _search(entry, edges, weights)


def _order(entry: str, edges: Mapping[str, Sequence[str]]) -> list[str] | None:
    """The reachable steps, each after all it leads to; None when there is a loop."""
    done: list[str] = []
    state: dict[str, int] = {}
    todo: list[tuple[str, bool]] = [(entry, False)]
    while todo:
        key, leaving = todo.pop()
        if leaving:
            state[key] = 2
            done.append(key)
        elif key not in state:
            state[key] = 1
            todo.append((key, True))
            for target in edges[key]:
                if state.get(target) == 1:
                    return None
                if target not in state:
                    todo.append((target, False))
    return done


def _search(
    entry: str, edges: Mapping[str, Sequence[str]], weights: Mapping[str, Fraction]
) -> Fraction:
    """Depth first. What is still free behind a step bounds what can be won there; the same step
    with the same steps free behind it need not be looked at twice for less.
    """
    best = Fraction(0)
    reached: dict[tuple[str, frozenset[str]], Fraction] = {}
    stack = [(entry, frozenset(edges), Fraction(0))]
    for _ in range(VISITS):
        if not stack:
            break
        key, free, before = stack.pop()
        behind = _behind(key, edges, free)
        weight = before + weights[key]
        best = max(best, weight)
        hopeless = before + sum(weights[k] for k in behind) <= best
        if hopeless or reached.get((key, behind), Fraction(-1)) >= weight:
            continue
        reached[key, behind] = weight
        rest = behind - {key}
        following = sorted(
            (target for target in edges[key] if target in rest), key=lambda k: weights[k]
        )
        stack += [(target, rest, weight) for target in following]
    return best


def _behind(key: str, edges: Mapping[str, Sequence[str]], free: frozenset[str]) -> frozenset[str]:
    """The free steps that can be reached from `key`, itself included."""
    found: set[str] = set()
    todo = [key]
    while todo:
        one = todo.pop()
        if one not in found:
            found.add(one)
            todo += [target for target in edges[one] if target in free]
    return frozenset(found)
