"""What a command does before it may use rows: settings, folders, key, server, Django."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from motcua.config import embedded, environment, keys
from motcua.config.environment import Environment


@contextmanager
def started() -> Iterator[Environment]:
    """A process with Django ready and its database running. Raises SettingRefused, ServerRefused.

    0.5 s, and what `embedded.using` takes.
    """
    env = environment.read()
    embedded.make_folders(env.data)
    keys.ensure(env.data)
    if env.database_url:
        _ready()
        yield env
        return
    with embedded.using(env.data):
        _ready()
        try:
            yield env
        finally:
            _leave()


def _ready() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    import django

    django.setup()


def _leave() -> None:
    from django.db import connections

    connections.close_all()
