"""A decision as a whole against the catalogue: what it would change, or each of its faults."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.catalogue.content import LABELS, LIST, Content
from motcua.catalogue.decisions.asked import KINDS, Entry, Fault, Head
from motcua.catalogue.decisions.chains import Chain, chains
from motcua.catalogue.decisions.codes import Held, core_of, faults_of, holder, split
from motcua.catalogue.decisions.difference import Change, differences
from motcua.catalogue.decisions.folding import ENDING, NEW, Folded, Said, in_force, standing
from motcua.catalogue.decisions.heads import faults_of_head, same_day
from motcua.catalogue.decisions.soundness import Unsound, unsound
from motcua.catalogue.models import Procedure
from motcua.catalogue.selectors import LEVEL_OF, VersionRow, procedures_in_force
from motcua.catalogue.sheets.reading import CODE, INSTEAD, KIND, MAIN_SHEET, SLUG
from motcua.core.text import search_key
from motcua.organization.selectors import departments, offices

OUTSIDE = frozenset({"VPDK"})
"""Departments of the catalogue that are bodies of their own, as `core.flow.process.plain` says."""

_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_DECIDED = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """One procedure of a decision: what is said now, what will be said, what changes.

    `before` None: nothing is in force then; `after` None: nothing will be.
    """

    entry: Entry
    slug: str
    procedure_id: int | None
    name: str
    before: Content | None
    after: Content | None
    replaced_by: str
    changes: Sequence[Change]


@dataclass(slots=True)
class Judgement:
    """The whole decision: each procedure in its order, what must be mended, what to think of."""

    head: Head
    effective_on: date
    items: list[Judged] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many procedures it treats so."""
        return sum(1 for item in self.items if item.entry.kind == kind)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the catalogue holds on the decision's day."""

    by_code: Mapping[str, Sequence[VersionRow]]
    slugs: Mapping[str, int]
    in_force: Mapping[str, VersionRow]


def judge(
    head: Head,
    entries: Sequence[Entry],
    *,
    today: date,
    rebased_on: date | None = None,
    decision: int = _NOT_DECIDED,
) -> Judgement:
    """The decision, to hold from `rebased_on` if given, else from its own day.

    `decision` is its row when it was entered before. Ten queries and the day's catalogue.
    """
    day = rebased_on or head.effective_on
    found = Judgement(head, day)
    found.faults += faults_of_head(head, day, today, rebased_on, decision)
    known = _known(day)
    entries = [_in_two(entry, found) for entry in entries]
    named = [(entry, _slug(entry, known, found)) for entry in entries]
    _twice(named, found)
    ids = {known.slugs[slug] for _, slug in named if slug in known.slugs}
    read = chains(ids)
    ends = {slug for entry, slug in named if entry.kind in ENDING}
    comes = {slug for entry, slug in named if entry.kind == NEW}
    for entry, slug in named:
        procedure_id = known.slugs.get(slug)
        chain = read.get(procedure_id or 0, Chain()).without(decision)
        instead = _instead(entry, known, comes, ends, found)
        said = Said(day, head.signed_on, head.number, decision, entry.kind, entry.content, instead)
        item = _item(entry, slug, procedure_id, chain, said)
        found.items.append(item)
        _of_item(item, chain, said, found)
    _codes_held(found, known)
    names = {item.slug: item.name for item in found.items if item.procedure_id is not None}
    found.warnings += same_day(names, day, decision)
    return found


def codes_at(levels: Collection[str], day: date) -> frozenset[str]:
    """The codes of the departments of all offices of those levels on `day`, and of bodies of their
    own."""
    return OUTSIDE | {
        part.code
        for office in offices(day)
        if LEVEL_OF.get(office.kind) in levels
        for part in departments(office.id)
    }


def slug_from(name: str, taken: Collection[str]) -> str:
    """A slug for a new procedure out of its name, one nobody has."""
    words = re.findall(r"[a-z0-9]+", search_key(name))
    plain = "-".join(words)[:60].strip("-") or "thu-tuc"
    slug, number = plain, 2
    while slug in taken:
        slug, number = f"{plain}-{number}", number + 1
    return slug


def _known(day: date) -> _Known:
    rows = procedures_in_force(day)
    by_code: dict[str, list[VersionRow]] = {}
    for row in rows:
        if row.code:
            by_code.setdefault(row.code, []).append(row)
    slugs = dict(Procedure.objects.values_list("slug", "pk"))
    return _Known(by_code, slugs, {row.slug: row for row in rows})


def _slug(entry: Entry, known: _Known, found: Judgement) -> str:
    """The procedure an entry speaks of; empty when it cannot be known, which is a fault."""
    if entry.kind == NEW:
        return entry.slug or slug_from(str(entry.content.get("name", "")), known.slugs)
    if entry.slug:
        return entry.slug
    core, rows = _by_code(entry.code, known)
    if len(rows) > 1:
        slugs = ", ".join(row.slug for row in rows)
        _fault(found, entry, SLUG, "slug", f"Mã {core} có ở nhiều thủ tục. Ghi khóa: {slugs}.")
        return ""
    if not rows:
        _fault(found, entry, CODE, "code", f"Không có thủ tục mã “{entry.code}” đang có hiệu lực.")
        return ""
    return rows[0].slug


def _by_code(code: str, known: _Known) -> tuple[str, Sequence[VersionRow]]:
    """By the whole code, or by its core when an owner's suffix follows."""
    core = core_of(code)
    return core, known.by_code.get(code) or known.by_code.get(core, ())


