"""Versions and processes as values: what every other room is given instead of rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any, Literal
from uuid import UUID

from motcua.catalogue.models import ProcedureVersion, Process
from motcua.core.clock import Allowance
from motcua.core.flow import Route
from motcua.core.refusal import Refused

CHILDREN = ("cases", "components", "fees", "forms", "results")


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case (trường hợp); `allowance` None when the version's term holds."""

    ordinal: int
    key: str
    name: str
    allowance: Allowance | None
    allowance_as_written: str
    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A paper a version asks for; `case` is empty when every case needs it."""

    ordinal: int
    name: str
    kind: str
    copies: int
    optional: bool
    case: str = ""


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A line of the tariff; amounts in đồng."""

    ordinal: int
    name: str
    kind: str
    amount_vnd: int
    unit: str
    steps: tuple[tuple[int | None, int], ...]
    cap_vnd: int | None
    due: str
    exemptions: str
    article: str
    mark: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form to fill in; `sha256` is empty when there is no file."""

    ordinal: int
    number: str
    name: str
    edition: str
    file_name: str
    sha256: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What the citizen takes home; `valid_months` None is without end."""

    ordinal: int
    name: str
    valid_months: int | None
    valid_as_written: str


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a procedure as a value, with its procedure's identity and all it asks for.

    `articles` says for a field's name its article and mark, as in the row.
    """

    id: int
    procedure_id: int
    slug: str
    code: str
    owner_suffix: str
    levels: tuple[str, ...]
    effective_on: date
    abolished: bool
    promulgation_id: int | None
    replaced_by_id: int | None
    name: str
    national_name: str
    field: str
    communes_only: bool
    at_desk: bool
    not_at_desk_reason: str
    mechanism: str
    department_code: str
    allowance: Allowance
    allowance_as_written: str
    cutoff: time | None
    after_supplement: Literal["resume", "restart"]
    supplement_within_days: int | None
    silence_days: int | None
    silence_consents: bool
    extension_days: int | None
    fee_text: str
    fee_vnd: int | None
    result: str
    legal_basis: str
    channels: tuple[str, ...]
    online_level: int | None
    online_scope: str
    sensitive: bool
    people_words: str
    mark: str
    code_mark: str
    source: str
    articles: Mapping[str, Mapping[str, str]]
    sort_key: str
    cases: tuple[CaseRow, ...]
    components: tuple[ComponentRow, ...]
    fees: tuple[FeeRow, ...]
    forms: tuple[FormRow, ...]
    results: tuple[ResultRow, ...]

    def in_case(self, key: str) -> "VersionRow":
        """The version as it holds in one case: its term, and only the papers, fees and forms of
        every case and of that one. Without a key: what holds in every case.

        Raises Refused("unknown_case").
        """
        if not self.cases and not key:
            return self
        found = next((case for case in self.cases if case.key == key), None)
        if key and found is None:
            raise Refused("unknown_case", case=key)
        return replace(
            self,
            allowance=(found and found.allowance) or self.allowance,
            components=tuple(one for one in self.components if one.case in ("", key)),
            fees=tuple(one for one in self.fees if one.case in ("", key)),
            forms=tuple(one for one in self.forms if one.case in ("", key)),
        )


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """A process as a value; `document` is what `motcua check process` reads."""

    id: int
    uuid: UUID
    procedure_id: int
    office_id: int | None
    office_kind: str
    under_id: int | None
    effective_on: date
    route: Route
    document: Mapping[str, Any]
    derived: bool
    source: str


def version_row(row: ProcedureVersion) -> VersionRow:
    """The value of a row read with its procedure and `CHILDREN`; no query then."""
    keys = {case.pk: case.key for case in row.cases.all()}
    plain = {
        name: getattr(row, name)
        for name in VersionRow.__dataclass_fields__
        if name not in _MADE and name not in CHILDREN
    }
    return VersionRow(
        **plain,
        slug=row.procedure.slug,
        levels=tuple(row.levels),
        channels=tuple(row.channels),
        allowance=Allowance(row.allowance_kind, row.allowance),
        after_supplement="restart" if row.after_supplement == "restart" else "resume",
        cases=tuple(_case(one) for one in _ordered(row.cases.all())),
        components=tuple(
            _child(ComponentRow, one, case=keys.get(one.case_id, ""))
            for one in _ordered(row.components.all())
        ),
        fees=tuple(
            _child(FeeRow, one, case=keys.get(one.case_id, ""), steps=_steps(one.steps))
            for one in _ordered(row.fees.all())
        ),
        forms=tuple(
            _child(FormRow, one, case=keys.get(one.case_id, ""))
            for one in _ordered(row.forms.all())
        ),
        results=tuple(_child(ResultRow, one) for one in _ordered(row.results.all())),
    )


def process_row(row: Process) -> ProcessRow:
    """The value of a row; no query."""
    plain = {
        name: getattr(row, name) for name in ProcessRow.__dataclass_fields__ if name != "route"
    }
    return ProcessRow(**plain, route=Route.from_json(row.document))


_MADE = frozenset({"slug", "levels", "channels", "allowance", "after_supplement"})


def _ordered(rows: Iterable[Any]) -> Sequence[Any]:
    return sorted(rows, key=lambda row: row.ordinal)


def _child(kind: type[Any], row: Any, **made: object) -> Any:
    plain = {name: getattr(row, name) for name in kind.__dataclass_fields__ if name not in made}
    return kind(**plain, **made)


def _case(row: Any) -> CaseRow:
    term = Allowance(row.allowance_kind, row.allowance) if row.allowance_kind else None
    return _child(CaseRow, row, allowance=term)  # type: ignore[no-any-return]


def _steps(steps: Sequence[Mapping[str, int]]) -> tuple[tuple[int | None, int], ...]:
    return tuple((step.get("up_to"), step["vnd"]) for step in steps)
