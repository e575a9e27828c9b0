"""Where a register and the dossiers that are here already say different things."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.core.clock import VN
from motcua.dossiers.asked import Intake
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.dossier import Outcome
from motcua.dossiers.models.intake import Role
from motcua.dossiers.registers.judging import Judged
from motcua.dossiers.selectors.registered import Known, known_key

CHUNK = 2000
MOMENTS = ("due_at", "finished_at", "returned_at")
Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell: what the register says in its `line`, and what the dossier `code` has."""

    line: int
    code: str
    column: str
    said: str
    here: str


def differences(known: Sequence[Judged]) -> Iterator[Difference]:
    """Of lines whose dossiers are here: what they say otherwise. An empty cell says nothing. Two
    queries for each 2,000 lines."""
    seen: Counter[Known] = Counter()
    for start in range(0, len(known), CHUNK):
        lines = [one for one in known[start : start + CHUNK] if one.intake]
        coded = _by_code([_intake(one).given_code for one in lines])
        keyed = _by_key([_intake(one) for one in lines if not _intake(one).given_code])
        for one in lines:
            intake = _intake(one)
            if intake.given_code:
                facts = coded.get(intake.given_code)
            else:
                key = known_key(intake)
                found = keyed.get(key, ())
                facts = found[seen[key]] if seen[key] < len(found) else None
                seen[key] += 1
            if facts:
                yield from _between(one.line, intake, facts)


def _between(line: int, intake: Intake, facts: Facts) -> Iterator[Difference]:
    kept = intake.register
    assert kept is not None  # noqa: S101 (a register's line has one)
    code = str(facts["code"])
    for column in MOMENTS:
        said, here = _shown(getattr(kept, column)), _shown(facts[column])
        if said and said != here:
            yield Difference(line, code, column, said, here)
    if kept.outcome and kept.outcome != facts["outcome"]:
        here = Outcome(facts["outcome"]).label if facts["outcome"] else ""
        yield Difference(line, code, "outcome", Outcome(kept.outcome).label, here)


def _intake(one: Judged) -> Intake:
    assert one.intake is not None  # noqa: S101 (a good line has one)
    return one.intake


def _by_code(codes: Sequence[str]) -> Mapping[str, Facts]:
    rows = Dossier.objects.filter(code__in=[code for code in codes if code])
    return {row["code"]: row for row in rows.values("code", *MOMENTS, "outcome")}


def _by_key(intakes: Sequence[Intake]) -> Mapping[Known, Sequence[Facts]]:
    if not intakes:
        return {}
    moments = [intake.at for intake in intakes]
    owners = Party.objects.filter(
        role=Role.OWNER,
        ordinal=0,
        dossier__office_id__in={intake.by.office_id for intake in intakes},
        dossier__received_at__range=(min(moments), max(moments)),
        search_key__in={known_key(intake)[2] for intake in intakes},
    ).order_by("dossier_id")
    found: defaultdict[Known, list[Facts]] = defaultdict(list)
    for office, version, name, number, at, *facts in owners.values_list(
        "dossier__office_id", "dossier__procedure_version_id", "search_key", "id_number",
        "dossier__received_at", "dossier__code", *(f"dossier__{one}" for one in MOMENTS),
        "dossier__outcome",
    ):  # fmt: skip
        named = dict(zip(("code", *MOMENTS, "outcome"), facts, strict=True))
        found[office, version, name, number, at.astimezone(VN)].append(named)
    return found


def _shown(moment: object) -> str:
    return f"{moment.astimezone(VN):%d/%m/%Y %H:%M}" if isinstance(moment, datetime) else ""
