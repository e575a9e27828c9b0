"""Files are their content: written before their row, checked when read, swept when forgotten."""

import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.files import pictures, store
from motcua.files.models import StoredFile

pytestmark = pytest.mark.debian15

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
WORDS = b"Phi\xe1\xba\xbfu ti\xe1\xba\xbfp nh\xe1\xba\xadn"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MOTCUA_DATA = tmp_path
    return tmp_path / "files"


def grow_old(sha256: str, days: float) -> None:
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(store.path_of(sha256), (then, then))


@pytest.mark.django_db
def test_a_file_is_found_by_its_content_and_kept_once(folder):
    first = store.store(WORDS, media_type="text/plain", at=NOW)
    second = store.store(WORDS, media_type="text/plain", at=NOW)

    name = hashlib.sha256(WORDS).hexdigest()
    assert first.pk == second.pk
    assert [p.relative_to(folder).as_posix() for p in folder.glob("*/*")] == [f"{name[:2]}/{name}"]
    assert store.read(name) == WORDS
    assert store.path_of(name).stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_an_altered_or_missing_file_is_named(folder):
    altered = store.store(b"one", media_type="text/plain", at=NOW).sha256
    missing = store.store(b"two", media_type="text/plain", at=NOW).sha256
    store.store(b"three", media_type="text/plain", at=NOW)

    store.path_of(altered).write_bytes(b"other")
    store.path_of(missing).unlink()

    assert set(store.differences()) == {altered, missing}
    with pytest.raises(store.FileDamaged):
        store.read(altered)


@pytest.mark.django_db
def test_only_orphans_older_than_seven_days_are_swept():
    kept = store.store(b"kept", media_type="text/plain", at=NOW).sha256
    with transaction.atomic():
        lost = store.store(b"rolled back", media_type="text/plain", at=NOW).sha256
        transaction.set_rollback(True)
    young = hashlib.sha256(b"young").hexdigest()
    store.path_of(young).parent.mkdir(parents=True, exist_ok=True)
    store.path_of(young).write_bytes(b"young")
    for name, days in ((kept, 30), (lost, 7.01), (young, 6.99)):
        grow_old(name, days)

    assert store.sweep_orphans(NOW) == 1

    assert store.path_of(kept).exists()
    assert store.path_of(young).exists()
    assert not store.path_of(lost).exists()


@pytest.mark.django_db
def test_pictures_of_pages_go_with_the_file_they_were_drawn_from():
    kept = store.store(b"kept", media_type="application/pdf", at=NOW).sha256
    gone = hashlib.sha256(b"gone").hexdigest()
    drawn = [pictures.folder() / sha[:2] / f"{sha}-1-nho.jpg" for sha in (kept, gone)]
    for place in drawn:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"a picture")

    assert pictures.sweep() == 1

    assert [place.exists() for place in drawn] == [True, False]


@pytest.mark.django_db
def test_storing_an_old_orphan_again_makes_it_young():
    name = hashlib.sha256(b"again").hexdigest()
    store.store(b"again", media_type="text/plain", at=NOW)
    StoredFile.objects.all().delete()
    grow_old(name, 30)

    store.store(b"again", media_type="text/plain", at=NOW)
    StoredFile.objects.all().delete()  # as another transaction sees it before the commit

    assert store.sweep_orphans(NOW) == 0


@pytest.mark.django_db
def test_a_row_cannot_name_what_is_no_hash():
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(
            sha256="../etc", size_bytes=1, media_type="text/plain", stored_at=NOW
        )
