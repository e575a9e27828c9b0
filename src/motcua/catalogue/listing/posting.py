"""What hangs on the boards: today's poster of each field at each office, and the one confirmed.

The edition of a poster is a digest of what it says, so that a board is behind as soon as a word of
it changes, and only then. It is written in letters no Vietnamese keyboard turns into others.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from motcua.catalogue.listing.public import is_unconfirmed
from motcua.catalogue.models import PostedEdition, ProcedureVersion
from motcua.catalogue.selectors import LEVEL_OF, VersionRow, procedures_of
from motcua.core.clock import VN, allowance_words
from motcua.core.codes import CHECK_ALPHABET
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.organization.selectors import OfficeRow, office_on

EDITION_LENGTH = 8
SCANNED = re.compile(
    rf"niem-yet/(?P<office>[a-z0-9-]+)/(?P<field>[a-z0-9-]+)\?ban="
    rf"(?P<edition>[{CHECK_ALPHABET}]{{{EDITION_LENGTH}}})$"
)
State = Literal["current", "behind", "never", "to_take_down"]
PAPERS = {
    "original": "bản chính",
    "certified": "bản sao chứng thực",
    "copy": "bản sao",
    "electronic": "bản điện tử",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A procedure as the poster says it, in words ready to print."""

    code: str
    name: str
    term: str
    fee: str
    papers: tuple[str, ...]
    result: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class Poster:
    """All that a poster says. `in_force_on` is the day since which it has said so."""

    office: OfficeRow
    field: str
    key: str
    edition: str
    in_force_on: date
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Hanging:
    """Which edition a desk has confirmed, when, and who did."""

    edition: str
    confirmed_at: datetime
    by: str
    title: str


