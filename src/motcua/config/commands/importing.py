"""`motcua import …`: what is taken over from elsewhere; its own arguments follow."""

from collections.abc import Sequence

from motcua.config.progress import bar
from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    with started():
        from motcua.exchange.register import commands

        if "--commit" not in arguments:
            return commands.run(list(arguments))
        with bar("Nhập sổ") as tell:
            return commands.run(list(arguments), tell)
