"""Workers killed in the middle of their work: no notice is lost; one may repeat once, marked."""

import random
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

import watching
from motcua.core.delivery import State
from motcua.dossiers import services
from motcua.messages.models import Attempt, OutboxMessage
from office import MONDAY, OWNER, Office
from postgres_session import Server
from posting import mail_server

WORKER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
import django; django.setup()
from datetime import datetime
from motcua.core.delivery import State
from motcua.jobs import worker
from motcua.messages import sending
from motcua.messages.channels.mail import Mail

AT = datetime.fromisoformat(sys.argv[1])

def beat():
    sending.send_due(AT, {"email": Mail()})

worker.run([worker.Beat("send", 0.05, beat)])
"""
AT = MONDAY + timedelta(minutes=6)
SEED = 20261125
FEW = 10


class Workers:
    """Two job workers on the database of this test, started again when one is killed."""

    def __init__(self, url: str, port: int, folder: Path) -> None:
        self.environment = watching.environment(
            folder,
            DATABASE_URL=url,
            MOTCUA_SMTP_HOST="127.0.0.1",
            MOTCUA_SMTP_PORT=str(port),
            MOTCUA_SMTP_SECURITY="none",
            MOTCUA_SMTP_FROM="motcua@bim-son.vidu.vn",
        )
        self.running = [self.start(), self.start()]

    def start(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-c", WORKER, AT.isoformat()]
        return subprocess.Popen(words, env=self.environment)

    def kill(self, which: int) -> None:
        self.running[which].send_signal(signal.SIGKILL)
        self.running[which].wait()
        self.running[which] = self.start()

    def stop(self) -> None:
        for one in self.running:
            one.terminate()
        for one in self.running:
            one.wait(20)


def waiting() -> int:
    return OutboxMessage.objects.filter(state=State.WAITING).count()


def queued(office: Office, count: int) -> None:
    OutboxMessage.objects.filter(state=State.WAITING).update(state=State.PASSED)
    person = replace(OWNER, email="hien.mau@vidu.vn")
    wanted = [replace(office.intake(), owners=(person,))] * count
    services.receive(wanted, key=uuid4(), whole=True)


@pytest.mark.parametrize(
    ("notices", "kills"),
    [
        pytest.param(60, 2, id="two kills"),
        pytest.param(600, 20, id="twenty kills", marks=pytest.mark.prove),
    ],
)
def test_no_notice_is_lost_and_what_repeats_is_marked(
    office: Office, server: Server, tmp_path: Path, notices: int, kills: int
) -> None:
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    queued(office, notices)
    before = Attempt.objects.order_by("-id").values_list("id", flat=True).first() or 0
    with mail_server() as post:
        post.pause = 0.05  # so that most kills fall between the server's taking and our writing
        workers = Workers(server.url(connection.settings_dict["NAME"]), post.port, tmp_path)
        for number in range(1, kills + 1):
            share = notices * number // (kills + 2) + chance.randrange(3)
            assert watching.until(lambda share=share: len(post.taken) >= share, 120)  # type: ignore[misc]
            workers.kill(chance.randrange(2))
        assert watching.until(lambda: waiting() == 0, 120)
        workers.stop()

    made = Attempt.objects.filter(pk__gt=before).select_related("message")
    arrived = Counter(post.keys)
    told = {one.message_id for one in made}
    states = Counter(OutboxMessage.objects.filter(pk__in=told).values_list("state", flat=True))
    lost = [one for one in made if one.ending == "lost"]
    assert len(told) == notices
    assert set(states) <= {"sent", "person"}
    assert len(arrived) >= states["sent"]
    assert max(arrived.values()) <= 2
    assert len(lost) <= kills
    assert lost or kills < FEW  # two may both fall between a message and the next
    repeated = {one.message_id for one in made if one.may_repeat}
    assert sum(count == 2 for count in arrived.values()) <= len(repeated) <= len(lost)
    assert {one.message_id for one in lost} == repeated | {
        one.message_id for one in lost if one.message.why == "unclear"
    }
