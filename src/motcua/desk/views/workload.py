"""What lies with whom: figures by post, the dossiers behind each, and giving some to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from motcua.boxes.selectors.workload import Behind, behind_load, open_rows, workload
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk.forms.hands import ALL
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rendering import page
from motcua.desk.views.inbox import Ticked, Told
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.services import assign
from motcua.identity.grants import Duty
from motcua.identity.kinds import LEADERS

SLUGS: Mapping[str, tuple[str, str]] = {
    "dang-giu": ("open", "Đang giữ"),
    "qua-han": ("late", "Quá hạn bước"),
    "hom-nay": ("today", "Hết hạn hôm nay"),
    "sap-han": ("near", "Sắp hạn"),
    "chua-nhan": ("untaken", "Giao quá 2 giờ chưa nhận"),
    "da-den": ("received", "Đến trong 5 ngày làm việc"),
    "da-xong": ("finished", "Xong trong 5 ngày làm việc"),
}
MOST = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a row: `slug` opens the dossiers behind it."""

    slug: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class To:
    """Somebody the ticked dossiers may be given to."""

    value: str
    name: str
    title: str


@official(Duty.WORKLOAD)
def loads(request: DeskRequest) -> HttpResponse:
    """Every post of the scope with its figures."""
    groups = workload(request.actor, request.at)
    context = {
        "groups": [
            (group, [(load, _figures(load.counts)) for load in (*group.rows, group.total)])
            for group in groups
        ],
        "heads": [name for _, name in SLUGS.values()],
        "anything": any(any(group.total.counts.values()) for group in groups),
    }
    return page(request, "desk/workload.html", context, here="overview")


@official(Duty.WORKLOAD)
def behind(request: DeskRequest, kind: str) -> HttpResponse:
    """The dossiers behind one figure; a head may tick some and give them to another."""
    return _draw(request, kind, request.GET.get("nhom", ""), request.GET.get("ai", ""))


@official(Act.ASSIGN)
@require_POST
def reassign(request: DeskRequest) -> HttpResponse:
    """The ticked dossiers to one of the group: asked about once, an outcome for each."""
    key, who = value(request.POST, "nhom"), value(request.POST, "ai")
    ticked, to = _ticked(request), value(request.POST, "to")
    shown = _behind(request, "dang-giu", key, who)
    people = {one.value: one for one in offered(shown)}
    fault = _fault(ticked, to, people)
    if fault:
        return _draw(request, value(request.POST, "kind"), key, who, [fault], status=422)
    context = {"ticked": ticked, "to": people[to], "nhom": key, "ai": who}
    if "sure" not in request.POST:
        return page(
            request, "desk/workload_sure.html", {**context, "key": uuid4()}, here="overview"
        )
    told = _assign(request, ticked, to, key_from(request.POST))
    return page(request, "desk/workload_done.html", {**context, "told": told}, here="overview")


def _fault(ticked: Sequence[Ticked], to: str, people: Mapping[str, To]) -> tuple[str, str] | None:
    if not ticked:
        return "", "Chưa đánh dấu hồ sơ nào. Đánh dấu rồi bấm lại."
    if to not in people:
        return "id_to_1", "Chưa chọn người nhận việc. Chọn một người trong phòng, hoặc cả phòng."
    return None


def _ticked(request: DeskRequest) -> Sequence[Ticked]:
    """Only what is open within the scope can be ticked."""
    picks = [(*one.split("|"), "", "")[:3] for one in request.POST.getlist("pick")][:MOST]
    codes = {code for code, _, _ in picks}
    rows = {(row.code, row.step): row for row in open_rows(request.actor, request.at, codes)}
    return [
        Ticked(rows[code, step], int(seq))
        for code, step, seq in picks
        if (code, step) in rows and seq.isascii() and seq.isdigit() and len(seq) < 10
    ]


def _assign(request: DeskRequest, ticked: Sequence[Ticked], to: str, key: UUID) -> Sequence[Told]:
    """One call for each step; the key of each follows from the button's."""
    officer = None if to == ALL else UUID(to)
    told: list[Told] = []
    for step in dict.fromkeys(one.row.step for one in ticked):
        ones = [one for one in ticked if one.row.step == step]
        asked = [Asked(one.row.dossier, one.seq, request.at, request.actor) for one in ones]
        outcomes = assign(asked, officer=officer, step=step, key=uuid5(key, step))
        for one, outcome in zip(ones, outcomes, strict=True):
            words = "Đã giao" if isinstance(outcome, Done) else sentence(outcome)
            told.append(Told(one.row.code, one.row.owner, words, isinstance(outcome, Done)))
    return told


def _draw(
    request: DeskRequest,
    kind: str,
    key: str,
    who: str,
    faults: Sequence[tuple[str, str]] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    shown = _behind(request, kind, key, who)
    gone = kind in ("da-den", "da-xong")
    gives = not gone and may(request.actor, Act.ASSIGN) and bool(offered(shown))
    context = {
        "shown": shown,
        "title": SLUGS[kind][1],
        "kind": kind,
        "nhom": key,
        "ai": who,
        "kinds": [(slug, name) for slug, (_, name) in SLUGS.items()],
        "gone": gone,
        "offered": offered(shown) if gives else (),
        "ticked": set(request.POST.getlist("pick")),
        "to": value(request.POST, "to"),
        "faults": faults,
    }
    return page(request, "desk/workload_rows.html", context, here="overview", status=status)


def _behind(request: DeskRequest, kind: str, key: str, who: str) -> Behind:
    known = SLUGS.get(kind, ("", ""))[0]
    try:
        return behind_load(request.actor, request.at, kind=known, key=key, who=who)
    except Refused as refused:
        raise Http404(sentence(refused)) from None


def offered(shown: Behind) -> Sequence[To]:
    """The people of a group whose steps one of them may have; a leader's are nobody else's."""
    if any(one.kind in LEADERS or one.department_id is None for one in shown.colleagues):
        return ()
    people = [To(str(one.position_uuid), one.person, one.title) for one in shown.colleagues]
    return [*people, To(ALL, "Cả phòng", "không giao riêng ai")] if people else ()


def _figures(counts: Mapping[str, int]) -> Sequence[Figure]:
    return [Figure(slug, name, counts[known]) for slug, (known, name) in SLUGS.items()]
