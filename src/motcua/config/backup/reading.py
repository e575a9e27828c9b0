"""Restoring a backup, into an empty place only: rows, sequences, files and the key."""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from motcua.config.backup import keys, tables
from motcua.config.backup.tables import Rows, Table
from motcua.config.backup.writing import FORM, PIECE
from motcua.config.said import BackupRefused

MARK = "motcua_restoring"


def manifest_of(source: Path) -> dict[str, Any]:
    """The first entry of a backup. Raises BackupRefused when it is none, or a later form."""
    with _opened(source) as archive:
        first = archive.next()
        if first is None or first.name != "manifest.json":
            raise BackupRefused(f"Tệp {source} không phải bản sao lưu của motcua.")
        manifest: dict[str, Any] = json.load(_content(archive, first))
    if manifest.get("form") != FORM:
        raise BackupRefused(
            f"Bản sao lưu {source} thuộc dạng {manifest.get('form')}, chương trình này đọc {FORM}. "
            "Hãy dùng bản chương trình đã ghi nó."
        )
    return manifest


def check_place(url: str, data: Path) -> None:
    """Refuse a database with tables or a folder with files; clear a restore that was killed."""
    with psycopg.connect(url, autocommit=True) as database:
        if database.execute("SELECT to_regclass(%s)", [f"public.{MARK}"]).fetchone() != (None,):
            empty(database)
        if not tables.is_empty(database):
            raise BackupRefused(
                "Chỉ phục hồi vào cơ sở dữ liệu còn trống; ở đây đã có dữ liệu. "
                "Hãy đặt MOTCUA_DATA là một thư mục mới, hoặc DATABASE_URL là cơ sở dữ liệu mới."
            )
        if any((data / "files").glob("??/*")):
            raise BackupRefused(
                f"Chỉ phục hồi vào thư mục còn trống; {data / 'files'} đã có tệp. "
                "Hãy đặt MOTCUA_DATA là một thư mục mới."
            )
        mark(database)


def mark(database: Rows) -> None:
    """Say that a restore has begun; `load` takes the mark away."""
    database.execute(SQL("CREATE TABLE {} ()").format(Identifier(MARK)))


def empty(database: Rows) -> None:
    """Take everything out of a database that held nothing but a half restore."""
    database.execute("DROP SCHEMA public CASCADE")
    database.execute("CREATE SCHEMA public")


def forget(url: str) -> None:
    """After a failed restore: leave the place as empty as it was."""
    with psycopg.connect(url, autocommit=True) as database:
        empty(database)


def load(source: Path, manifest: dict[str, Any], url: str, data: Path) -> dict[str, int]:
    """Fill migrated, otherwise empty tables; answers the rows of each. All or nothing."""
    with psycopg.connect(url) as database:
        for setting in tables.READABLE:
            database.execute(setting)
        database.execute("SET CONSTRAINTS ALL DEFERRED")
        wanted = [Table(t["name"], tuple(t["columns"])) for t in manifest["tables"]]
        with _without_triggers(database, wanted):
            rows = _load_entries(source, {t.name: t for t in wanted}, database, data)
        _set_sequences(database, manifest["sequences"])
        database.execute(SQL("DROP TABLE {}").format(Identifier(MARK)))
    return rows


@contextmanager
def _without_triggers(database: Rows, wanted: list[Table]) -> Iterator[None]:
    """Rows are put back as they were; nothing follows from them a second time."""
    names = [Identifier("public", t.name) for t in wanted]
    for name in names:
        database.execute(SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(name))
    database.execute(SQL("TRUNCATE {}").format(SQL(", ").join(names)))  # what migrations put in
    yield
    database.execute("SET CONSTRAINTS ALL IMMEDIATE")  # a table with checks waiting stays shut
    for name in names:
        database.execute(SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(name))


def _load_entries(
    source: Path, wanted: dict[str, Table], database: Rows, data: Path
) -> dict[str, int]:
    found: dict[str, dict[str, Any]] = {}
    secrets: dict[str, bytes] = {}
    totals: dict[str, Any] | None = None
    with _opened(source) as archive:
        for entry in archive:
            folder, _, name = entry.name.partition("/")
            if folder == "tables" and name.removesuffix(".copy") in wanted:
                table = wanted[name.removesuffix(".copy")]
                found[table.name] = _load_table(database, table, _content(archive, entry))
            elif folder == "files":
                _put(data / "files", Path(name).name, _content(archive, entry).read())
            elif folder == "keys" and keys.is_key(name):
                secrets[name] = _content(archive, entry).read()
            elif entry.name == "totals.json":
                totals = json.load(_content(archive, entry))
    if totals is None or totals["tables"] != found or not _whole(secrets, totals):
        raise BackupRefused(
            f"Bản sao lưu {source} bị cắt hoặc hỏng; chưa có gì được phục hồi. Hãy dùng bản khác."
        )
    keys.put(data, secrets)
    return {name: total["rows"] for name, total in found.items()}


def _whole(secrets: Mapping[str, bytes], totals: Mapping[str, Any]) -> bool:
    """Whether each key is as it was written; a backup older than that says nothing of them."""
    told = totals.get("keys")
    digests = {
        name: {"sha256": hashlib.sha256(content).hexdigest()} for name, content in secrets.items()
    }
    return told is None or told == digests


def _load_table(database: Rows, table: Table, content: IO[bytes]) -> dict[str, Any]:
    digest = hashlib.sha256()
    with database.cursor() as cursor:
        with cursor.copy(table.copy_in()) as copy:
            while piece := content.read(PIECE):
                digest.update(piece)
                copy.write(piece)
        return {"rows": cursor.rowcount, "sha256": digest.hexdigest()}


def _put(folder: Path, sha256: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BackupRefused(f"Tệp {sha256[:12]}… trong bản sao lưu bị hỏng. Hãy dùng bản khác.")
    place = folder / sha256[:2]
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_synced(place / sha256, content)


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _set_sequences(database: Rows, saved: dict[str, int]) -> None:
    """Each sequence goes on past what it had given out, and past every row."""
    owned = database.execute(
        """
        SELECT s.relname, t.relname, a.attname FROM pg_class s
        JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')
             AND d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
        JOIN pg_class t ON t.oid = d.refobjid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        JOIN pg_namespace n ON n.oid = s.relnamespace AND n.nspname = 'public'
        WHERE s.relkind = 'S'
        """
    ).fetchall()
    for sequence, table, column in owned:
        database.execute(
            SQL("SELECT setval({}, GREATEST({}, (SELECT max({}) FROM {}), 1))").format(
                Literal(f'public."{sequence}"'),
                Literal(saved.get(str(sequence), 1)),
                Identifier(str(column)),
                Identifier("public", str(table)),
            )
        )


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(source, "r:gz") as archive:
            yield archive
    except (OSError, EOFError, tarfile.TarError) as error:
        raise BackupRefused(
            f"Không đọc được bản sao lưu {source}: tệp không có, bị cắt hoặc hỏng."
        ) from error


def _content(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    content = archive.extractfile(entry)
    if content is None:
        raise BackupRefused("Bản sao lưu có mục không phải tệp. Hãy dùng bản khác.")
    return content
