"""The inbox of a position, and one confirmation for many dossiers at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4, uuid5

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.flow import Act
from motcua.desk import kept
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from
from motcua.desk.rail import ON_STEPS
from motcua.desk.rendering import page
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.inbox import Inbox, InboxRow, Tab, inbox
from motcua.dossiers.services import hand_over, return_to_desk
from motcua.dossiers.services.signing import approve_opened

TABS: Sequence[tuple[str, Tab, str]] = (
    ("", "todo", "Cần làm"),
    ("cho-nguoi-dan", "citizen", "Chờ người dân"),
)
BULK: Mapping[Act, Callable[..., list[Outcome]]] = {
    Act.HAND_OVER: hand_over,
    Act.APPROVE: approve_opened,
    Act.RETURN_TO_DESK: return_to_desk,
}
DONE_WORDS = {
    Act.HAND_OVER: "Đã chuyển",
    Act.APPROVE: "Đã duyệt và chuyển",
    Act.RETURN_TO_DESK: "Đã chuyển kết quả về một cửa",
}


@dataclass(frozen=True, slots=True)
class Ticked:
    """A ticked row with the seq its page was drawn from."""

    row: InboxRow
    seq: int

    @property
    def value(self) -> str:
        """What the tick box carries."""
        return f"{self.row.code}|{self.row.step}|{self.seq}"


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one ticked dossier, in words."""

    code: str
    owner: str
    words: str
    done: bool


@official(*ON_STEPS)
def waiting(request: DeskRequest) -> HttpResponse:
    """What waits, grouped by when it runs out."""
    wanted = request.GET.get("loc", "")
    tab: Tab = next((tab for slug, tab, _ in TABS if slug == wanted), "todo")
    shown = inbox(request.actor, request.at, tab)
    back = kept.take(request)
    context = {
        "inbox": shown,
        "tabs": [(slug, name, shown.counts.get(key, 0), key == tab) for slug, key, name in TABS],
        "ticked": set(back.getlist("pick")) if back else set(),
    }
    return page(request, "desk/inbox.html", context, here="inbox", waiting=shown.waiting)


@official(*ON_STEPS)
@require_POST
def together(request: DeskRequest) -> HttpResponse:
    """The ticked rows: asked about once, then done, with an outcome for each."""
    ticked = _ticked(request, inbox(request.actor, request.at))
    if not ticked:
        context = {"faults": [("", "Chưa đánh dấu hồ sơ nào. Đánh dấu rồi bấm lại.")]}
        return page(request, "desk/together.html", {**context, "ticked": []}, here="inbox")
    if "sure" not in request.POST:
        context_ = {"ticked": ticked, "key": uuid4()}
        return page(request, "desk/together.html", context_, here="inbox")
    told = _perform(request, ticked, key_from(request.POST))
    return page(request, "desk/together_done.html", {"told": told}, here="inbox")


def _ticked(request: DeskRequest, shown: Inbox) -> Sequence[Ticked]:
    """Only what stands in the officer's own inbox can be ticked."""
    rows = {(row.code, row.step): row for group in shown.groups for row in group.rows}
    found = []
    for value in request.POST.getlist("pick"):
        code, step, seq = (*value.split("|"), "", "")[:3]
        row = rows.get((code, step))
        if row is not None and seq.isdigit():
            found.append(Ticked(row, int(seq)))
    return found


def _perform(request: DeskRequest, ticked: Sequence[Ticked], key: UUID) -> Sequence[Told]:
    """One call for each act and step; the key of each follows from the button's."""
    groups: dict[tuple[Act, str], list[Ticked]] = {}
    for one in ticked:
        groups.setdefault((one.row.next_act, one.row.step), []).append(one)
    told: list[Told] = []
    for (act, step), ones in groups.items():
        service = BULK.get(act)
        if service is None:
            continue
        asked = [Asked(one.row.dossier, one.seq, request.at, request.actor) for one in ones]
        outcomes = service(asked, key=uuid5(key, f"{act}:{step}"), step=step)
        told += [_told(one.row, act, outcome) for one, outcome in zip(ones, outcomes, strict=True)]
    return told


def _told(row: InboxRow, act: Act, outcome: Outcome) -> Told:
    done = isinstance(outcome, Done)
    words = DONE_WORDS[act] if isinstance(outcome, Done) else sentence(outcome)
    return Told(row.code, row.owner, words, done)
