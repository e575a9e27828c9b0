"""The manual's installation on a Debian with systemd: the service starts by itself, comes back
when every process of it is killed and when the power goes, and has lost nothing."""

import os
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import watching
from booting import Machine, machine

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can boot a machine"),
    pytest.mark.skipif(not Path("/lib/systemd/systemd").exists(), reason="no systemd here"),
]

ROOT = Path(__file__).parents[2]
PORT, DATA = "8797", "/var/lib/motcua"
WARD = ("--kind", "ward", "--name", "UBND phường Nam Sơn Mẫu", "--agency-code", "000.99.99.H56")
FIRST = ("--admin-name", "Lê Thị Quản Trị Mẫu", "--admin-login", "quantri")
WARD_SLUG = "ubnd-phuong-nam-son-mau"
ROWS = 400


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Machine]:
    """A machine on which the manual's one command was typed, in an empty clone."""
    words = ["git", "clone", "-q", ROOT, tmp_path / "motcua"]
    subprocess.run(words, check=True)
    (tmp_path / "machine").mkdir()
    with machine(tmp_path / "machine") as one:
        one.boot()
        one.take(tmp_path / "motcua", "srv/motcua")
        done = one.run("sh", "-c", f"cd /srv/motcua && PORT={PORT} sh deploy/install.sh")
        assert done.returncode == 0, done.stderr[-3000:]
        yield one


def motcua(one: Machine, *words: str, given: str = "") -> str:
    """What the program says to the service's own user."""
    user = ("setpriv", "--reuid", "motcua", "--regid", "motcua", "--clear-groups")
    clean = ("env", "-i", "-C", DATA, "PATH=/usr/bin:/bin", f"HOME={DATA}", f"MOTCUA_DATA={DATA}")
    done = one.run(*user, *clean, "/opt/motcua/bin/motcua", *words, given=given)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=5) as page:
            return bool(page.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def restarts(one: Machine) -> str:
    return one.said("systemctl", "show", "-p", "NRestarts", "--value", "motcua")


def register_of(rows: int) -> str:
    """Dossiers kept in a sheet before."""
    head = "office,procedure_code,applicant_name,received_at"
    row = f"{WARD_SLUG},1.004492,Lê Thị Sổ Mẫu {{0}},2026-01-05T08:{{1:02d}}:00+07:00"
    return "\n".join([head, *(row.format(n, n % 60) for n in range(rows))])


def test_the_service_survives_the_death_of_all_its_processes_and_of_the_machine(
    installed: Machine, tmp_path: Path
) -> None:
    whole = f"{ROWS} hồ sơ, 0 sai lệch"
    (tmp_path / "so.csv").write_text(register_of(ROWS), "utf-8")
    installed.take(tmp_path / "so.csv", DATA.removeprefix("/"))
    motcua(installed, "setup", *WARD, *FIRST, "--password-stdin", given="mat-khau-rat-dai-01\n")
    motcua(installed, "import", "register", "--commit", "so.csv")
    assert motcua(installed, "verify").startswith(whole)

    installed.run("systemctl", "kill", "-s", "KILL", "motcua")
    assert watching.until(lambda: restarts(installed) == "1", 30)
    assert watching.until(answers, 60)
    assert motcua(installed, "verify").startswith(whole)

    installed.cut_power()
    assert not answers()
    installed.boot()
    assert watching.until(answers, 60)
    assert motcua(installed, "verify").startswith(whole)
