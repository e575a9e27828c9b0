"""`motcua database`: the address of the database, which runs when the address is printed."""

import sys
from collections.abc import Sequence

from motcua.config import cli, databases, embedded, environment


def run(arguments: Sequence[str]) -> int:
    cli.parser("database").parse_args(arguments)
    env = environment.read()
    if not env.database_url:
        embedded.keep(env.data)
    sys.stdout.write(f"{databases.url(env)}\n")
    return 0
