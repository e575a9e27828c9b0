"""`motcua verify`: replays every dossier, checks every chain and hash, names each difference."""

import sys
from collections.abc import Sequence
from itertools import chain

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("verify").parse_args(arguments)
    with started():
        from motcua.dossiers.verifying import run as dossiers
        from motcua.files import store
        from motcua.reports import frozen

        damaged = (f"tệp {one}: thiếu, hoặc nội dung đã bị sửa" for one in store.differences())
        return dossiers.run(sys.stdout, sys.stderr, chain(damaged, frozen.differences()))
