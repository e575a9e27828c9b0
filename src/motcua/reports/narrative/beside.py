"""Figures of rooms beside this one (money, feedback): filled by `config`, since siblings do not
know one another. Each answers whole numbers by name and office."""

from collections.abc import Callable, Mapping, Sequence

from motcua.reports.period import Period

ByOffice = Mapping[str, Mapping[int, int]]
"""Figures by name, each by office; an office without any is absent."""

Source = Callable[[Sequence[int], Period], ByOffice]
_sources: tuple[Source, ...] = ()


def fill(sources: Sequence[Source]) -> None:
    """Join the sources; called once in each process."""
    global _sources
    _sources = tuple(sources)


def by_office(ids: Sequence[int], period: Period) -> ByOffice:
    """What every source counts in each of these offices, judged at the period's own moment. One
    query each."""
    return {name: told for source in _sources for name, told in source(ids, period).items()}


def beside(ids: Sequence[int], period: Period) -> Mapping[str, int]:
    """What every source counts for these offices together. Queries as `by_office`."""
    return {name: sum(told.values()) for name, told in by_office(ids, period).items()}
