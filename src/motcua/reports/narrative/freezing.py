"""What is frozen of a report, its hash; and the same facts reckoned again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from motcua.core.clock import VN
from motcua.reports.canonical import digest
from motcua.reports.narrative.facts import Facts, from_object, to_object
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.models import Narrative

__all__ = ["digest", "facts_of", "frozen_of", "reckoned_again"]

FORM = 2
"""The form of what is frozen: 1 told nothing of what units below confirmed, and stays readable."""


def frozen_of(facts: Facts, words: Mapping[str, str], known_at: datetime) -> dict[str, Any]:
    """What is kept: figures, words, and by the knowledge of which moment."""
    return {
        "form": FORM,
        "facts": to_object(facts),
        "words": dict(words),
        "known_at": known_at.astimezone(VN).isoformat(),
    }


def facts_of(row: Narrative) -> Facts:
    """The facts as they were frozen. KeyError when none are."""
    return from_object((row.frozen or {})["facts"])


def reckoned_again(row: Narrative, now: datetime) -> Facts:
    """The facts by what was known when it was frozen, reckoned anew: equal, unless somebody
    altered rows by hand. 0.5 ms a dossier."""
    known_at = row.known_at or now
    found = gather(
        row.office.slug, row.from_on, row.to_on, now=max(now, known_at), known_at=known_at
    )
    first_form = (row.frozen or {}).get("form") == 1
    return replace(found, below=None) if first_form else found
