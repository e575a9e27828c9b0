"""`motcua manage …`: Django's own commands, with the database running."""

from collections.abc import Sequence

from motcua.config.starting import started


def run(arguments: Sequence[str]) -> int:
    with started():
        from django.core.management import execute_from_command_line

        execute_from_command_line(["motcua manage", *arguments])
    return 0
