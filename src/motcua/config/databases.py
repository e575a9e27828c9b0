"""Where the rows are: the embedded server's socket, or the server of DATABASE_URL."""

from typing import Any
from urllib.parse import urlencode

from psycopg.conninfo import conninfo_to_dict

from motcua.config import postgres
from motcua.config.environment import Environment

_PARTS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def url(environment: Environment) -> str:
    """The connection address; of the embedded server whether or not it runs."""
    if environment.database_url:
        return environment.database_url
    where = urlencode({"host": str(postgres.socket_folder(environment.data))})
    return f"postgresql://{postgres.USER}@/{postgres.DATABASE}?{where}"


def databases(environment: Environment) -> dict[str, dict[str, Any]]:
    """Django's DATABASES. Connections are kept and checked: faster than a pool, and they
    come back by themselves after a restart of the server."""
    parts = conninfo_to_dict(url(environment))
    row: dict[str, Any] = {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {},
    }
    for name, value in parts.items():
        if name in _PARTS:
            row[_PARTS[name]] = str(value)
        else:
            row["OPTIONS"][name] = value
    return {"default": row}
