"""A backup brings everything back, into an empty place only, also on another PostgreSQL."""

import gzip
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

import debian15
import watching
from motcua.config import embedded
from motcua.config.backup import tables
from motcua.core.clock import VN
from motcua.papers import seal_keys
from motcua.papers.signing.samples import PIN
from motcua.papers.signing.signer import open_file

AT = datetime(2026, 11, 24, 2, 30, tzinfo=VN)
KEY = "0f1e2d3c-0000-4000-8000-000000000001"
CONTENT = "Quyết định phê duyệt".encode()

Motcua = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def motcua() -> Motcua:
    def run(*words: str, data: Path, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*watching.PROGRAM, *words],
            capture_output=True,
            text=True,
            check=False,
            env=watching.environment(data, **more),
        )

    return run


@pytest.fixture(scope="module")
def saved(
    tmp_path_factory: pytest.TempPathFactory, server, blank: str, motcua: Motcua
) -> Iterator[Path]:
    """A backup of a database with a stored file, a finished run, a waiting job and a gap."""
    data = tmp_path_factory.mktemp("old") / "data"
    url = server.url(server.copy(blank, "backup_source"))
    script = (
        "from motcua.files import store; from motcua.jobs import runs; from datetime import *\n"
        "from motcua.jobs.models import LastRun\n"
        f"at = datetime.fromisoformat({AT.isoformat()!r})\n"
        f"store.store({CONTENT!r}, media_type='text/plain', at=at)\n"
        "odd = 'tab\\there, \\\\N and\\nnew line'\n"
        "[runs.succeeded(name, at, odd) for name in ('sao lưu', 'b', 'c')]\n"
        "LastRun.objects.filter(name='c').delete()\n"
        "from procrastinate.contrib.django import app; app.configure_task('later').defer()\n"
        "from pathlib import Path; from django.conf import settings\n"
        "from motcua.papers import seal_keys; from motcua.papers.signing.samples import *\n"
        "data = Path(settings.MOTCUA_DATA); seal_keys.ensure(data, at.date())\n"
        "signing = data / 'keys' / 'signing'; signing.mkdir(mode=0o700)\n"
        f"(signing / '{KEY}.p12').write_bytes(authority().key_file('UBND (mẫu)', 'UBND'))\n"
        "trust = data / 'keys' / 'trust'; trust.mkdir(); (trust / 'goc.pem').write_bytes(b'x')\n"
        "(data / 'keys' / 'first-run').write_text('1234')\n"
    )
    done = motcua("manage", "shell", "-v0", "-c", script, data=data, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    target = data.parent / "all.backup"
    done = motcua("backup", str(target), data=data, DATABASE_URL=url)
    assert done.returncode == 0, done.stderr
    yield target
    server.drop("backup_source")


def rows(url: str) -> dict[str, list[str]]:
    """Every row of every table, in an order of its own."""
    with psycopg.connect(url, options="-c timezone=UTC") as database:
        return {
            table.name: sorted(map(repr, database.execute(everything(table)).fetchall()))
            for table in tables.tables(database)
        }


def everything(table: tables.Table) -> sql.Composed:
    return sql.SQL("SELECT {} FROM {}").format(*table.parts())


def test_a_backup_is_readable_by_its_owner_only(saved):
    assert saved.stat().st_mode & 0o777 == 0o600


def test_a_restored_folder_holds_the_rows_the_files_and_the_key(saved, server, motcua, tmp_path):
    data = tmp_path / "new"

    done = motcua("restore", str(saved), data=data)

    assert done.returncode == 0, done.stderr
    url = motcua("database", data=data).stdout.strip()
    before, after = rows(server.url("backup_source")), rows(url)
    embedded.forget_keeping(data)
    assert {n for n in before if before[n] != after[n]} <= {"procrastinate_jobs"}
    stored = [p.read_bytes() for p in (data / "files").glob("??/*")]
    assert stored == [CONTENT]
    old = saved.parent / "data" / "keys"
    kept = {path.relative_to(old) for path in old.rglob("*") if path.is_file()}
    assert {str(one) for one in kept} >= {"secret", f"signing/{KEY}.p12", "trust/goc.pem"}
    for one in kept - {Path("first-run")}:
        assert (data / "keys" / one).read_bytes() == (old / one).read_bytes()
        assert (data / "keys" / one).stat().st_mode & 0o777 == 0o600
    signs_again(data)


def signs_again(data: Path) -> None:
    """The code on a paper by the key it was always signed with, a document by its PIN."""
    key = seal_keys.in_use(data)
    assert key
    assert key.proves(b"giay", key.sign(b"giay"))
    signer = open_file(data / "keys" / "signing" / f"{KEY}.p12", PIN)
    assert signer.certificate.name == "UBND (mẫu)"


def test_after_a_restore_jobs_wait_and_numbers_go_on(saved, server, motcua, tmp_path):
    data = tmp_path / "new"
    motcua("restore", str(saved), data=data)

    script = (
        "from motcua.jobs import runs; from motcua.jobs.models import LastRun\n"
        "print(runs.held(), LastRun.objects.create(name='next').pk)"
    )
    done = motcua("manage", "shell", "-v0", "-c", script, data=data)
    released = motcua("restore", "--release", data=data)
    after = motcua("manage", "shell", "-v0", "-c", script.replace("next", "later"), data=data)

    assert done.stdout.split() == ["1", "4"], done.stderr  # 3 was given out and deleted
    assert "1 việc nền" in released.stdout
    assert after.stdout.split() == ["0", "5"]


def test_a_place_with_data_is_refused_and_left_alone(saved, server, blank, motcua, tmp_path):
    url = server.url(server.copy(blank, "backup_full"))

    done = motcua("restore", str(saved), data=tmp_path / "new", DATABASE_URL=url)

    assert done.returncode == 1
    assert "còn trống" in done.stderr
    assert rows(url)["jobs_last_run"] == []
    server.drop("backup_full")


@pytest.mark.parametrize("damage", ["cut", "altered", "nonsense"])
def test_a_damaged_backup_is_refused_and_the_place_stays_empty(
    saved, server, motcua, tmp_path, damage
):
    broken = tmp_path / "broken.backup"
    whole = saved.read_bytes()
    if damage == "cut":
        broken.write_bytes(whole[: len(whole) * 2 // 3])
    elif damage == "altered":
        inner = gzip.decompress(whole).replace("sao lưu".encode(), "sao chép".encode()[:8] + b"x")
        broken.write_bytes(gzip.compress(inner))
    else:
        broken.write_bytes(b"not a backup")

    server.execute(sql.SQL("CREATE DATABASE backup_broken").format())
    url = server.url("backup_broken")
    done = motcua("restore", str(broken), data=tmp_path / "new", DATABASE_URL=url)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    with psycopg.connect(url) as database:
        assert tables.is_empty(database)
    server.drop("backup_broken")


@pytest.mark.skipif(not debian15.BINARIES.exists(), reason="postgresql-15 is not installed")
def test_a_backup_of_the_wheels_server_restores_into_debians(saved, server, motcua, tmp_path):
    with debian15.running(tmp_path) as parts:
        url = f"postgresql://{parts['user']}@/postgres?host={parts['host']}"

        done = motcua("restore", str(saved), data=tmp_path / "new", DATABASE_URL=url)

        assert done.returncode == 0, done.stderr
        before, after = rows(server.url("backup_source")), rows(url)
        assert {n for n in before if before[n] != after[n]} <= {"procrastinate_jobs"}


@pytest.mark.prove
@pytest.mark.skipif(not debian15.BINARIES.exists(), reason="postgresql-15 is not installed")
def test_the_demonstration_restored_into_debians_server_verifies_and_reports_the_same(
    demo_copies, motcua, tmp_path
):
    source, target = {"DATABASE_URL": demo_copies()}, tmp_path / "demo.backup"
    asked = ["report", "phu-luc-ii", "--office", "bim-son"]
    quarter = [*asked, "--from", "2017-01-01", "--to", "2017-03-31"]
    reported = motcua(*quarter, data=tmp_path / "old", **source)
    saved = motcua("backup", str(target), data=tmp_path / "old", **source)
    assert (reported.returncode, saved.returncode) == (0, 0), reported.stderr + saved.stderr

    with debian15.running(tmp_path) as parts:
        place = {"DATABASE_URL": f"postgresql://{parts['user']}@/postgres?host={parts['host']}"}
        restored = motcua("restore", str(target), data=tmp_path / "new", **place)
        again = motcua(*quarter, data=tmp_path / "new", **place)
        verified = motcua("verify", data=tmp_path / "new", **place)

    assert restored.returncode == 0, restored.stderr
    assert again.stdout == reported.stdout
    assert verified.returncode == 0, verified.stdout[-3000:]
