"""`motcua clock < cases.json`: due times with their explanations; no database, no Django."""

import sys
from collections.abc import Sequence

from motcua.config import cli


def run(arguments: Sequence[str]) -> int:
    cli.parser("clock").parse_args(arguments)
    from motcua.core.clock import cases

    return cases.run(sys.stdin, sys.stdout, sys.stderr)
