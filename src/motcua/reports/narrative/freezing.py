"""What is frozen of a report, its canonical form and hash; and the same facts reckoned again."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.core.clock import VN
from motcua.reports.narrative.facts import Facts, from_object, to_object
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.models import Narrative

FORM = 1
"""The form of what is frozen; another form gets another number, this one stays readable."""


def frozen_of(facts: Facts, words: Mapping[str, str], known_at: datetime) -> dict[str, Any]:
    """What is kept: figures, words, and by the knowledge of which moment."""
    return {
        "form": FORM,
        "facts": to_object(facts),
        "words": dict(words),
        "known_at": known_at.astimezone(VN).isoformat(),
    }


def canonical(frozen: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, keys sorted, no spaces: what the hash is over."""
    said = json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode()


def digest(frozen: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal figures."""
    return hashlib.sha256(canonical(frozen)).hexdigest()


def facts_of(row: Narrative) -> Facts:
    """The facts as they were frozen. KeyError when none are."""
    return from_object((row.frozen or {})["facts"])


def reckoned_again(row: Narrative, now: datetime) -> Facts:
    """The facts by what was known when it was frozen, reckoned anew: equal, unless somebody
    altered rows by hand. 0.5 ms a dossier."""
    known_at = row.known_at or now
    return gather(
        row.office.slug, row.from_on, row.to_on, now=max(now, known_at), known_at=known_at
    )
