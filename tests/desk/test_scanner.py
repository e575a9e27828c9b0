"""What a scanner drops into its folder: taken when quiet, put aside when refused."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.db import connections

import hostile
from acting import receive, words
from motcua.core.flow import Source
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, FileData, Outcome
from motcua.dossiers.models import Attachment, Dossier, Scan
from motcua.dossiers.selectors.scans import scans
from motcua.dossiers.services import attach, take_scans
from motcua.dossiers.verifying.run import differences
from motcua.files import scanner, store
from motcua.identity.actors import actors_of
from motcua.identity.models import Account
from motcua.organization import timekeeping
from world import NOW, World

PLAIN = "tx-gia-han-gpxd"
MACHINE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(world: World, data_folder: Path) -> Iterator[Path]:
    """The scanner's folder of the town's desk, empty."""
    before = django_settings.MOTCUA_SCANNER
    django_settings.MOTCUA_SCANNER = data_folder / f"scanner-{uuid4().hex}"
    (data_folder / "run").mkdir(exist_ok=True)
    made = scanner.folder_of("bim-son")
    made.mkdir(parents=True)
    Scan.objects.all().delete()
    yield made
    django_settings.MOTCUA_SCANNER = before


def drop(folder: Path, name: str, content: bytes, seconds: int = 60) -> Path:
    """A file last written so many seconds ago."""
    place = folder / name
    place.write_bytes(content)
    then = (MACHINE - timedelta(seconds=seconds)).timestamp()
    os.utime(place, (then, then))
    return place


def take() -> int:
    return take_scans(at=NOW, now=MACHINE)


def test_a_quiet_file_is_taken_in_once_and_one_still_written_is_left_alone(folder: Path) -> None:
    drop(folder, "scan1.pdf", hostile.pdf(3))
    drop(folder, "scan1 (1).pdf", hostile.pdf(3))
    young = drop(folder, "scan2.pdf", hostile.pdf(2)[:100], seconds=2)

    assert take() == 2

    assert [(one.pages, one.came_as == one.file_id) for one in Scan.objects.all()] == [(3, True)]
    assert list(folder.iterdir()) == [young]


@pytest.mark.parametrize("what", ["zip bomb", "an SVG with a script", "a PDF with a password"])
def test_a_hostile_file_is_put_aside_with_its_sentence_and_not_stored(
    folder: Path, what: str
) -> None:
    said, made = hostile.HOSTILE[what]
    before = set(store.folder().rglob("*"))
    drop(folder, "x.pdf", made())

    assert take() == 0

    ((name, why),) = scanner.refused(folder)
    assert name == "x.pdf"
    assert said in why
    assert not Scan.objects.exists()
    left = {path for path in set(store.folder().rglob("*")) - before if path.is_file()}
    assert left == set()
    assert [path.name for path in folder.iterdir()] == [scanner.ASIDE]


def test_a_link_or_a_pipe_is_removed_and_never_followed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(hostile.pdf())
    (folder / "link.pdf").symlink_to(secret)
    os.mkfifo(folder / "pipe.pdf")
    then = (MACHINE - timedelta(seconds=60)).timestamp()
    os.utime(folder / "pipe.pdf", (then, then))

    assert take() == 0

    assert list(folder.iterdir()) == []
    assert secret.exists()
    assert not Scan.objects.exists()


def test_a_folder_that_is_a_link_is_not_entered(folder: Path, tmp_path: Path) -> None:
    drop(tmp_path, "a.pdf", hostile.pdf())
    folder.rmdir()
    folder.symlink_to(tmp_path)

    assert take() == 0
    assert (tmp_path / "a.pdf").exists()


def test_scans_are_turned_parted_joined_and_put_to_a_dossier(world: World, folder: Path) -> None:
    drop(folder, "a.pdf", hostile.pdf(2))
    take()
    clerk = world.as_("clerk")

    def press(do: str) -> str:
        picked = [str(one) for one in waiting().values_list("uuid", flat=True)]
        answer = clerk.post("/can-bo/may-quet", {"do": do, "pick": picked})
        assert answer.status_code == 302, words(answer)
        return str(answer)

    press("part")
    assert [one.pages for one in waiting()] == [1, 1]  # though two white pages are the same file
    press("turn")
    turned = waiting().first()
    drop(folder, "b.pdf", hostile.pdf(4))
    take()
    press("join")
    joined = waiting().get()
    assert joined.pages == 6
    assert turned.file_id != joined.file_id

    code = receive(clerk, procedure=PLAIN, drawn=PLAIN)
    seq = Dossier.objects.get(code=code).head_seq
    form = {"key": str(uuid4()), "seq": str(seq), f"scan-{joined.uuid}": "1"}
    answer = clerk.post(f"/can-bo/ho-so/{code}/tep", form)

    assert answer.status_code == 302, words(answer)
    told = Attachment.objects.get(dossier__code=code)
    assert (told.source, told.component, told.pages) == ("scanner", 1, 6)
    assert not waiting().exists()
    assert list(differences(isolated=False)) == []


def test_what_is_in_a_dossier_already_is_said_and_another_office_sees_nothing(
    world: World, folder: Path
) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk, procedure=PLAIN, drawn=PLAIN)
    drop(folder, "a.pdf", hostile.pdf(9))
    take()
    first = waiting().get()
    seq = Dossier.objects.get(code=code).head_seq
    form = {"key": str(uuid4()), "seq": str(seq), f"scan-{first.uuid}": "1"}
    clerk.post(f"/can-bo/ho-so/{code}/tep", form)

    drop(folder, "again.pdf", hostile.pdf(9))
    take()

    again = waiting().get()
    assert "Đã có trong hồ sơ" in words(clerk.get("/can-bo/may-quet"))
    picture = f"/can-bo/may-quet/{again.uuid}/1-nho.jpg"
    assert clerk.get(picture).status_code == 200
    assert world.as_("ward").get(picture).status_code == 404


def test_a_scan_two_clerks_chose_at_once_goes_to_one_dossier_only(
    world: World, folder: Path
) -> None:
    codes = [receive(world.as_("clerk"), procedure=PLAIN, drawn=PLAIN) for _ in range(2)]
    drop(folder, "a.pdf", hostile.pdf(8))
    take()
    at = timekeeping.now()
    (clerk, *_) = actors_of(Account.objects.get(username="clerk").pk, at)
    (one,) = scans(clerk)
    chosen = FileData(one, one.pages, component=1, source=Source.SCANNER, scan=one.uuid)

    def put(code: str) -> Outcome:
        try:
            row = Dossier.objects.get(code=code)
            asked = Asked(row.pk, row.head_seq, at, clerk)
            return attach([asked], key=uuid4(), files=[chosen])[0]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(put, codes))

    (refused,) = [outcome for outcome in outcomes if not isinstance(outcome, Done)]
    assert isinstance(refused, Refused)
    assert refused.code == "unknown_scan"
    assert Attachment.objects.filter(file_id=one.sha256).count() == 1
    assert list(differences(isolated=False)) == []


def waiting() -> Any:
    return Scan.objects.filter(done_at=None)
