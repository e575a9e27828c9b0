"""What lies in `deploy/` speaks of commands, settings and files that exist."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from motcua.config import cli, environment

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "huong-dan" / "cai-dat.md"
UNIT = ROOT / "deploy" / "systemd" / "motcua.service"
INSTALLER = ROOT / "deploy" / "install.sh"
SHIPPED = (UNIT, INSTALLER, *sorted((ROOT / "deploy" / "web").iterdir()), MANUAL)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_setting_it_names_is_one(path: Path) -> None:
    named = set(re.findall(r"MOTCUA_[A-Z_]+", path.read_text(encoding="utf-8")))

    assert named <= {setting.name for setting in environment.SETTINGS}


@pytest.mark.parametrize("path", [UNIT, MANUAL], ids=lambda path: path.name)
def test_every_command_it_gives_is_one(path: Path) -> None:
    given = re.findall(r"bin/motcua ([a-z]+)", path.read_text(encoding="utf-8"))

    assert given
    assert set(given) <= set(cli.COMMANDS)


def test_every_file_and_picture_of_the_manual_is_there() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    pictures = re.findall(r"\]\((\.\./[^)]+)\)", text)
    files = re.findall(r"`?(deploy/[a-zA-Z/.]+[a-zA-Z])`?", text)

    missing = [name for name in pictures if not (MANUAL.parent / name).is_file()]
    missing += [name for name in files if not (ROOT / name).is_file()]
    assert pictures
    assert files
    assert missing == []


def test_the_installer_is_a_script_the_shell_can_read() -> None:
    done = subprocess.run(
        ["/bin/sh", "-n", str(INSTALLER)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_unit() -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(UNIT)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )

    said = [line for line in done.stderr.splitlines() if "motcua.service" in line]
    assert [line for line in said if "is not executable" not in line] == []


def test_the_way_in_of_the_installer_is_the_program_it_builds() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert re.search(r'^motcua = "motcua\.config\.', project, re.M)
