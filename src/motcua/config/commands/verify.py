"""`motcua verify`: replays every dossier, checks every chain, names each difference."""

import sys
from collections.abc import Sequence

from motcua.config import cli
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    cli.parser("verify").parse_args(arguments)
    with started():
        from motcua.dossiers.verifying import run as dossiers
        from motcua.files import store

        damaged = list(store.differences())
        for sha256 in damaged:
            sys.stdout.write(f"tệp {sha256}: thiếu, hoặc nội dung đã bị sửa\n")
        return max(dossiers.run(sys.stdout, sys.stderr), int(bool(damaged)))
