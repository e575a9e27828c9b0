"""Every line of a list of staff against the rules: what it would make, or each of its faults."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.core.text import search_key
from motcua.identity.kinds import WORDS, PositionKind
from motcua.identity.models import Account
from motcua.identity.roster.sheet import HEADS, Cell, SheetLine
from motcua.identity.services.posts import IN_DEPARTMENTS, Placing
from motcua.organization.selectors import OfficeRow, departments

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,59}")
DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
LONGEST = 120
_KINDS = {search_key(WORDS[k]): k for k in PositionKind if k is not PositionKind.PROGRAM}


@dataclass(frozen=True, slots=True)
class Entry:
    """A good line: a person and a post. The same person may stand in several lines."""

    line: int
    full_name: str
    username: str
    placing: Placing
    from_on: date


@dataclass
class Judgement:
    """The whole list: what it would make, and `faults` as (line, column, sentence)."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many people there are, each counted once."""
        return len({entry.username for entry in self.entries})


def judge(lines: Sequence[SheetLine], offices: Sequence[OfficeRow], today: date) -> Judgement:
    """All lines; an office left empty is the first of `offices`. One query."""
    found = Judgement()
    taken = set(Account.objects.values_list("username", flat=True))
    names: dict[str, tuple[str, int]] = {}
    for line in lines:
        faults = list(_person(line, taken, names))
        entry = _entry(line, offices, today, faults)
        found.faults += [(line.number, HEADS[column], words) for column, words in faults]
        if entry is not None and not faults:
            found.entries.append(entry)
    _twice(found)
    return found


def _person(
    line: SheetLine, taken: set[str], names: dict[str, tuple[str, int]]
) -> Iterator[tuple[str, str]]:
    name, username = _text(line, "full_name"), _text(line, "username").lower()
    if not name:
        yield "full_name", "Chưa ghi họ và tên."
    elif len(name) > LONGEST or not any(sign.isalpha() for sign in name):
        yield "full_name", f"Ghi họ và tên bằng chữ, nhiều nhất {LONGEST} ký tự."
    if not username:
        yield "username", "Chưa ghi tên đăng nhập."
    elif not USERNAME.fullmatch(username):
        yield "username", "Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, gạch nối."
    elif username in taken:
        yield "username", f"“{username}” đã có người dùng. Chọn tên khác."
    elif names.setdefault(username, (name, line.number))[0] != name:
        first = names[username][1]
        yield "username", f"“{username}” ở dòng {first} là người khác. Mỗi người một tên."


def _entry(
    line: SheetLine, offices: Sequence[OfficeRow], today: date, faults: list[tuple[str, str]]
) -> Entry | None:
    """The entry; its faults are added to `faults`."""
    office = _office(line, offices)
    kind = _KINDS.get(search_key(_text(line, "kind")))
    from_on = _day(line.cells.get("from_on", ""), today)
    if office is None:
        faults.append(("office", "Không có đơn vị này trong phần quản trị của ông/bà."))
    if kind is None:
        faults.append(("kind", f"Ghi một trong: {', '.join(WORDS[k] for k in _KINDS.values())}."))
    if from_on is None:
        faults.append(("from_on", "Ghi như 05/04/2017."))
    if len(_text(line, "title")) > LONGEST:
        faults.append(("title", f"Nhiều nhất {LONGEST} ký tự."))
    if office is None or kind is None or from_on is None:
        return None
    part = _department(line, office, kind, faults)
    title = _text(line, "title") or WORDS[kind]
    placing = Placing(office.id, kind, title, part)
    name, username = _text(line, "full_name"), _text(line, "username").lower()
    return Entry(line.number, name, username, placing, from_on)


def _office(line: SheetLine, offices: Sequence[OfficeRow]) -> OfficeRow | None:
    given = search_key(_text(line, "office"))
    if not given:
        return offices[0]
    for office in offices:
        if given in (search_key(office.name), search_key(office.short_name), office.slug):
            return office
    return None


def _department(
    line: SheetLine, office: OfficeRow, kind: PositionKind, faults: list[tuple[str, str]]
) -> int | None:
    given = search_key(_text(line, "department"))
    if not given:
        if kind in IN_DEPARTMENTS:
            faults.append(("department", f"{WORDS[kind]} phải thuộc một phòng. Ghi mã hoặc tên."))
        return None
    for part in departments(office.id):
        if part.ended_on is None and given in (search_key(part.code), search_key(part.name)):
            return part.id
    faults.append(("department", f"{office.short_name} không có phòng này. Ghi mã hoặc tên phòng."))
    return None


def _twice(found: Judgement) -> None:
    seen: dict[tuple[str, Placing], int] = {}
    for entry in found.entries:
        first = seen.setdefault((entry.username, entry.placing), entry.line)
        if first != entry.line:
            found.faults.append(
                (entry.line, HEADS["title"], f"Trùng với dòng {first}. Bỏ một dòng.")
            )


def _day(cell: Cell, today: date) -> date | None:
    if isinstance(cell, date):
        return cell
    if not cell:
        return today
    found = DAY.fullmatch(cell)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _text(line: SheetLine, name: str) -> str:
    cell = line.cells.get(name, "")
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell
