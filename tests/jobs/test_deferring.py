"""Asking for work inside the transaction it follows from."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app

from motcua import jobs
from motcua.jobs import runs

pytestmark = pytest.mark.debian15

later = jobs.task(name="tests.later")(lambda dossier: None)


@pytest.fixture(autouse=True)
def known_task():
    app.tasks["tests.later"] = later


def waiting() -> list[tuple[str, dict[str, int]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT queue_name, args FROM procrastinate_jobs ORDER BY id")
        return [(queue, args) for queue, args in cursor.fetchall()]


@pytest.mark.django_db
def test_a_job_lives_and_dies_with_the_transaction_that_asked_for_it():
    with transaction.atomic():
        jobs.defer(later, dossier=1)
        transaction.set_rollback(True)

    with transaction.atomic():
        jobs.defer(later, dossier=2)

    assert [args for _, args in waiting()] == ['{"dossier": 2}']


@pytest.mark.django_db
def test_the_same_work_waits_once_and_the_transaction_goes_on():
    with transaction.atomic():
        first = jobs.defer(later, once="letters", dossier=1)
        second = jobs.defer(later, once="letters", dossier=1)
        jobs.defer(later, dossier=3)

    assert (first, second) == (True, False)
    assert len(waiting()) == 2


@pytest.mark.django_db
def test_held_jobs_are_in_no_queue_a_worker_reads_until_they_are_released():
    jobs.defer(later, dossier=1, not_before=datetime.now(UTC) + timedelta(days=1))

    held_now = runs.hold_all()
    held_twice = runs.hold_all()
    queues = {queue for queue, _ in waiting()}
    released = runs.release()

    assert (held_now, held_twice, released, runs.held()) == (1, 0, 1, 0)
    assert queues == {"held:default"}
    assert {queue for queue, _ in waiting()} == {"default"}


@pytest.mark.django_db
def test_the_last_success_stays_beside_a_later_failure():
    monday, tuesday = datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)

    runs.succeeded("backup", monday, "fine")
    runs.failed("backup", tuesday, "no space")

    last = runs.last_run("backup")
    assert last is not None
    assert (last.succeeded_at, last.failed_at, last.failing) == (monday, tuesday, True)
