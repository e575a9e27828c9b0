"""The files of one dossier: paper by paper what is digitised, and the form that sends more."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act, Purpose, Source
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, seq_from, value
from motcua.desk.rendering import page
from motcua.desk.views.dossier import meet
from motcua.dossiers import refusals
from motcua.dossiers.asked import Asked, Done, FileData
from motcua.dossiers.selectors.filed import LOOSE, Filed, filed, filed_one, may_detach
from motcua.dossiers.selectors.page import DossierPage, Standing, page_of
from motcua.dossiers.selectors.reusable import reusable
from motcua.dossiers.selectors.scans import scans
from motcua.dossiers.services import attach, detach
from motcua.files import refusals as files_refusals
from motcua.files.incoming import Incoming, taking
from motcua.files.kinds import ACCEPT
from motcua.identity.grants import Duty

LOOSE_FIELD = "other"
SCAN = "scan-"
"""Begins the name of a field that says for which paper a scan is."""

REUSE = "r"
"""Begins the name of a field that says for which paper an earlier file serves."""
Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the page: a paper of the checklist, or what is none; with the files that are there.

    `field` is the name of its file input, empty where nothing may be put.
    """

    name: str
    field: str
    component: int
    applies: bool
    files: Sequence[Filed]


@official(Duty.OPEN)
def files(request: DeskRequest, code: str) -> HttpResponse:
    """GET lists; POST takes what was sent, and says of each file that was not taken why."""
    stands = _open(request, code)
    if request.method == "POST":
        return _send(request, stands)
    return _draw(request, stands)


@official(Duty.OPEN)
def remove(request: DeskRequest, code: str, number: int) -> HttpResponse:
    """Take a file away from the dossier's papers: why, then once."""
    stands = _open(request, code)
    try:
        one = filed_one(stands, number)
    except Refused as refused:
        raise Http404(refusals.sentence(refused)) from None
    if request.method != "POST":
        return _ask(request, stands, one)
    asked = Asked(stands.id, seq_from(request.POST), request.at, request.actor)
    reason = value(request.POST, "reason")
    (outcome,) = detach([asked], key=key_from(request.POST), number=number, reason=reason)
    if isinstance(outcome, Done):
        answer = HttpResponseRedirect(reverse("desk:files", args=[stands.code]))
        return toasts.leave(answer, toasts.Toast(f"Đã gỡ tệp số {number}."))
    place = "id_reason" if outcome.code in ("no_reason", "text_too_long") else ""
    return _ask(request, stands, one, [(place, refusals.sentence(outcome))], 422)


def _open(request: DeskRequest, code: str) -> Standing:
    """As it stands for this officer; an office above does not see files."""
    stands = meet(request, code)
    if stands.masked:
        raise Http404("masked")
    return stands


def allowed(stands: Standing, act: Act) -> bool:
    """Whether the act may be done now."""
    return any(offer.act is act and offer.refusal is None for offer in stands.acts)


def _send(request: DeskRequest, stands: Standing) -> HttpResponse:
    if not allowed(stands, Act.ATTACH):
        return _draw(
            request, stands, [("", _said(Refused("not_your_act", title=request.actor.title)))], 403
        )
    with taking() as take:
        taken, faults = _taken(request, stands, take)
        taken += [*_again(request, stands), *_scanned(request, stands)]
        if not taken and not faults:
            faults = [("", _said(Refused("no_files")))]
        asked = Asked(stands.id, seq_from(request.POST), request.at, request.actor)
        if taken:
            (outcome,) = attach([asked], key=key_from(request.POST), files=taken)
            if isinstance(outcome, Refused):
                return _draw(request, stands, [*faults, ("", _said(outcome))], 409)
    if faults:
        again = meet(request, stands.code)
        return _draw(request, again, faults, 422, done=len(taken))
    answer = HttpResponseRedirect(reverse("desk:files", args=[stands.code]))
    return toasts.leave(answer, toasts.Toast(f"Đã kèm {len(taken)} tệp."))


def _taken(
    request: DeskRequest, stands: Standing, take: Callable[[Iterable[bytes]], Incoming]
) -> tuple[list[FileData], list[Fault]]:
    """Each file that was sent, looked through; those that may not be kept, as faults."""
    taken: list[FileData] = []
    faults: list[Fault] = []
    for field, purpose, component in _fields(request, stands):
        for place, sent in enumerate(request.FILES.getlist(field), start=1):
            try:
                one = take(sent.chunks())
                taken.append(FileData(one, one.pages, purpose, component))
            except Refused as refused:
                faults.append((f"id_{field}", _told(field, place, refused)))
    cut = getattr(request, "too_large", ())  # by `config.uploads`, while the form was read
    faults += [(f"id_{field}", _told(field, 0, _too_large())) for field in cut]
    return taken, faults


