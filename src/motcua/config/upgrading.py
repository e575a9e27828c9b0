"""A newer program takes over a folder: backup, migrate, verify; back again when that fails."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import psycopg
from django.db import connection

from motcua.config import databases, migrating, reference
from motcua.config.backup import restoring, tables, writing
from motcua.config.environment import Environment
from motcua.config.said import Said
from motcua.core.clock import VN
from motcua.jobs import runs

NAME = "config.upgrade"
PATTERN = "truoc-nang-cap-*.backup"
KEPT = 3
Tell = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What was done: the backup taken before, and whether there was anything to migrate."""

    backup: Path
    migrated: bool


def upgrade(env: Environment, *, at: datetime, tell: Tell) -> Upgraded:
    """Bring the folder to this version. Raises Said, with the folder as it was, when any step or
    the verification fails. Nobody else may use the folder meanwhile.

    `at` is the machine's clock. As long as a backup and a verification take.
    """
    pending = migrating.pending()
    tell("1/3 Sao lưu trước khi nâng cấp")
    target = env.data / "backup" / f"truoc-nang-cap-{at.astimezone(VN):%Y%m%d-%H%M%S}.backup"
    writing.write(env, databases.url(env), target, at=at)
    try:
        tell("2/3 Nâng cấp bảng và dữ liệu gốc")
        migrating.migrate()
        reference.load()
        tell("3/3 Kiểm tra lại mọi hồ sơ")
        found = differences()
    except Exception as error:
        _go_back(env, target, tell)
        raise Said(_failed(f"{type(error).__name__}: {error}", target)) from error
    if found:
        _go_back(env, target, tell)
        raise Said(_failed("kiểm tra thấy chỗ khác:\n" + found, target))
    for old in sorted(target.parent.glob(PATTERN))[:-KEPT]:
        old.unlink(missing_ok=True)
    runs.succeeded(NAME, at, target.name)
    return Upgraded(target, pending)


def is_current(env: Environment) -> bool:
    """Whether nothing is left to migrate; a folder without any table is given its tables here,
    there being nothing to back up. Reference data are loaded where they changed."""
    with psycopg.connect(databases.url(env)) as database:
        empty = tables.is_empty(database)
    if empty:
        migrating.migrate()
    elif migrating.pending():
        return False
    reference.load()
    return True


def back(env: Environment, source: Path | None, tell: Tell) -> Path:
    """The folder as it was before the last upgrade (or as `source` says), for the older program.
    What was done since is lost. Raises Said, BackupRefused."""
    chosen = source or max((env.data / "backup").glob(PATTERN), default=None)
    if chosen is None:
        raise Said("chưa có bản sao lưu nào trước khi nâng cấp trong thư mục backup.")
    _go_back(env, chosen, tell)
    return chosen


def differences() -> str:
    """What `motcua verify` finds; nothing when all is well."""
    from motcua.dossiers.verifying import run as dossiers
    from motcua.files import store

    said = io.StringIO()
    status = dossiers.run(said, said)
    for sha256 in store.differences():
        status = 1
        said.write(f"tệp {sha256}: thiếu, hoặc nội dung đã bị sửa\n")
    return said.getvalue() if status else ""


def _go_back(env: Environment, source: Path, tell: Tell) -> None:
    tell("Đưa dữ liệu trở lại như trước khi nâng cấp")
    connection.close()
    restoring.go_back(source, databases.url(env), env.data)
    connection.close()


def _failed(why: str, target: Path) -> str:
    return (
        f"nâng cấp không được, dữ liệu đã trở lại như trước; {why}\n"
        f"Bản sao lưu vẫn ở {target}. Hãy chạy lại bản chương trình cũ và gửi dòng trên "
        "cho người hỗ trợ."
    )
