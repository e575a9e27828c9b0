"""`motcua upgrade`: the newer program takes over the folder, or everything is as it was."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

import watching
from motcua.config import embedded, postgres

OLDER = ("reports", "0001_initial")
PASSWORD = "ba con mèo vàng ngủ\n"  # noqa: S105 - an invented one
MOVED_IN = (
    "--name", "UBND phường Nam Sơn Mẫu", "--agency-code", "000.09.19.H56",
    "--admin-name", "Lê Thị Cửa Mẫu", "--admin-login", "quantri", "--password-stdin",
)  # fmt: skip

Motcua = Callable[..., subprocess.CompletedProcess[str]]


def motcua(data: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*watching.PROGRAM, *words],
        env=watching.environment(data),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def sql(data: Path, query: str) -> list[tuple[object, ...]]:
    """What the folder's database answers; nothing for a statement without rows."""
    with embedded.using(data):
        where = embedded.connection_string(data, postgres.DATABASE)
        with psycopg.connect(where) as database:
            done = database.execute(query)  # type: ignore[call-overload]
            return done.fetchall() if done.description else []


def migrations(data: Path) -> set[tuple[object, ...]]:
    return set(sql(data, "SELECT app, name FROM django_migrations"))


@pytest.fixture(scope="module")
def older_folder(
    prepared: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder in which an office works, with the tables of an earlier program."""
    data = prepared(tmp_path_factory.mktemp("upgrade") / "older")
    done = motcua(data, "setup", *MOVED_IN, typed=PASSWORD)
    assert done.returncode == 0, done.stderr
    done = motcua(data, "manage", "migrate", "-v0", *OLDER)
    assert done.returncode == 0, done.stderr
    assert watching.until(lambda: not watching.of_folder(data), 15)
    return data


@pytest.fixture
def older(older_folder: Path, tmp_path: Path) -> Iterator[Path]:
    data = tmp_path / "data"
    shutil.copytree(older_folder, data)
    yield data
    assert watching.until(lambda: not watching.of_folder(data), 15)


def test_an_older_folder_is_backed_up_migrated_and_verified_and_goes_back_again(older):
    before = migrations(older)

    done = motcua(older, "upgrade")

    assert done.returncode == 0, done.stderr
    assert "không thấy gì sai" in done.stdout
    assert before < migrations(older)
    assert sql(older, "SELECT username FROM identity_account") == [("quantri",)]
    (kept,) = (older / "backup").glob("truoc-nang-cap-*.backup")

    back = motcua(older, "upgrade", "--back")

    assert back.returncode == 0, back.stderr
    assert str(kept) in back.stdout
    assert migrations(older) == before
    assert sql(older, "SELECT username FROM identity_account") == [("quantri",)]


def test_if_needed_gives_an_empty_folder_its_tables_and_then_does_nothing(tmp_path):
    data = tmp_path / "new"

    first, second = motcua(data, "upgrade", "--if-needed"), motcua(data, "upgrade", "--if-needed")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert list((data / "backup").iterdir()) == []
    assert sql(data, "SELECT count(*) > 9 FROM organization_office") == [(True,)]


def test_what_verify_finds_undoes_the_upgrade_and_is_said(older):
    sql(
        older,
        "INSERT INTO dossiers_codebook (office_id, day_on, last)"
        " SELECT id, '2026-11-25', 3 FROM organization_office WHERE agency_code = '000.09.19.H56'",
    )
    before = migrations(older)

    done = motcua(older, "upgrade")

    assert done.returncode == 1
    assert "dữ liệu đã trở lại như trước" in done.stderr
    assert "hồ sơ số 2 ngày 25/11/2026 đã mất" in done.stderr
    assert "Traceback" not in done.stderr
    assert migrations(older) == before
    assert sql(older, "SELECT last FROM dossiers_codebook") == [(3,)]


def test_a_folder_that_is_being_served_is_not_upgraded(older):
    holder = subprocess.Popen(
        [watching.PROGRAM[0], "-c", HOLD, str(older)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=watching.environment(older),
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"

    done = motcua(older, "upgrade")

    holder.communicate("")
    assert done.returncode == 1
    assert "đang được phục vụ" in done.stderr


def test_without_an_earlier_backup_there_is_no_way_back(older):
    done = motcua(older, "upgrade", "--back")

    assert done.returncode == 1
    assert "chưa có bản sao lưu nào" in done.stderr


HOLD = (
    "import sys; from pathlib import Path; from motcua.config import supervisor\n"
    "with supervisor.only_one(Path(sys.argv[1])):\n"
    "    print('held', flush=True); sys.stdin.read()"
)