def _again(request: DeskRequest, stands: Standing) -> list[FileData]:
    """What was digitised before and is to serve again; only what the page itself would offer."""
    wanted = {name: value(request.POST, name) for name in request.POST if name.startswith(REUSE)}
    if not any(wanted.values()):
        return []
    known = dict(stands.row.components.filter(applies=True).values_list("ordinal", "name"))
    found = []
    for one in reusable(stands):
        chosen = wanted.get(f"{REUSE}{one.id}", "")
        if not chosen.isascii() or not chosen.isdecimal():
            continue
        component = int(chosen) if int(chosen) in known else 0
        purpose = Purpose.COMPONENT if component else Purpose.OTHER
        found.append(FileData(one, one.pages, purpose, component, Source.REUSED, one.id))
    return found


def _scanned(request: DeskRequest, stands: Standing) -> list[FileData]:
    """What waits at the scanner and is to be put to this dossier."""
    wanted = {name: value(request.POST, name) for name in request.POST if name.startswith(SCAN)}
    if not any(wanted.values()):
        return []
    known = dict(stands.row.components.filter(applies=True).values_list("ordinal", "name"))
    found = []
    for one in scans(request.actor):
        chosen = wanted.get(f"{SCAN}{one.uuid}", "")
        if not chosen.isascii() or not chosen.isdecimal():
            continue
        component = int(chosen) if int(chosen) in known else 0
        purpose = Purpose.COMPONENT if component else Purpose.OTHER
        found.append(FileData(one, one.pages, purpose, component, Source.SCANNER, scan=one.uuid))
    return found


def _fields(request: DeskRequest, stands: Standing) -> Iterator[tuple[str, Purpose, int]]:
    for ordinal in stands.row.components.filter(applies=True).values_list("ordinal", flat=True):
        yield f"c{ordinal}", Purpose.COMPONENT, ordinal
    chosen = value(request.POST, "purpose")
    known = dict(LOOSE)
    yield LOOSE_FIELD, Purpose(chosen) if chosen in known else Purpose.OTHER, 0


def _too_large() -> Refused:
    return Refused("file_too_large", most=settings.MOTCUA_FILES.file_bytes // 1_000_000)


def _told(field: str, place: int, refused: Refused) -> str:
    where = "Giấy tờ khác" if field == LOOSE_FIELD else f"Giấy tờ {field[1:]}"
    which = f", tệp thứ {place}" if place else ""
    return f"{where}{which}: {_said(refused)}"


def _said(refused: Refused) -> str:
    return files_refusals.sentence(refused) or refusals.sentence(refused)


def places(shown: DossierPage, there: Sequence[Filed], *, open_: bool) -> Sequence[Place]:
    """The papers of the checklist in their order, then what is none of them."""
    found = [
        Place(
            paper.name,
            f"c{paper.ordinal}" if open_ and paper.applies else "",
            paper.ordinal,
            paper.applies,
            [one for one in there if one.component == paper.ordinal],
        )
        for paper in shown.components
    ]
    loose = [one for one in there if not one.component]
    return [*found, Place("Giấy tờ khác", LOOSE_FIELD if open_ else "", 0, True, loose)]


def _draw(
    request: DeskRequest,
    stands: Standing,
    faults: Sequence[Fault] = (),
    status: int = 200,
    done: int = 0,
) -> HttpResponse:
    shown, there = page_of(stands), filed(stands)
    may_send = allowed(stands, Act.ATTACH)
    has = {one.sha256 for one in there}
    limits = settings.MOTCUA_FILES
    context = {
        "dossier": shown,
        "places": places(shown, there, open_=may_send),
        "there": there,
        "scans": scans(request.actor) if may_send else (),
        "may_scan": may(request.actor, Act.RECEIVE),
        "purposes": LOOSE,
        "may_send": may_send,
        "earlier": [o for o in reusable(stands) if o.sha256 not in has] if may_send else (),
        "may_remove": may_detach(stands),
        "faults": faults,
        "done": done,
        "accept": ACCEPT,
        "most_file": limits.file_bytes // 1_000_000,
        "most_dossier": limits.dossier_bytes // 1_000_000,
        "key": uuid4(),
    }
    return page(request, "desk/files/files.html", context, here="inbox", status=status)


def _ask(
    request: DeskRequest,
    stands: Standing,
    one: Filed,
    faults: Sequence[Fault] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "dossier": page_of(stands),
        "file": one,
        "may_remove": may_detach(stands),
        "reason": value(request.POST, "reason"),
        "faults": faults,
        "key": key_from(request.POST) if status != 200 else uuid4(),
    }
    return page(request, "desk/files/remove.html", context, here="inbox", status=status)
