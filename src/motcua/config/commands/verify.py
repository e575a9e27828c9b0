"""`motcua verify`: replays every dossier and names each difference."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("verify").parse_args(arguments)
    with started():
        from motcua.dossiers import verify

        return verify.run(sys.stdout)
