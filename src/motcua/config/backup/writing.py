"""Writing a backup: all tables as of one moment, then the files they speak of."""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg.pq import TransactionStatus

from motcua.config.backup import keys, tables
from motcua.config.backup.tables import Rows, Table
from motcua.config.environment import Environment
from motcua.config.said import BackupRefused

FORM = "motcua-backup 1"
COMPRESSION = 3
PIECE = 1 << 20


def write(env: Environment, url: str, target: Path, *, at: datetime) -> dict[str, int]:
    """Write a backup to `target`, complete or not at all; answers the rows of each table.

    One REPEATABLE READ snapshot for all tables; writers are not held up. A stored file is on
    the disk before its row commits, so every file a copied row speaks of is there.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.draft")
    try:
        with (
            os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file,
            psycopg.connect(url) as database,
        ):
            rows = _fill(file, env, database, at)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise BackupRefused(
            f"Không ghi được bản sao lưu vào {target}: {error.strerror or error}."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return rows


def _fill(file: Any, env: Environment, database: Rows, at: datetime) -> dict[str, int]:
    for setting in tables.READABLE:
        database.execute(setting)
    database.commit()
    database.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    database.read_only = True
    found = tables.tables(database)
    totals: dict[str, dict[str, Any]] = {"keys": {}, "tables": {}, "files": {}}
    with tarfile.open(fileobj=file, mode="w:gz", compresslevel=COMPRESSION) as archive:
        _add(archive, "manifest.json", _manifest(database, found, at))
        for name, content in keys.found(env.data).items():
            _add(archive, f"keys/{name}", content)
            totals["keys"][name] = {"sha256": hashlib.sha256(content).hexdigest()}
        for table in found:
            totals["tables"][table.name] = _add_table(archive, database, table)
        for sha256 in _files(database):
            totals["files"][sha256] = _add_file(archive, env.data, sha256)
        _add(archive, "totals.json", _json(totals))
    assert database.info.transaction_status is TransactionStatus.INTRANS  # noqa: S101 (one snapshot)
    return {name: total["rows"] for name, total in totals["tables"].items()}


def _manifest(database: Rows, found: list[Table], at: datetime) -> bytes:
    return _json(
        {
            "form": FORM,
            "at": at.isoformat(),
            "postgres": database.info.server_version // 10000,
            "migrations": tables.migrations(database),
            "sequences": tables.sequences(database),
            "tables": [{"name": t.name, "columns": t.columns} for t in found],
        }
    )


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, io.BytesIO(content))


def _add_table(archive: tarfile.TarFile, database: Rows, table: Table) -> dict[str, Any]:
    """Through a temporary file, since an archive wants to know a size before the content."""
    digest, rows = hashlib.sha256(), 0
    with tempfile.TemporaryFile() as spool:
        with database.cursor() as cursor, cursor.copy(table.copy_out()) as copy:
            for piece in copy:
                digest.update(piece)
                spool.write(piece)
                rows += bytes(piece).count(b"\n")  # the text format: a line is a row
        entry = tarfile.TarInfo(f"tables/{table.name}.copy")
        entry.size, entry.mode = spool.tell(), 0o600
        spool.seek(0)
        archive.addfile(entry, spool)
    return {"rows": rows, "sha256": digest.hexdigest()}


def _files(database: Rows) -> list[str]:
    found = database.execute("SELECT sha256 FROM files_stored ORDER BY sha256").fetchall()
    return [str(row[0]) for row in found]


def _add_file(archive: tarfile.TarFile, data: Path, sha256: str) -> int:
    path = data / "files" / sha256[:2] / sha256
    try:
        archive.add(path, f"files/{sha256[:2]}/{sha256}", recursive=False)
        return path.stat().st_size
    except FileNotFoundError:
        raise BackupRefused(
            f"Thiếu tệp {sha256[:12]}… mà dữ liệu nhắc tới. Hãy chạy motcua verify để biết "
            "các chỗ hỏng khác, rồi báo người hỗ trợ; bản sao lưu chưa được ghi."
        ) from None
