"""Pages and jobs killed while clerks press: no act is lost and none done twice, and every notice is
sent. What repeats at a real mail server is held by `tests/messages/test_killed.py`."""

import http.client
import random
import re
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.cookies import SimpleCookie
from os import kill
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Q

import watching
from acting import intake
from motcua.core.delivery import State
from motcua.dossiers import services
from motcua.dossiers.models import ActKey, Dossier, Event
from motcua.dossiers.verifying.run import differences
from motcua.messages.models import Attempt, OutboxMessage
from office import OWNER, Office
from postgres_session import Server
from posting import free_port
from world import NOW, PASSWORD

SEED = 20261130
CLERKS, EACH, KILLS = ("clerk", "clerk2", "clerk", "clerk2"), 12, 20
QUEUED = 100
"""Notices that go out meanwhile; those of the run wait until nobody can take its acts back."""
KINDS = ("processes.pages", "processes.jobs")


@dataclass
class Clerk:
    """A browser whose owner presses the same button again when no answer came."""

    port: int
    username: str
    cookies: dict[str, str] = field(default_factory=dict)
    again: int = 0

    def ask(self, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, place led to and text; the same request until somebody answers it."""
        for _ in range(600):
            try:
                status, place, text = self._ask(path, form)
            except (OSError, http.client.HTTPException):
                self.again += 1
                watching.until(self._is_up, 60)
                continue
            if status < 500:
                return status, place, text
            self.again += 1
        raise AssertionError(f"nobody answers {path}")

    def _ask(self, path: str, form: dict[str, str] | None) -> tuple[int, str, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        heads = {"Cookie": kept, "Origin": f"http://127.0.0.1:{self.port}"}
        try:
            if form is None:
                line.request("GET", path, headers=heads)
            else:
                heads["Content-Type"] = "application/x-www-form-urlencoded"
                line.request("POST", path, urlencode(form), heads)
            got = line.getresponse()
            text = got.read().decode()
        finally:
            line.close()
        for each in got.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: crumb.value for name, crumb in SimpleCookie(each).items()}
        return got.status, got.headers.get("Location", ""), text

    def _is_up(self) -> bool:
        try:
            return self._ask("/can-bo/dang-nhap", None)[0] < 500
        except (OSError, http.client.HTTPException):
            return False

    def drawn(self, path: str, *names: str) -> dict[str, str]:
        """The hidden fields of the page at `path`."""
        text = self.ask(path)[2]
        wanted = ("csrfmiddlewaretoken", *names)
        found = {name: re.search(rf'name="{name}" value="([^"]*)"', text) for name in wanted}
        return {name: hit[1] for name, hit in found.items() if hit}

    def signed_in(self) -> "Clerk":
        page = "/can-bo/dang-nhap"
        form = self.drawn(page) | {"username": self.username, "password": PASSWORD}
        assert self.ask(page, form)[0] == 302
        return self

    def work(self, many: int) -> list[str]:
        """So many dossiers received and handed over; the keys of what was pressed."""
        keys = []
        for _ in range(many):
            form = self.drawn("/can-bo/tiep-nhan") | intake(**{"o0-email": "hien.mau@vidu.vn"})
            status, place, text = self.ask("/can-bo/tiep-nhan", form)
            assert status == 302, text
            keys.append(form["key"])
            page = f"/can-bo/ho-so/{place.split('/')[3]}/chuyen"
            form = self.drawn(page, "seq", "key", "step")
            status, _, text = self.ask(page, form)
            assert status == 302, text
            keys.append(form["key"])
        return keys


@contextmanager
def serving(server: Server, folder: Path) -> Iterator[int]:
    """`motcua serve` on the database of this test; the port it listens on."""
    port = free_port()
    own = watching.environment(
        folder,
        DATABASE_URL=server.url(connection.settings_dict["NAME"]),
        MOTCUA_LISTEN=f"127.0.0.1:{port}",
    )
    with (folder / "said.log").open("w") as said:
        words = [*watching.PROGRAM, "serve"]
        process = subprocess.Popen(words, env=own, stdout=said, stderr=said)
    try:
        assert watching.until(Clerk(port, "")._is_up, 60), (folder / "said.log").read_text()
        yield port
    finally:
        process.terminate()
        process.wait(30)


def killed(folder: Path, chance: random.Random) -> None:
    """One of the processes that serve pages or do jobs, once there is one."""
    kind = chance.choice(KINDS)
    assert watching.until(lambda: bool(running(folder, kind)), 60)
    with suppress(ProcessLookupError, IndexError):
        kill(chance.choice(running(folder, kind)), signal.SIGKILL)


def running(folder: Path, kind: str) -> list[int]:
    """The processes of one kind; those that just ended have no words any more."""
    found = []
    for pid in watching.of_folder(folder):
        with suppress(OSError):
            if kind in watching.asked_of(pid):
                found.append(pid)
    return found


@pytest.mark.prove
def test_what_is_killed_at_work_loses_no_act_and_does_none_twice(
    office: Office, server: Server, tmp_path: Path
) -> None:
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    wanted = len(CLERKS) * EACH
    earlier = queued(office)

    def new() -> int:
        return Dossier.objects.exclude(pk__in=earlier).count()

    with serving(server, tmp_path) as port:
        waits = Q(dossier__in=earlier, state=State.WAITING)
        clerks = [Clerk(port, username).signed_in() for username in CLERKS]
        with ThreadPoolExecutor(len(clerks)) as pool:
            working = [pool.submit(clerk.work, EACH) for clerk in clerks]
            for number in range(1, KILLS + 1):
                share = wanted * number // (KILLS + 2) + chance.randrange(3)
                assert watching.until(lambda share=share: new() >= share, 120)  # type: ignore[misc]
                killed(tmp_path, chance)
            pressed = [key for one in working for key in one.result()]
        assert watching.until(lambda: not OutboxMessage.objects.filter(waits).exists(), 120)

    acts = Counter(ActKey.objects.filter(key__in=map(UUID, pressed)).values_list("key", flat=True))
    told = Counter(Event.objects.exclude(dossier__in=earlier).values_list("kind", flat=True))
    print(f"{sum(clerk.again for clerk in clerks)} pressed again, {told}")  # noqa: T201
    assert len(acts) == len(pressed) == 2 * wanted
    assert {*acts.values()} == {1}
    assert new() == told["received"] == told["handed_over"] == wanted
    assert list(differences()) == []
    assert OutboxMessage.objects.count() == wanted + QUEUED
    gone = OutboxMessage.objects.filter(dossier__in=earlier)
    tried = Counter(Attempt.objects.values_list("message", flat=True))
    marked = Attempt.objects.filter(may_repeat=True).values_list("message", flat=True)
    assert {*gone.values_list("state", flat=True)} <= {State.SENT, State.PERSON}
    assert len(tried) == QUEUED
    assert max(tried.values()) <= 2
    assert {message for message, times in tried.items() if times == 2} == {*marked}


def queued(office: Office) -> list[int]:
    """Dossiers received an hour ago, whose notices are due."""
    person = replace(OWNER, email="hien.mau@vidu.vn")
    wanted = [replace(office.intake(at=NOW - timedelta(hours=1)), owners=(person,))] * QUEUED
    return [one.dossier for one in services.receive(wanted, key=uuid4(), whole=True)]  # type: ignore[union-attr]
