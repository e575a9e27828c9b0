"""Figures of rooms beside this one (money, feedback): filled by `config`, since siblings do not
know one another. Each answers whole numbers by name."""

from collections.abc import Callable, Mapping, Sequence

from motcua.reports.period import Period

Source = Callable[[Sequence[int], Period], Mapping[str, int]]
_sources: tuple[Source, ...] = ()


def fill(sources: Sequence[Source]) -> None:
    """Join the sources; called once in each process."""
    global _sources
    _sources = tuple(sources)


def beside(ids: Sequence[int], period: Period) -> Mapping[str, int]:
    """What every source counts for these offices, judged at the period's own moment. One query
    each."""
    return {name: count for source in _sources for name, count in source(ids, period).items()}
