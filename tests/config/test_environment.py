"""The one table of settings: what is unknown or wrong stops the start with a sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.config import cli, environment, keys
from motcua.config.said import SettingRefused

SOURCES = Path(environment.__file__).parents[1]


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("MOTCUA_PUBLIC", "x", "MOTCUA_PUBLIC."),
        ("MOTCUA_LISTEN", "8000", "127.0.0.1:8000"),
        ("MOTCUA_LISTEN", "localhost:99999", "127.0.0.1:8000"),
        ("MOTCUA_PUBLIC_URL", "motcua.vn", "https://"),
        ("MOTCUA_WORKERS", "nhiều", "từ 1 đến 64"),
        ("MOTCUA_WORKERS", "0", "từ 1 đến 64"),
        ("MOTCUA_LOG_LEVEL", "LOUD", "WARNING"),
        ("DATABASE_URL", "sqlite:///x", "postgresql://"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_to_write_instead(name, value, part):
    with pytest.raises(SettingRefused, match=re.escape(part)):
        environment.read({name: value})


def test_hosts_origins_and_secure_cookies_follow_from_the_public_address():
    public = environment.read({"MOTCUA_PUBLIC_URL": "https://motcua.bimson.gov.vn/"})
    alone = environment.read({})

    assert public.hosts[0] == "motcua.bimson.gov.vn"
    assert public.origins == ["https://motcua.bimson.gov.vn"]
    assert public.secure
    assert alone.hosts == ["127.0.0.1", "localhost", "::1"]
    assert (alone.origins, alone.secure) == ([], False)


def test_every_setting_has_a_sentence_and_a_default_that_can_be_read():
    assert all(s.description.endswith(".") for s in environment.SETTINGS)
    assert environment.read({s.name: s.default for s in environment.SETTINGS}).port == 8000


def test_settings_import_without_an_environment_and_leave_nothing_behind(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", "import motcua.config.settings"],
        env={},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_only_config_reads_the_environment():
    readers = re.compile(r"os\.environ|os\.getenv|environb")
    found = [
        str(path.relative_to(SOURCES))
        for path in SOURCES.rglob("*.py")
        if readers.search(path.read_text()) and path.relative_to(SOURCES).parts[0] != "config"
    ]

    assert found == []


def test_the_secret_key_is_made_once_and_closed_to_others(tmp_path):
    keys.ensure(tmp_path)
    first = keys.secret(tmp_path)
    keys.ensure(tmp_path)

    path = tmp_path / "keys" / "secret"
    assert keys.secret(tmp_path) == first
    assert len(first) > 60
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in path.parent.iterdir()) == ["qr", "secret"]


@pytest.mark.parametrize("words", [["nonsense"], ["serve", "--nonsense"], ["check", "tea", "x"]])
def test_wrong_usage_ends_with_2(words, capsys):
    try:
        status = cli.main(words)
    except SystemExit as end:
        status = end.code

    assert status == 2
    assert capsys.readouterr().err


def test_a_wrong_setting_ends_a_command_with_1_and_no_traceback(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "motcua.config", "database"],
        env={"MOTCUA_DATA": str(tmp_path / "data"), "MOTCUA_DATEN": "x"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "MOTCUA_DATEN" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_server_nobody_answers_at_is_a_sentence(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "motcua.config", "setup"],
        env={"MOTCUA_DATA": str(tmp_path), "DATABASE_URL": f"postgresql://x@/x?host={tmp_path}"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_without_a_database_start_quickly_because_they_import_no_framework():
    code = (
        "import sys, io; sys.stdin = io.StringIO('[]')\n"
        "from motcua.config import cli; status = cli.main(['clock'])\n"
        "print(status, any(m.split('.')[0] in ('django', 'psycopg') for m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )

    assert done.stdout.split() == ["[]", "0", "False"], done.stderr
