"""The process that runs jobs: beats, an orderly end, and what a killed one leaves."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

import watching

WORKER = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "motcua.config.settings"
import django; django.setup()
from procrastinate.contrib.django import app
from motcua import jobs
from motcua.jobs import tasks, worker

@jobs.task(name="tests.note")
def note(text, seconds):
    time.sleep(seconds)
    with open(sys.argv[1], "a") as file: file.write(text + "\\n")

def beat():
    with open(sys.argv[1], "a") as file: file.write("beat\\n")

tasks.STALLED_SECONDS = 1
if sys.argv[2] == "defer":
    jobs.defer(note, text=sys.argv[3], seconds=float(sys.argv[4]))
else:
    worker.run([worker.Beat("beat", 0.2, beat)])
"""


@pytest.fixture
def url(server, blank):
    name = server.copy(blank)
    yield server.url(name)
    server.drop(name)


class Workers:
    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder, self.notes = url, folder, folder / "notes"
        self.notes.touch()

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", WORKER, str(self.notes), *words],
            env=watching.environment(self.folder, DATABASE_URL=self.url),
        )

    def defer(self, text: str, seconds: float) -> None:
        assert self.start("defer", text, str(seconds)).wait() == 0

    def has(self, text: str) -> bool:
        return text in self.notes.read_text().split()


@pytest.fixture
def workers(url, tmp_path):
    return Workers(url, tmp_path)


def statuses(url: str) -> list[str]:
    with psycopg.connect(url) as database:
        query = "SELECT status::text FROM procrastinate_jobs WHERE task_name = 'tests.note'"
        return [row[0] for row in database.execute(query).fetchall()]


def test_it_runs_jobs_and_beats_and_finishes_what_runs_when_told_to_stop(workers):
    workers.defer("slow", 1.5)
    worker = workers.start("work")
    assert watching.until(lambda: statuses(workers.url) == ["doing"], 60)

    worker.terminate()

    assert worker.wait(15) == 0
    assert workers.has("slow")
    assert workers.has("beat")
    assert statuses(workers.url) == []


def test_a_job_whose_worker_was_killed_runs_again(workers):
    workers.defer("again", 2)
    first = workers.start("work")
    assert watching.until(lambda: statuses(workers.url) == ["doing"], 60)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    time.sleep(1.1)
    with psycopg.connect(workers.url) as database:  # the schedule's minute, without waiting for it
        database.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
            " VALUES ('default', 'motcua.jobs.sweep', '{\"timestamp\": 0}')"
        )

    second = workers.start("work")

    assert watching.until(lambda: workers.has("again"), 60)
    second.terminate()
    second.wait(15)
