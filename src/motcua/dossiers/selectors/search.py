"""Find dossiers by code, tail, name without accents, phone or paper's number, in one's scope."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.codes import DossierCode, NotACode
from motcua.core.text import search_key
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.intake import Role
from motcua.dossiers.references import reference_in
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.page import face_of
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor

PAGE = 50
LEAF = 100
"""Rows of a page of a list that is turned page by page."""
_TAIL = re.compile(r"(?:(\d{6})-)?(\d{4,6})")


@dataclass(frozen=True, slots=True)
class Found:
    """One dossier in a list; `holder` in words, where the list says who has it now.
    `entered_late`: typed in from a slip written by hand (nhập bù)."""

    code: str
    owner: str
    procedure: str
    stage: str
    received_at: datetime
    due_at: datetime | None
    face: Face
    holder: str = ""
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Hits:
    """The first hits and whether there are more than the page holds."""

    rows: Sequence[Found]
    more: bool


def code_in(words: str) -> str | None:
    """The dossier code that `words` are, or None. No query; needs no scope to answer."""
    try:
        return str(DossierCode.parse(words))
    except NotACode:
        return None


def offices_with_dossiers() -> frozenset[int]:
    """The offices that have received any dossier. One query."""
    return frozenset(Dossier.objects.order_by().values_list("office_id", flat=True).distinct())


def any_dossier() -> bool:
    """Whether there is any dossier at all. One query."""
    return Dossier.objects.exists()


def search(actor: Actor, words: str, at: datetime, stages: Sequence[str] = ()) -> Hits:
    """Dossiers `actor` may open that match `words`, newest first; all of them when empty.

    A code, `170331-0012` or `0012`; nine or more digits as a phone or a paper's number; else
    every word of a name, without accents, in any order. One query.
    """
    chosen = visible_to(actor)
    if stages:
        chosen = chosen.filter(stage__in=stages)
    chosen = _matching(chosen, words.strip()) if words.strip() else chosen
    return listed(chosen.order_by("-received_at", "-id"), at)


def listed(chosen: QuerySet[Dossier], at: datetime, page: int = PAGE) -> Hits:
    """The first `page` of `chosen` as rows. One query."""
    rows = list(_told(chosen)[: page + 1])
    return Hits([_found(row, at) for row in rows[:page]], more=len(rows) > page)


def turned(chosen: QuerySet[Dossier], at: datetime, number: str | None) -> "Page[Found]":
    """The page `number` of `chosen`, which is in an order that leaves no two alike; the first or
    last for what is no page of it. Two queries."""
    page: Page[Any] = Paginator(_told(chosen), LEAF).get_page(number)
    page.object_list = [_found(row, at) for row in page.object_list]
    return page


def _told(chosen: QuerySet[Dossier]) -> QuerySet[Any]:
    owner = Party.objects.filter(dossier_id=OuterRef("pk"), role=Role.OWNER, ordinal=0)
    told = chosen.annotate(
        owner=owner.values("name")[:1], case=KT("flow__case"), entered_late=KT("flow__late")
    )
    return told.defer("flow")


def _found(row: Any, at: datetime) -> Found:
    return Found(
        code=row.code,
        owner=row.owner or "",
        procedure=catalogue.version(row.procedure_version_id).name,
        stage=row.stage,
        received_at=row.received_at.astimezone(VN),
        due_at=row.due_at and row.due_at.astimezone(VN),
        face=face_of(row, at, row.case or ""),
        entered_late=bool(row.entered_late),
    )


def to_return(actor: Actor, at: datetime) -> Hits:
    """Results that wait at the desk of the officer's office, oldest first. One query."""
    waiting = visible_to(actor).filter(answered_by(actor.office_id), stage="finished")
    return listed(waiting.order_by(F("finished_at"), "id"), at, page=200)


def _matching(chosen: QuerySet[Dossier], words: str) -> QuerySet[Dossier]:
    code = code_in(words) or reference_in(words)
    if code:
        return chosen.filter(code=code)
    compact = re.sub(r"[\s.\-]", "", words)
    tail = _TAIL.fullmatch(words.replace(" ", ""))
    if tail:
        ending = f"-{tail[1]}-{tail[2]}" if tail[1] else f"-{tail[2]}"
        return chosen.filter(code__endswith=ending)
    if compact.isdigit() and len(compact) >= 9:
        return chosen.filter(_party(Q(id_number=compact) | Q(phone=compact)))
    named = Q()
    for word in search_key(words).split():
        named &= Q(search_key__contains=word)
    return chosen.filter(_party(named))


def _party(condition: Q) -> Exists:
    return Exists(Party.objects.filter(condition, dossier_id=OuterRef("pk")))
