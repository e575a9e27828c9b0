"""The one form of what is frozen, and its hash: of narrative reports and of confirmed figures."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(frozen: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON, keys sorted, no spaces: what the hash is over."""
    said = json.dumps(frozen, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode()


def digest(frozen: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal figures."""
    return hashlib.sha256(canonical(frozen)).hexdigest()
