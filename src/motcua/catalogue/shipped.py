"""The catalogue that ships with the program, read from `data/`: versions and processes. Pure.

`procedures-2017.csv` says everything of a procedure; a line of `procedures-2026.csv` says what
changed on its day, in the keys of `catalogue.content`, over the version before.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from motcua.catalogue.content import FIELD, LIST, Content, blank, number
from motcua.catalogue.decisions.folding import settled
from motcua.catalogue.sheets.cells import value_of
from motcua.core.clock import Allowance
from motcua.core.text import nfc

EFFECTIVE_ON: Final = date(2017, 1, 1)
CUTOFF: Final = "15:00"
SOURCE: Final = "Dựng lại theo số liệu báo cáo 43/BC-UBND; thời hạn, phí, thành phần: [M]"
FILES: Final = (
    "procedures-2017.csv", "sensitive.csv", "procedures-2026.csv", "fees.csv", "terms-2017.csv",
)  # fmt: skip
TERMS: Final = ("supplement_within_days", "silence_days", "extension_days")
"""The terms in days beside the allowance."""
_NOT_CONTENT: Final = frozenset(
    {"slug", "effective_on", "abolished", "replaced_by", "components", "forms"}
)
_AGE: Final = {"online_level": None}
"""What the levels 1 to 4 said until Nghị định 42/2022 ended them."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A version as the files say it; `replaced_by` names the procedure that took its place."""

    slug: str
    effective_on: date
    content: Content
    abolished: bool = False
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class ShippedProcess:
    """A process as a file says it, and for whom: a kind of offices, one office, or all."""

    slug: str
    effective_on: date
    document: Mapping[str, Any]
    office_kind: str = ""
    office: str = ""


@lru_cache(maxsize=1)
def shipped_versions() -> Sequence[Shipped]:
    """All versions of the files, each procedure's oldest first. 40 ms once."""
    marked = sensitive_procedures()
    found = {
        row["id"]: [Shipped(row["id"], EFFECTIVE_ON, _whole(row, row["id"] in marked))]
        for row in _csv("procedures-2017.csv")
    }
    for row in sorted(_csv("procedures-2026.csv"), key=lambda row: row["effective_on"]):
        before = found.setdefault(row["slug"], [])
        before.append(_changed(row, before[-1].content if before else blank()))
    return tuple(one for versions in found.values() for one in versions)


def shipped_processes() -> Iterator[Mapping[str, Any]]:
    """The documents of `data/processes`, as `motcua check process` reads them."""
    for one in processes():
        yield one.document


def processes() -> Iterator[ShippedProcess]:
    """The processes of `data/processes`, one or several in a file."""
    for file in _process_files():
        found = json.loads(file.read_text(encoding="utf-8"))
        for document in found if isinstance(found, list) else [found]:
            yield ShippedProcess(
                document["procedure"],
                date.fromisoformat(document.pop("effective_on", EFFECTIVE_ON.isoformat())),
                document,
                document.pop("office_kind", ""),
                document.pop("for_office", ""),
            )


def sensitive_procedures() -> Mapping[str, str]:
    """Procedures whose lookup answers with state and dates only, and why (`data/sensitive.csv`)."""
    return {row["procedure"]: row["reason"] for row in _csv("sensitive.csv")}


def content_bytes() -> bytes:
    """All of these files as bytes, for the content hash."""
    parts = [_folder().joinpath(name).read_bytes() for name in FILES]
    return b"".join(parts + [file.read_bytes() for file in _process_files()])


def allowance_of(content: Content) -> Allowance:
    """The term of a content."""
    return Allowance(content["allowance_kind"], content["allowance"] or 1)


def _whole(row: Mapping[str, str], sensitive: bool) -> Content:
    kind = row["allowance_kind"]
    allowance = Allowance(kind, 1 if kind == "same_day" else float(row["allowance"]))
    said = blank() | {
        name: nfc(row[name])
        for name in (
            "code", "code_mark", "name", "field", "not_at_desk_reason", "mechanism", "fee_text",
            "result", "legal_basis", "people_words", "mark",
        )
    }  # fmt: skip
    return settled(
        said
        | {
            "levels": [row["level"]],
            "communes_only": row["applies_to"] == "commune_only",
            "at_desk": row["at_desk"] == "yes",
            "department_code": row["department"],
            "allowance": number(allowance.amount),
            "allowance_kind": allowance.kind.value,
            "cutoff": CUTOFF if row["after_15h_rule"] == "yes" else "",
            "fee_vnd": int(row["fee_vnd"]) if row["fee_vnd"] else None,
            "online_level": int(row["online_level"]),
            "sensitive": sensitive,
            "source": SOURCE,
            "components": _papers(row["components"]),
            "fees": _fees(row["id"], EFFECTIVE_ON),
        }
        | dict(terms_2017().get(row["id"], {}))
    )


def _changed(row: Mapping[str, str], before: Content) -> Shipped:
    day = date.fromisoformat(row["effective_on"])
    said = {key: value_of(FIELD[key], text) for key, text in row.items() if text and key in FIELD}
    if row["components"]:
        said["components"] = _papers(row["components"])
    if row["forms"]:
        said["forms"] = _forms(row["forms"])
    if row["abolished"]:
        return Shipped(row["slug"], day, {**before, **said}, True, row["replaced_by"])
    laid = {**before, "articles": {}, **_AGE, **said, "fees": _fees(row["slug"], day)}
    return Shipped(row["slug"], day, settled(laid))


@lru_cache(maxsize=1)
def terms_2017() -> Mapping[str, Content]:
    """By procedure, the terms of 2017 beside the allowance: how soon papers may be asked for, how
    long others have to answer and what their silence means, how much longer it may take."""
    found: dict[str, Content] = {}
    for row in _csv("terms-2017.csv"):
        about = {"article": nfc(row["article"]), "mark": row["mark"]}
        named = {name: int(row[name]) for name in TERMS if row[name]}
        found[row["slug"]] = {
            **named,
            "silence_consents": row["silence_consents"] == "yes",
            "articles": dict.fromkeys(named, about),
        }
    return found


def _papers(text: str) -> list[dict[str, Any]]:
    found = []
    for part in filter(None, text.split(";")):
        name, kind, copies = (nfc(value).strip() for value in part.rsplit("|", 2))
        folded = name.lower()
        optional = "nếu" in folded or "trường hợp" in folded
        found.append(
            {"name": name, "kind": kind, "copies": int(copies), "optional": optional, "case": ""}
        )
    return found


def _forms(text: str) -> list[dict[str, Any]]:
    found = []
    for part in text.split(";"):
        given, name, edition = (nfc(value).strip() for value in part.split("|"))
        empty = {one.key: one.empty for one in LIST["forms"].columns}
        found.append({**empty, "number": given, "name": name, "edition": edition})
    return found


def _fees(slug: str, day: date) -> list[dict[str, Any]]:
    return [
        {one.key: value_of(one, row.get(one.key, "")) for one in LIST["fees"].columns}
        for row in _fee_lines()
        if (row["slug"], row["effective_on"]) == (slug, day.isoformat())
    ]


@lru_cache(maxsize=1)
def _fee_lines() -> Sequence[dict[str, str]]:
    return _csv("fees.csv")


def _folder() -> Traversable:
    return files("motcua.catalogue").joinpath("data")


def _process_files() -> Sequence[Traversable]:
    listed = _folder().joinpath("processes").iterdir()
    return sorted((one for one in listed if one.name.endswith(".json")), key=lambda one: one.name)


def _csv(name: str) -> list[dict[str, str]]:
    text = _folder().joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(keepends=True)))