@dataclass(frozen=True, slots=True)
class Board:
    """A field's place on the board of an office: what should hang, and what does.

    `edition` is empty when the office handles nothing of the field any more.
    """

    office: OfficeRow
    field: str
    key: str
    edition: str
    in_force_on: date | None
    procedures: int
    hanging: Hanging | None

    @property
    def state(self) -> State:
        """current; behind a newer edition; never confirmed; or to be taken down."""
        if not self.edition:
            return "to_take_down"
        if self.hanging is None or not self.hanging.edition:
            return "never"
        return "current" if self.hanging.edition == self.edition else "behind"


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what an office handles hangs at its desk in the edition in force."""

    procedures: int
    posted: int
    boards: int
    current: int

    @property
    def percent(self) -> float:
        """Of the procedures, from 0 to 100; 100 when there is nothing to post."""
        return 100.0 * self.posted / self.procedures if self.procedures else 100.0


def field_key(field: str) -> str:
    """A field as part of an address: `Hộ tịch` as `ho-tich`."""
    return re.sub(r"[^a-z0-9]+", "-", search_key(field)).strip("-")


def poster(office_id: int, key: str, day: date) -> Poster:
    """What should hang for a field on `day`. Raises Refused("unknown_field"). One query."""
    for one in posters(office_id, day):
        if one.key == key:
            return one
    raise Refused("unknown_field", field=key)


def posters(office_id: int, day: date) -> Sequence[Poster]:
    """What should hang at an office on `day`, by field in Vietnamese order. One query."""
    office = office_on(office_id, day)
    begun = _begun([office], day)
    found: dict[str, list[VersionRow]] = {}
    for row in procedures_of(office_id, day):
        found.setdefault(row.field, []).append(row)
    return [
        _poster(office, field, rows, begun[LEVEL_OF[office.kind], field])
        for field, rows in sorted(found.items(), key=lambda item: search_key(item[0]))
    ]


def boards(
    office_ids: Sequence[int], day: date, known_at: datetime | None = None
) -> Sequence[Board]:
    """Every board of the offices as it stood at the end of `day`, or as it was known at `known_at`
    when that is earlier. Two queries for each kind of catalogue, however many offices there are."""
    offices = [office_on(pk, day) for pk in office_ids]
    hanging = _hanging(office_ids, day, known_at)
    begun = _begun(offices, day)
    found: list[Board] = []
    for office in offices:
        fields: dict[str, list[VersionRow]] = {}
        for row in procedures_of(office.id, day):
            fields.setdefault(row.field, []).append(row)
        left = {field for of, field in hanging if of == office.id} - set(fields)
        for field in sorted({*fields, *left}, key=search_key):
            told = hanging.get((office.id, field))
            if field in left and (told is None or not told.edition):
                continue
            rows = fields.get(field, [])
            since = begun.get((LEVEL_OF.get(office.kind, ""), field))
            edition = edition_of(office, field, lines_of(rows)) if rows else ""
            found.append(Board(office, field, field_key(field), edition, since, len(rows), told))
    return found


def posted_share(office_id: int, day: date) -> Share:
    """How much of an office's listing hung in its edition of `day` at the end of that day.

    Two queries.
    """
    return share_of(boards([office_id], day))


def share_of(found: Iterable[Board]) -> Share:
    """The share of these boards together. A board to be taken down counts as one that is not
    current, and has no procedures."""
    known = list(found)
    current = [board for board in known if board.state == "current"]
    return Share(
        procedures=sum(board.procedures for board in known),
        posted=sum(board.procedures for board in current),
        boards=len(known),
        current=len(current),
    )


def history_of(office_id: int, key: str) -> Sequence[Hanging]:
    """What hung for a field, newest first, at most 50. One query."""
    rows = PostedEdition.objects.filter(office_id=office_id).select_related(*_WHO)
    found = [row for row in rows.order_by("-confirmed_at", "-id") if field_key(row.field) == key]
    return [_told(row) for row in found[:50]]


def scanned(text: str) -> tuple[str, str, str] | None:
    """The office, field and edition a poster's square says; None when it is no poster's.

    Only the end is read: the address before it is that of wherever the poster was printed.
    """
    match = SCANNED.search(text.strip())
    return (match["office"], match["field"], match["edition"]) if match else None


def lines_of(rows: Iterable[VersionRow]) -> tuple[Line, ...]:
    """Procedures in the words of the poster."""
    return tuple(_line(row) for row in rows)


def edition_of(office: OfficeRow, field: str, lines: Sequence[Line]) -> str:
    """Eight letters and figures that change with any word of the poster."""
    said = [office.name, office.desk_name, field, *(astuple(line) for line in lines)]
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).digest()
    value, letters = int.from_bytes(digest), ""
    for _ in range(EDITION_LENGTH):
        value, index = divmod(value, len(CHECK_ALPHABET))
        letters += CHECK_ALPHABET[index]
    return letters


_WHO = ("confirmed_by", "confirmed_as")


def _poster(office: OfficeRow, field: str, rows: Sequence[VersionRow], in_force_on: date) -> Poster:
    lines = lines_of(rows)
    edition = edition_of(office, field, lines)
    return Poster(office, field, field_key(field), edition, in_force_on, lines)


def _line(row: VersionRow) -> Line:
    term = allowance_words(row.allowance)
    if is_unconfirmed(row, "allowance"):
        term = f"{term} (chưa xác nhận)"
    for case in row.cases:
        if case.allowance:
            term += f"; {case.name}: {allowance_words(case.allowance)}"
    cases = {case.key: f"{case.name}: " for case in row.cases}
    elsewhere = row.not_at_desk_reason or "Không nhận tại bộ phận một cửa"
    return Line(
        code=row.code,
        name=row.name,
        term=term,
        fee=row.fee_text or "Không thu",
        papers=tuple(
            cases.get(one.case, "") + _paper(one.name, one.kind, one.copies)
            for one in row.components
        ),
        result="; ".join(one.name for one in row.results) or row.result,
        elsewhere="" if row.at_desk else elsewhere,
    )


def _paper(name: str, kind: str, copies: int) -> str:
    return f"{name} ({PAPERS[kind]}{f', {copies} bản' if copies > 1 else ''})"


def _hanging(
    office_ids: Sequence[int], day: date, known_at: datetime | None
) -> Mapping[tuple[int, str], Hanging]:
    until = datetime.combine(day + timedelta(days=1), time(), tzinfo=VN)
    if known_at is not None:
        until = min(until, known_at)
    newest = (
        PostedEdition.objects.filter(office_id__in=office_ids, confirmed_at__lt=until)
        .order_by("office_id", "field", "-confirmed_at", "-id")
        .distinct("office_id", "field")
        .select_related(*_WHO)
    )
    return {(row.office_id, row.field): _told(row) for row in newest}


def _told(row: PostedEdition) -> Hanging:
    return Hanging(
        row.edition,
        row.confirmed_at.astimezone(VN),
        row.confirmed_by.full_name,
        row.confirmed_as.title,
    )


def _begun(offices: Iterable[OfficeRow], day: date) -> Mapping[tuple[str, str], date]:
    """For each level and field the last day on which something of it began, changed, left or was
    abolished. One query."""
    levels = {LEVEL_OF[office.kind] for office in offices if office.kind in LEVEL_OF}
    rows = (
        ProcedureVersion.objects.filter(effective_on__lte=day, levels__overlap=sorted(levels))
        .order_by("procedure_id", "effective_on", "id")
        .values_list("procedure_id", "effective_on", "field", "levels")
    )
    found: dict[tuple[str, str], date] = {}
    before: tuple[int, str] = (0, "")
    for procedure_id, effective_on, field, of in rows:
        fields = {field, before[1]} if before[0] == procedure_id else {field}
        for level in of:
            for one in fields:
                known = found.get((level, one), effective_on)
                found[level, one] = max(known, effective_on)
        before = (procedure_id, field)
    return found
