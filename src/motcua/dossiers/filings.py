"""How the history speaks of files: their number and what they are, never a name from outside."""

from collections.abc import Mapping, Sequence
from typing import Any

from motcua.dossiers.models.filing import Purpose, Source

HASH_SHOWN = 12


def said_of_file(payload: Mapping[str, Any]) -> Sequence[str]:
    """The facts of `file_attached` and `file_detached`, and the beginning of the content's hash."""
    told = [f"Tệp số {payload['number']}"]
    if payload.get("purpose"):
        component = payload["component"]
        paper = f"giấy tờ {component}" if component else Purpose(payload["purpose"]).label.lower()
        pages = f", {payload['pages']} trang" if payload["pages"] else ""
        told.append(f"{paper}{pages}, {Source(payload['source']).label}")
    return (*told, f"mã băm {payload['sha256'][:HASH_SHOWN]}…")
