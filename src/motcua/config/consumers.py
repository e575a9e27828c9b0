"""Who follows the events of dossiers: the rooms above them, joined here and nowhere else."""

from importlib import import_module
from importlib.util import find_spec


def join() -> None:
    """Fill `dossiers.consumers`; called once in each process."""
    from django.apps import apps

    if not apps.is_installed("motcua.dossiers"):
        return
    found = []
    for room in ("motcua.reports", "motcua.fees", "motcua.messages"):
        if find_spec(f"{room}.consumers"):
            found += import_module(f"{room}.consumers").CONSUMERS
    import_module("motcua.dossiers.consumers").fill(tuple(found))
