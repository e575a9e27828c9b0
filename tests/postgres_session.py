"""The PostgreSQL of a test session: template databases, copies, and who is connected to which."""

import fcntl
import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

import watching
from motcua.config import embedded, postgres

BLANK = "blank"
DEMO = "demonstration"
MEMORY, PLENTY = Path("/dev/shm"), 8 * 1024**3  # noqa: S108 (closed to others below)
FAST = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
    "max_connections": "200",  # several houses, each with workers that keep theirs
}  # fmt: skip


@dataclass
class Server:
    """A running server, and a folder whose lock keeps two workers from making one template."""

    folder: Path
    parts: dict[str, Any]
    prefix: str
    using: str = field(default="")

    def conninfo(self, name: str) -> str:
        """libpq's address of a database."""
        return make_conninfo(**(self.parts | {"dbname": name}))

    def url(self, name: str) -> str:
        """The DATABASE_URL of a database, for a program under test."""
        p = self.parts
        port = f"&port={p['port']}" if "port" in p else ""
        secret = f"&password={p['password']}" if "password" in p else ""
        return f"postgresql://{p.get('user', '')}@/{name}?host={p['host']}{port}{secret}"

    def execute(self, *statements: sql.Composed) -> None:
        """Run statements outside a transaction, on the server's own database."""
        with psycopg.connect(self.conninfo("postgres"), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)

    def has(self, name: str) -> bool:
        with psycopg.connect(self.conninfo("postgres")) as connection:
            query = "SELECT 1 FROM pg_database WHERE datname = %s"
            return connection.execute(query, [name]).fetchone() is not None

    def copy(self, template: str, name: str = "") -> str:
        """A new database like `template`; answers its name. 0.05–0.2 s."""
        made = f"{self.prefix}{name or 'copy_' + uuid.uuid4().hex[:12]}"
        with self._alone():  # a template must have no sessions, nor be copied twice at once
            self.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(made)),
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                    sql.Identifier(made), sql.Identifier(template)
                ),
            )
        return made

    def drop(self, name: str) -> None:
        self.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )

    def use(self, name: str) -> str:
        """Connect Django to a database; answers the one it was connected to."""
        from django.db import connections

        connections.close_all()
        before, self.using = self.using, name
        wanted = self.parts | {"dbname": name}
        keys = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
        row = connections["default"].settings_dict
        row |= {key: str(wanted.get(part, "")) for key, part in keys.items()}
        row["PORT"] = str(wanted.get("port", ""))
        return before

    def leave(self) -> None:
        from django.db import connections

        connections.close_all()

    def blank(self) -> str:
        """The name of a migrated database without rows; made by the first who asks."""
        return self._template(BLANK, source="template0", fill=_migrate)

    def demonstration(self) -> str:
        """The name of a database with the demonstration; loaded by the first who asks."""
        return self._template(DEMO, source=self.blank(), fill=_load_demonstration)

    def _template(self, name: str, *, source: str, fill: Any) -> str:
        full = f"{self.prefix}{name}"
        with self._alone(name):
            if not self.has(full):
                draft = self.copy(source, f"{name}_draft")
                before = self.use(draft)
                fill(self.url(draft))
                self.leave()
                if before:
                    self.use(before)
                self.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                        sql.Identifier(draft), sql.Identifier(full)
                    )
                )
        return full

    @contextmanager
    def _alone(self, what: str = "copy") -> Iterator[None]:
        handle = os.open(self.folder / f"{what}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


@contextmanager
def session_server(folder: Path, **more: str) -> Iterator[Server]:
    """The server of DATABASE_URL, else an embedded one for this session, set as `more` says."""
    given = os.environ.get("DATABASE_URL", "")
    if given:
        parts = conninfo_to_dict(given)
        yield Server(folder, parts, prefix=f"motcua_{folder.name.replace('-', '_')}_")
        return
    with _room(folder) as data, embedded.using(data, FAST | more):
        where = {"host": str(postgres.socket_folder(data)), "user": postgres.USER}
        yield Server(folder, where, prefix="")


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """Where the server of a session keeps its files: in memory where there is plenty, since a
    database is a thousand files and hundreds are made and thrown away. The last one out clears it,
    and what a killed session left."""
    if not MEMORY.is_dir() or shutil.disk_usage(MEMORY).free < PLENTY:
        yield folder / "postgres"
        return
    mine = f"motcua-{os.getuid()}-"
    room = MEMORY / (mine + hashlib.sha256(os.fsencode(folder)).hexdigest()[:12])
    with _lock_of(room) as used:
        fcntl.flock(used, fcntl.LOCK_SH)
        yield room
    for left in MEMORY.glob(f"{mine}*.lock"):
        with suppress(OSError), _lock_of(left.with_suffix("")) as used:
            fcntl.flock(used, fcntl.LOCK_EX | fcntl.LOCK_NB)
            note = postgres.cluster(left.with_suffix("")) / "postmaster.pid"
            watching.until(lambda note=note: not note.exists(), 20)  # type: ignore[misc]
            shutil.rmtree(left.with_suffix(""), ignore_errors=True)
            left.unlink()


@contextmanager
def _lock_of(room: Path) -> Iterator[int]:
    handle = os.open(room.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def _migrate(url: str) -> None:
    """Tables as a new folder gets them; that they are what the migrations make is a test of its
    own (`tests/config/test_written_tables.py`)."""
    from motcua.config import migrating

    migrating.migrate()


def _load_demonstration(url: str) -> None:
    """The loader starts processes of its own, which find the database by the environment."""
    from motcua.config import demonstration

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        demonstration.prepare(None)
