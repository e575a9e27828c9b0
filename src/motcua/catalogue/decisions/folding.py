"""Decisions into versions: what is in force on which day. Pure.

A decision says only what it changes, so a version is what its predecessor said with that laid over
it. Decisions are laid one on the other by the day they take effect, then by the day they were
signed, then by number; in which order they were entered does not matter. What a decision cannot be
laid on (an amendment of what is not in force) changes nothing and is named by `unfounded`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from motcua.catalogue.content import Content, blank

NEW, AMENDED, REPLACED, ABOLISHED = "new", "amended", "replaced", "abolished"
ENDING: Final = frozenset({REPLACED, ABOLISHED})


@dataclass(frozen=True, slots=True)
class Base:
    """A version that no decision in this folder made: it says everything itself."""

    effective_on: date
    content: Content
    abolished: bool = False
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What one decision says of one procedure. `decision` is any name of it that stays."""

    effective_on: date
    signed_on: date
    number: str
    decision: int
    kind: str
    content: Content = field(default_factory=dict)
    replaced_by: str = ""

    @property
    def place(self) -> tuple[date, date, str, int]:
        """Where it stands among all others."""
        return (self.effective_on, self.signed_on, self.number, self.decision)


@dataclass(frozen=True, slots=True)
class Folded:
    """A version: from when, what it says, by which decision (the last of that day), if any."""

    effective_on: date
    content: Content
    abolished: bool
    replaced_by: str = ""
    decision: int | None = None


def fold(bases: Iterable[Base], said: Iterable[Said]) -> Sequence[Folded]:
    """The versions of one procedure, oldest first, at most one a day.

    Each holds until the next begins, so on any day one version or none is in force.
    """
    return tuple(_folded(bases, said)[0].values())


def unfounded(bases: Iterable[Base], said: Iterable[Said]) -> Sequence[Said]:
    """What cannot be laid on what stands at its day: new where one is in force, or the others
    where none is."""
    return tuple(_folded(bases, said)[1])


def in_force(versions: Sequence[Folded], day: date) -> Folded | None:
    """The version in force on `day`; None before the first, and once it is abolished."""
    found = standing(versions, day)
    return None if found is None or found.abolished else found


def standing(versions: Sequence[Folded], day: date) -> Folded | None:
    """The newest version begun by `day`, abolished or not."""
    begun = [version for version in versions if version.effective_on <= day]
    return begun[-1] if begun else None


def _folded(
    bases: Iterable[Base], said: Iterable[Said]
) -> tuple[Mapping[date, Folded], list[Said]]:
    shipped = {base.effective_on: base for base in bases}
    ordered = sorted(said, key=lambda one: one.place)
    found: dict[date, Folded] = {}
    refused: list[Said] = []
    current: Folded | None = None
    for day in sorted({*shipped, *(one.effective_on for one in ordered)}):
        if day in shipped:
            base = shipped[day]
            current = Folded(day, base.content, base.abolished, base.replaced_by)
            found[day] = current
        for one in (one for one in ordered if one.effective_on == day):
            laid = _laid(current, one)
            if laid is None:
                refused.append(one)
            else:
                current = found[day] = laid
    return found, refused


def _laid(current: Folded | None, one: Said) -> Folded | None:
    """`one` laid on what stands; None when it cannot be."""
    stands = current is not None and not current.abolished
    if one.kind == NEW:
        if stands:
            return None
        whole = settled({**blank(), **one.content})
        return Folded(one.effective_on, whole, abolished=False, decision=one.decision)
    if current is None or not stands:
        return None
    laid = replace(current, effective_on=one.effective_on, decision=one.decision, replaced_by="")
    if one.kind in ENDING:
        return replace(laid, abolished=True, replaced_by=one.replaced_by)
    return replace(laid, content=settled({**current.content, **one.content}))


def settled(content: Content) -> dict[str, Any]:
    """A term written only as “ngày” is not confirmed until somebody names the article it is
    counted by: it bears the mark M."""
    found = dict(content)
    articles = dict(found.get("articles") or {})
    about = articles.get("allowance", {})
    if found.get("allowance_kind") == "calendar_days" and not about.get("mark"):
        articles["allowance"] = {"article": about.get("article", ""), "mark": "M"}
        found["articles"] = articles
    return found
