"""How root runs PostgreSQL, which refuses root: without a new account or a changed mode.

First choice: a user namespace, in which root's own files look like a plain user's. Where that
is forbidden (some containers): an unprivileged uid that may read through closed parent folders
(CAP_DAC_READ_SEARCH) and owns only the database's folder. A plain user needs neither.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMESPACE_UID = 1000
PLAIN_UID = 65533  # no account's; 65534 is nobody, whom other programs use


@dataclass(frozen=True, slots=True)
class Guise:
    """What goes before a command, and who owns the files it makes (None: the caller)."""

    prefix: tuple[str, ...]
    owner: int | None


PLAIN = Guise((), None)


class NoGuise(Exception):
    """Root can neither make a user namespace nor change to another uid."""


def guise(cluster: Path, program: Path) -> Guise:
    """How this process runs `program` on the folder `cluster`, which may not exist yet.

    A folder already made keeps the guise it was made in. Raises NoGuise; about 10 ms as root.
    """
    if os.geteuid() != 0:
        return PLAIN
    owner = cluster.stat().st_uid if cluster.exists() else None
    for choice in (_namespace(), _setpriv()):
        wanted = choice and (owner is None or (choice.owner or 0) == owner)
        if choice and wanted and _works(choice, program, cluster.parent):
            return choice
    raise NoGuise


def _namespace() -> Guise | None:
    unshare = shutil.which("unshare")
    if not unshare:
        return None
    return Guise((unshare, "--user", f"--map-user={NAMESPACE_UID}", "--"), None)


def _setpriv() -> Guise | None:
    setpriv = shutil.which("setpriv")
    if not setpriv:
        return None
    rights = "-all,+dac_read_search"
    ids = (f"--reuid={PLAIN_UID}", f"--regid={PLAIN_UID}", "--clear-groups")
    caps = (f"--inh-caps={rights}", f"--ambient-caps={rights}", f"--bounding-set={rights}")
    return Guise((setpriv, *ids, *caps, "--"), PLAIN_UID)


def _works(choice: Guise, program: Path, folder: Path) -> bool:
    """Whether the program runs in this guise and reaches the folder.

    `stat`, not `test`: access(2) leaves the reading right of the second guise out of account.
    """
    return all(
        subprocess.run(  # noqa: S603
            [*choice.prefix, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=20,
        ).returncode
        == 0
        for command in ([str(program), "--version"], ["stat", "--", f"{folder}/."])
    )
