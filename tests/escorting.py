"""A dossier escorted along its route at the desk's own addresses: each act by whoever the process
and the law name, refused to everybody else who has a log-in, and nothing written by the refused."""

import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from pypdf import PdfReader

import acting
from motcua.core.clock import VN, add_working_minutes, national_calendar
from motcua.dossiers.models import Dossier, Event
from motcua.identity.services import Post
from motcua.organization import timekeeping
from world import World

REFUSED = (403, 404)
UNFILLED = re.compile(r"\bNone\b|\bnull\b|[{}]|undefined|TODO")
"""What a place left empty on paper would look like."""


@dataclass
class House:
    """Everybody with a log-in in the offices of one year, the Monday dossiers come in, and a day by
    which all of them are done; both at an hour offices work."""

    world: World
    posts: Mapping[str, Post]
    monday: datetime
    done_by: datetime

    def same_post(self, username: str) -> set[str]:
        """Those who hold a post of the same kind in the same part of the same office."""
        mine = self.posts[username]
        return {
            name
            for name, post in self.posts.items()
            if (post.kind, post.office_id, post.department_id)
            == (mine.kind, mine.office_id, mine.department_id)
        }

    def everybody_near(self, office: str) -> list[str]:
        """Whoever works at the office, at a body outside, and at the province."""
        return [n for n in self.posts if n.endswith((f".{office}", ".thanh-hoa")) or "." not in n]


class Escort:
    """One dossier of `office` under `slug`, at the moment it has come to; watched by `watchers`."""

    def __init__(self, house: House, office: str, slug: str, watchers: Collection[str]) -> None:
        self.house, self.office, self.slug = house, office, slug
        self.watchers = watchers
        self.code = ""
        self.stand_at(house.monday)

    def stand_at(self, moment: datetime) -> None:
        """It is `moment` for everybody."""
        self.at = moment
        timekeeping.set_demonstration(moment)

    def wait(self, *, hours: float = 0, days: int = 0) -> None:
        """So many working hours and then calendar days later."""
        later = add_working_minutes(national_calendar(), self.at, round(hours * 60))
        assert later is not None
        self.stand_at(later + timedelta(days=days))

    @property
    def dossier(self) -> Dossier:
        return Dossier.objects.get(code=self.code)

    @property
    def due(self) -> datetime:
        due = self.dossier.due_at
        assert due is not None
        return due.astimezone(VN)

    @property
    def events(self) -> list[str]:
        told = Event.objects.filter(dossier__code=self.code).order_by("seq")
        return list(told.values_list("kind", flat=True))

    def name(self, role: str) -> str:
        """The log-in of a role of this office; a body outside, or another's, has its own name."""
        return role if role in self.house.posts else f"{role}.{self.office}"

    def client(self, role: str) -> Client:
        return self.house.world.as_(self.name(role))

    def fellows(self, *roles: str) -> set[str]:
        """Everybody who holds such posts."""
        return set().union(*(self.house.same_post(self.name(role)) for role in roles))

    def receive(self, **changes: str) -> str:
        """Over the counter by a clerk, the only ones who have one; answers the receipt's words.
        Free of charge: money has its own tests, and drawers of its own days."""
        form = acting.intake(self.slug, **{"fee": "0", **changes})
        self.refused_to_others("/can-bo/tiep-nhan", {"motcua"}, form)
        self.code = acting.receive(self.client("motcua"), **form)
        slip = self.paper("motcua", "giay-hen.pdf")
        assert words_of(self.at) in slip
        assert words_of(self.due) in slip
        return slip

    def refuse_intake(self, reason: str) -> str:
        """Not taken in; answers the words of the letter that says why."""
        form = acting.intake(self.slug, do="refuse-now", reason=reason)
        self.refused_to_others("/can-bo/tiep-nhan", {"motcua"}, form)
        answer = self.client("motcua").post("/can-bo/tiep-nhan", form)
        assert answer.status_code == 302, acting.words(answer)
        self.code = answer["Location"].split("/")[3]
        return self.paper("motcua", "giay-to/1.pdf")

    def step(self, key: str, role: str, button: str, hours: float = 0, **form: Any) -> None:
        """The step is opened, worked at for so many hours, and left by that button. What a body
        outside holds may also be passed on by the desk the dossier belongs to."""
        self.client(role).get(f"/can-bo/ho-so/{self.code}")
        self.wait(hours=hours)
        desk = () if "." in self.name(role) else ("motcua",)
        self.act(button, role, *desk, step=key, **form)

    def act(
        self, button: str, role: str, *also: str, step: str = "", letter: str = "", **form: Any
    ) -> str:
        """`role` presses; holders of such a post and of `also` might have, nobody else may.
        Answers the words of the `letter` this gives rise to."""
        sent = {"seq": str(self.dossier.head_seq), "step": step, **form}
        address = f"/can-bo/ho-so/{self.code}/{button}"
        self.refused_to_others(address, {role, *also}, sent)
        seq = self.dossier.head_seq + 1
        answer = acting.press(self.client(role), self.code, button, **form)
        assert answer.status_code == 302, (button, role, acting.words(answer))
        if not letter:
            return ""
        said = self.paper(role, f"giay-to/{seq}.pdf")
        assert letter in said, said
        return said

    def refused(self, button: str, role: str, **form: Any) -> str:
        """What whoever might do it at another time is told now; nothing is written."""
        before = self.dossier.head_seq
        sent = {"seq": str(before), "key": str(uuid4()), **form}
        answer = self.client(role).post(f"/can-bo/ho-so/{self.code}/{button}", sent)
        assert answer.status_code in (403, 409), acting.words(answer)
        assert self.dossier.head_seq == before
        return acting.words(answer)

    def give_out(self, **form: str) -> None:
        """Into the hands of who fetches it; only a clerk of this desk gives it out."""
        sent = {
            "do": "return", "key": str(uuid4()), "pick": f"{self.code}|{self.dossier.head_seq}",
            "collector": "owner", "slip": "shown", "fee_taken": "on", **form,
        }  # fmt: skip
        address = f"/can-bo/ho-so/{self.code}/tra-ket-qua"
        self.refused_to_others(address, {"motcua"}, sent)
        answer = self.client("motcua").post(address, sent)
        assert answer.status_code == 302, acting.words(answer)
        assert self.dossier.stage == "returned"

    def refused_to_others(
        self, address: str, roles: Collection[str], form: Mapping[str, Any]
    ) -> None:
        """Whoever watches and holds none of these posts is refused, and nothing is written."""
        may = self.fellows(*roles)
        before = Event.objects.count()
        for name in self.watchers:
            if name not in may:
                answer = self.house.world.as_(name).post(address, {**form, "key": str(uuid4())})
                assert answer.status_code in REFUSED, (name, address, acting.words(answer))
        assert Event.objects.count() == before, address

    def paper(self, role: str, path: str) -> str:
        """A paper of the dossier as it is read: with its code, and no place left unfilled."""
        said = text_of(self.client(role).get(f"/can-bo/ho-so/{self.code}/{path}"))
        assert self.code in said.replace(" ", ""), said
        assert not UNFILLED.search(said), said
        return said


def words_of(at: datetime) -> str:
    """A moment as papers write it."""
    month = f"{at.month:02d}" if at.month < 3 else str(at.month)
    return f"{at.hour:02d} giờ {at.minute:02d} phút, ngày {at.day:02d}/{month}/{at.year}"


def text_of(answer: HttpResponse) -> str:
    """The words of a PDF."""
    assert answer.status_code == 200, answer.status_code
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
