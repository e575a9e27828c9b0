"""`motcua report …`: the reports' own arguments follow."""

from collections.abc import Sequence

from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    with started():
        from motcua.reports import commands

        return commands.run(list(arguments))
