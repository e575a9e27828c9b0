"""How root runs PostgreSQL, which refuses root: without a new account or a changed mode.

First choice: a user namespace, in which root's own files look like a plain user's. Where that
is forbidden (some containers): an unprivileged uid that may read through closed parent folders
(CAP_DAC_READ_SEARCH) and owns only the database's folder. A plain user needs neither.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ACCOUNT = "nobody"  # initdb wants its uid to have a name, and every system has this one


@dataclass(frozen=True, slots=True)
class Guise:
    """What goes before a command, and who owns the files it makes (None: the caller)."""

    prefix: tuple[str, ...]
    owner: int | None


PLAIN = Guise((), None)


class NoGuise(Exception):
    """This process cannot become anybody PostgreSQL accepts."""


def guise(cluster: Path, initdb: Path) -> Guise:
    """How this process runs PostgreSQL on the folder `cluster`, which may not exist yet.

    A folder already made keeps the guise it was made in. Raises NoGuise; about 20 ms as root.
    """
    uid = os.geteuid()
    if uid != 0 and _named(uid):
        return PLAIN
    owner = cluster.stat().st_uid if cluster.exists() else None
    for choice in (_namespace(), _setpriv() if uid == 0 else None):
        wanted = choice and (owner is None or (choice.owner or uid) == owner)
        if choice and wanted and _works(choice, initdb, cluster.parent):
            return choice
    raise NoGuise


def _named(uid: int) -> bool:
    """Whether this uid has an account; in a container it may have none."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        return None


def _namespace() -> Guise | None:
    unshare, account = shutil.which("unshare"), _account()
    if not unshare or not account:
        return None
    return Guise((unshare, "--user", f"--map-user={account.pw_uid}", "--"), None)


def _setpriv() -> Guise | None:
    setpriv, account = shutil.which("setpriv"), _account()
    if not setpriv or not account:
        return None
    rights = "-all,+dac_read_search"
    ids = (f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups")
    caps = (f"--inh-caps={rights}", f"--ambient-caps={rights}", f"--bounding-set={rights}")
    return Guise((setpriv, *ids, *caps, "--"), account.pw_uid)


def _works(choice: Guise, initdb: Path, folder: Path) -> bool:
    """Whether PostgreSQL finds its own programs in this guise, and reaches the folder.

    It looks for them with access(2), which leaves the reading right of the second guise out of
    account: programs below a closed folder are out of its reach, the data folder (stat) is not.
    """
    probes = [[str(initdb), "--show", "--pgdata", str(folder)], ["stat", "--", f"{folder}/."]]
    return all(
        subprocess.run(  # noqa: S603
            [*choice.prefix, *probe],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=20,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        ).returncode
        == 0
        for probe in probes
    )
