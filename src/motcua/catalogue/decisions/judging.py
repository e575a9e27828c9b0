"""A decision as a whole against the catalogue: what it would change, or each of its faults."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from motcua.catalogue.content import LABELS, Content
from motcua.catalogue.decisions.asked import KINDS, Entry, Fault, Head
from motcua.catalogue.decisions.chains import Chain, chains
from motcua.catalogue.decisions.difference import Change, differences
from motcua.catalogue.decisions.folding import ENDING, NEW, Folded, Said, in_force, standing
from motcua.catalogue.decisions.soundness import unsound
from motcua.catalogue.models import Procedure, Promulgation, PromulgationItem
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
    found.faults += _of_head(head, day, today, rebased_on, decision)
    known = _known(day)
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
    found.warnings += _same_day(ids, day, decision, known)
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


def _of_head(
    head: Head, day: date, today: date, rebased_on: date | None, decision: int
) -> Iterator[Fault]:
    if head.signed_on > today:
        yield Fault(f"Ngày ký {head.signed_on:%d/%m/%Y} chưa đến. Xem lại.", key="signed_on")
    if head.effective_on < head.signed_on:
        yield Fault("Ngày có hiệu lực trước ngày ký. Xem lại hai ngày.", key="effective_on")
    if day <= today and rebased_on is None:
        yield Fault(
            f"Ngày có hiệu lực {day:%d/%m/%Y} đã đến hoặc đã qua. Phiên bản đang có hiệu lực không "
            f"đổi lùi: chọn áp dụng lại từ một ngày sắp tới, sớm nhất "
            f"{today + timedelta(days=1):%d/%m/%Y}, rồi xem chỗ khác ở trang so sánh.",
            key="rebased_on",
        )
    elif day <= today:
        yield Fault("Ngày áp dụng lại phải từ ngày mai trở đi.", key="rebased_on")
    same = Promulgation.objects.filter(
        number=head.number, issuer=head.issuer, signed_on=head.signed_on, withdrawn_at=None
    ).exclude(pk=decision)
    if same.exists():
        yield Fault("Quyết định này đã nhập rồi. Mở ở danh sách quyết định.", key="number")


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
    core = ".".join(code.split(".")[:2])
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
        for key, sentence in unsound(item.after, codes_at(item.after["levels"], said.effective_on)):
            _fault(found, entry, LABELS[key], key, sentence)
        if entry.kind != NEW and not item.changes:
            where = MAIN_SHEET if entry.row else item.name
            said_so = "Không đổi điều gì so với phiên bản đang có."
            found.warnings.append(Fault(said_so, where, entry.row))


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
    codes = Counter(
        str(entry.content["code"]) for entry, _ in named
        if entry.kind == NEW and entry.content.get("code")
    )  # fmt: skip
    for entry, slug in named:
        if slug and counted[slug] > 1:
            _fault(found, entry, SLUG, "slug", f"Thủ tục “{slug}” có hai dòng. Gộp làm một.")
        elif entry.kind == NEW and codes[str(entry.content.get("code", ""))] > 1:
            _fault(found, entry, CODE, "code", f"Mã “{entry.code}” có hai dòng ban hành mới.")


def _same_day(ids: Collection[int], day: date, decision: int, known: _Known) -> Iterator[Fault]:
    """Other decisions, approved or waiting, over the same procedures on the same day."""
    slugs = [slug for slug, pk in known.slugs.items() if pk in ids]
    others = (
        PromulgationItem.objects.filter(slug__in=slugs, promulgation__withdrawn_at=None)
        .exclude(promulgation=decision)
        .select_related("promulgation")
    )
    for other in others:
        about = other.promulgation
        if (about.rebased_on or about.effective_on) == day:
            yield Fault(
                f"Quyết định {about.number} cùng ngày hiệu lực cũng nói về thủ tục này. Hai quyết "
                "định thành một phiên bản; chỗ trùng thì quyết định ký sau được lấy.",
                sheet=known.in_force[other.slug].name
                if other.slug in known.in_force
                else other.slug,
            )


def _fault(found: Judgement, entry: Entry, column: str, key: str, sentence: str) -> None:
    found.faults.append(Fault(sentence, _where(entry), entry.row, column, key))


def _where(entry: Entry) -> str:
    return MAIN_SHEET if entry.row else str(entry.content.get("name") or entry.slug or entry.code)
