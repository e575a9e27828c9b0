"""The shipped catalogue into rows: procedures, versions, papers, processes.

Loaded by content, many times without harm: what exists is left as it is, since a person may have
touched it; only what is missing is added. Shipped data become versions with their source.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from importlib.resources import files
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from motcua.catalogue import selectors
from motcua.catalogue.models import Component, Procedure, ProcedureVersion, Process
from motcua.core.clock import Allowance
from motcua.core.flow.check import check
from motcua.core.flow.plain import plain_route
from motcua.core.text import nfc, sort_key

EFFECTIVE_ON = date(2017, 1, 1)
CUTOFF = time(15, 0)
SOURCE = "Dựng lại theo số liệu báo cáo 43/BC-UBND; thời hạn, phí, thành phần: [M]"
PLAIN_SOURCE = "Quy trình suy ra từ thời hạn, chưa có quyết định của đơn vị"


class FaultyProcess(ValueError):
    """A shipped process that `motcua check process` would refuse."""


def load_reference() -> None:
    """Add what is missing. The caller holds the advisory lock and the transaction."""
    rows = _csv("procedures-2017.csv")
    marked = sensitive_procedures()
    known = {procedure.slug: procedure for procedure in Procedure.objects.all()}
    missing = [row for row in rows if row["id"] not in known]
    for procedure in Procedure.objects.bulk_create([_procedure(row) for row in missing]):
        known[procedure.slug] = procedure
    versions = ProcedureVersion.objects.bulk_create(
        [_version(row, known[row["id"]], row["id"] in marked) for row in missing]
    )
    Component.objects.bulk_create(
        paper
        for row, version in zip(missing, versions, strict=True)
        for paper in _papers(row, version)
    )
    _load_processes(rows, known)
    selectors.forget()


def content() -> bytes:
    """All of this room's reference data as bytes, for the content hash."""
    folder = files("motcua.catalogue").joinpath("data")
    shipped = sorted(folder.joinpath("processes").iterdir(), key=lambda file: file.name)
    parts = [
        folder.joinpath(name).read_bytes() for name in ("procedures-2017.csv", "sensitive.csv")
    ]
    return b"".join(parts + [file.read_bytes() for file in shipped])


def sensitive_procedures() -> Mapping[str, str]:
    """Procedures whose lookup answers with state and dates only, and why (`data/sensitive.csv`)."""
    return {row["procedure"]: row["reason"] for row in _csv("sensitive.csv")}


def _load_processes(rows: list[dict[str, str]], known: dict[str, Procedure]) -> None:
    have = set(Process.objects.filter(office=None).values_list("procedure__slug", flat=True))
    documents = {document["procedure"]: document for document in shipped_processes()}
    Process.objects.bulk_create(
        _process(documents.get(row["id"]), row, known[row["id"]])
        for row in rows
        if row["id"] not in have and row["at_desk"] == "yes"
    )


def shipped_processes() -> Iterator[dict[str, Any]]:
    """The processes of `data/processes`, one file each."""
    folder = files("motcua.catalogue").joinpath("data/processes")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".json"):
            found = json.loads(file.read_text(encoding="utf-8"))
            yield from found if isinstance(found, list) else [found]


def _process(document: dict[str, Any] | None, row: dict[str, str], known: Procedure) -> Process:
    derived = document is None
    if document is None:
        document = plain_route(
            row["id"], nfc(row["name"]), _allowance(row), row["level"], row["department"]
        )
    faults = [fault for fault in check(document) if not fault.is_warning]
    if faults:
        raise FaultyProcess(f"{row['id']}: {faults[0].message}")
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    return Process(
        uuid=uuid5(NAMESPACE_URL, f"motcua:process:{text}"),
        procedure=known,
        office=None,
        effective_on=EFFECTIVE_ON,
        document=document,
        derived=derived,
        source=PLAIN_SOURCE if derived else str(document.get("source", ""))[:300],
    )


def _procedure(row: dict[str, str]) -> Procedure:
    return Procedure(slug=row["id"])


def _version(row: dict[str, str], procedure: Procedure, sensitive: bool) -> ProcedureVersion:
    name = nfc(row["name"])
    allowance = _allowance(row)
    return ProcedureVersion(
        procedure=procedure,
        effective_on=EFFECTIVE_ON,
        code=row["code"],
        levels=[row["level"]],
        name=name,
        field=nfc(row["field"]),
        communes_only=row["applies_to"] == "commune_only",
        at_desk=row["at_desk"] == "yes",
        not_at_desk_reason=nfc(row["not_at_desk_reason"]),
        mechanism=row["mechanism"],
        department_code=row["department"],
        allowance_kind=allowance.kind.value,
        allowance=allowance.amount,
        cutoff=CUTOFF if row["after_15h_rule"] == "yes" else None,
        fee_text=nfc(row["fee_text"]),
        fee_vnd=int(row["fee_vnd"]) if row["fee_vnd"] else None,
        result=nfc(row["result"]),
        legal_basis=nfc(row["legal_basis"]),
        online_level=int(row["online_level"]),
        sensitive=sensitive,
        people_words=nfc(row["people_words"]),
        mark=row["mark"],
        code_mark=row["code_mark"],
        source=SOURCE,
        sort_key=sort_key(name),
    )


def _allowance(row: dict[str, str]) -> Allowance:
    kind = row["allowance_kind"]
    return Allowance(kind, 1 if kind == "same_day" else float(row["allowance"]))


def _papers(row: dict[str, str], version: ProcedureVersion) -> Iterator[Component]:
    for ordinal, part in enumerate(filter(None, row["components"].split(";")), start=1):
        name, kind, copies = (nfc(value).strip() for value in part.rsplit("|", 2))
        folded = name.lower()
        yield Component(
            version=version,
            ordinal=ordinal,
            name=name,
            kind=kind,
            copies=int(copies),
            optional="nếu" in folded or "trường hợp" in folded,
        )


def _csv(name: str) -> list[dict[str, str]]:
    text = files("motcua.catalogue").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