def _instead(
    entry: Entry, known: _Known, comes: Collection[str], ends: Collection[str], found: Judgement
) -> str:
    given = entry.replaced_by
    if entry.kind == "replaced" and not given:
        _fault(found, entry, INSTEAD, "replaced_by", "Ghi thủ tục nào thay thế.")
    if not given or entry.kind not in ENDING:
        return ""
    _, rows = _by_code(given, known)
    slug = given if given in known.in_force or given in comes else (rows[0].slug if rows else "")
    if not slug or slug in ends:
        said = f"Thủ tục thay thế “{given}” không có trong danh mục, cũng không ban hành mới ở đây."
        _fault(found, entry, INSTEAD, "replaced_by", said)
        return ""
    return slug


def _item(entry: Entry, slug: str, procedure_id: int | None, chain: Chain, said: Said) -> Judged:
    day = said.effective_on
    before = in_force(chain.versions(), day)
    last = standing(chain.versions(said), day)
    after = None if last is None or last.abolished else last.content
    old = before.content if before else None
    return Judged(
        entry,
        slug,
        procedure_id,
        _name(entry, after, old, slug),
        old,
        after,
        said.replaced_by,
        differences(old, after),
    )


def _name(entry: Entry, after: Content | None, old: Content | None, slug: str) -> str:
    for content in (after, old, entry.content):
        if content and content.get("name"):
            return str(content["name"])
    return slug or entry.code


def _of_item(item: Judged, chain: Chain, said: Said, found: Judgement) -> None:
    entry = item.entry
    if not item.slug or entry.kind not in KINDS:
        return
    if not _PLAIN.fullmatch(item.slug):
        _fault(found, entry, SLUG, "slug", "Khóa chỉ dùng chữ thường không dấu, số, gạch nối.")
    refused = chain.unfounded(said)
    if any(one is said for one in refused):
        _fault(found, entry, KIND, "kind", _groundless(item, chain.versions(), said))
        return
    if refused:
        numbers = ", ".join(dict.fromkeys(one.number for one in refused))
        words = f"Quyết định {numbers} đã duyệt sẽ không còn chỗ đứng. Rút quyết định đó trước."
        _fault(found, entry, KIND, "kind", words)
    if item.after is not None:
        for bad in unsound(item.after, codes_at(item.after["levels"], said.effective_on)):
            found.faults.append(_placed(entry, bad))
        if entry.kind != NEW and not item.changes:
            where = MAIN_SHEET if entry.row else item.name
            said_so = "Không đổi điều gì so với phiên bản đang có."
            found.warnings.append(Fault(said_so, where, entry.row))


def _placed(entry: Entry, bad: Unsound) -> Fault:
    """Where it was written: the line of a list of this file, else the procedure's own line."""
    rows = entry.rows.get(bad.key, ())
    if bad.place is None or not rows:
        return Fault(bad.sentence, _where(entry), entry.row, LABELS[bad.key], bad.key)
    known = LIST[bad.key]
    column = next(one.label for one in known.columns if one.key == bad.column)
    return Fault(bad.sentence, known.label, rows[bad.place], column, bad.key)


def _in_two(entry: Entry, found: Judgement) -> Entry:
    """The entry with its code as it is kept; one that is none is a fault where it does not only
    name the procedure, which is then not found."""
    if entry.kind == NEW or (entry.slug and entry.kind not in ENDING):
        for key, sentence in faults_of(entry):
            _fault(found, entry, LABELS[key], key, sentence)
    return split(entry)


def _codes_held(found: Judgement, known: _Known) -> None:
    """A code is the key of one procedure at a level: no decision gives it to a second one."""
    spoken = {item.slug for item in found.items}
    held = [
        Held(row.slug, row.name, row.code, row.levels)
        for row in known.in_force.values()
        if row.slug not in spoken
    ]
    says = [(item, _held(item, item.after)) for item in found.items if item.after is not None]
    held += [one for _, one in says]
    for item, one in says:
        before = item.before["code"] if item.before else ""
        other = holder(one, held) if one.code and one.code != before else None
        if other is not None:
            words = f"Mã {one.code} là của “{other.name}” ở cùng cấp. Sửa mã, hoặc sửa thủ tục đó."
            _fault(found, item.entry, CODE, "code", words)


def _held(item: Judged, after: Content) -> Held:
    return Held(item.slug, item.name, after["code"], after["levels"])


def _groundless(item: Judged, versions: Sequence[Folded], said: Said) -> str:
    stands = in_force(versions, said.effective_on)
    if said.kind == NEW:
        return f"Thủ tục “{item.slug}” đang có hiệu lực. Ghi “{KINDS['amended']}”, hoặc khóa khác."
    ended = standing(versions, said.effective_on)
    if stands is None and ended is not None and ended.abolished:
        return f"Thủ tục “{item.slug}” đã bãi bỏ từ {ended.effective_on:%d/%m/%Y}."
    return f"Không có thủ tục “{item.slug}” có hiệu lực vào {said.effective_on:%d/%m/%Y}."


def _twice(named: Sequence[tuple[Entry, str]], found: Judgement) -> None:
    counted = Counter(slug for _, slug in named if slug)
    for entry, slug in named:
        if slug and counted[slug] > 1:
            _fault(found, entry, SLUG, "slug", f"Thủ tục “{slug}” có hai dòng. Gộp làm một.")


def _fault(found: Judgement, entry: Entry, column: str, key: str, sentence: str) -> None:
    found.faults.append(Fault(sentence, _where(entry), entry.row, column, key))


def _where(entry: Entry) -> str:
    return MAIN_SHEET if entry.row else str(entry.content.get("name") or entry.slug or entry.code)
