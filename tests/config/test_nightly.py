"""A backup each night, or the next morning; seven kept; the last success remembered."""

import os
from datetime import datetime, timedelta

import pytest

from motcua.config import environment
from motcua.config.backup import nightly, reading
from motcua.config.said import BackupRefused
from motcua.core.clock import VN
from motcua.jobs import runs

TUESDAY = datetime(2026, 11, 24, 2, 30, tzinfo=VN)


@pytest.fixture
def folder(tmp_path, monkeypatch, server):
    """A data folder beside the database of this test."""
    monkeypatch.setitem(os.environ, "MOTCUA_DATA", str(tmp_path))
    monkeypatch.setitem(os.environ, "DATABASE_URL", server.url(server.using))
    (tmp_path / "backup").mkdir()
    return tmp_path / "backup"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, TUESDAY, True),
        (TUESDAY - timedelta(days=1), TUESDAY - timedelta(minutes=1), False),
        (TUESDAY - timedelta(days=1), TUESDAY, True),
        (TUESDAY - timedelta(days=1), TUESDAY + timedelta(hours=5), True),  # off at night
        (TUESDAY + timedelta(hours=5), TUESDAY + timedelta(hours=6), False),
        (TUESDAY + timedelta(hours=5), TUESDAY + timedelta(days=1), True),
    ],
)
def test_a_backup_is_due_when_none_succeeded_since_the_last_half_past_two(last, now, due):
    if last:
        runs.succeeded(nightly.NAME, last)

    assert nightly.due(now) is due


@pytest.mark.django_db(transaction=True)
def test_seven_are_kept_and_the_last_success_is_remembered(folder):
    for day in range(9):
        nightly.run(TUESDAY + timedelta(days=day))

    kept = sorted(p.name for p in folder.iterdir())
    last = runs.last_run(nightly.NAME)
    assert len(kept) == 7
    assert kept[-1] == "motcua-20261202-023000.backup"
    assert reading.manifest_of(folder / kept[-1])["form"] == "motcua-backup 1"
    assert last is not None
    assert last.succeeded_at == TUESDAY + timedelta(days=8)


@pytest.mark.django_db(transaction=True)
def test_a_failure_is_remembered_and_leaves_no_half_file(folder):
    nightly.run(TUESDAY)
    folder.rename(folder.with_name("elsewhere"))

    with pytest.raises(BackupRefused):
        nightly.run(TUESDAY + timedelta(days=1))

    last = runs.last_run(nightly.NAME)
    assert last is not None
    assert last.failing
    assert last.succeeded_at == TUESDAY
    assert not folder.exists()
    assert environment.read().data == folder.parent
