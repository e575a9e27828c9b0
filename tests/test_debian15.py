"""What touches the database's own rules also holds on Debian's PostgreSQL 15.

Tests marked `debian15` run a second time, against that server, in a session of their own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import debian15

ROOT = Path(__file__).parents[1]


@pytest.mark.prove
@pytest.mark.skipif(not debian15.BINARIES.exists(), reason="postgresql-15 is not installed")
def test_what_is_marked_also_holds_on_debians_server(tmp_path):
    with debian15.running(tmp_path) as parts:
        url = f"postgresql://{parts['user']}@/postgres?host={parts['host']}"
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("PYTEST_", "COV_"))}
        words = ["-m", "debian15", "-n0", "-q", "-p", "no:cacheprovider", "--no-cov"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words, "--basetemp", tmp_path / "inner"],
            cwd=ROOT,
            env=kept | {"DATABASE_URL": url},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 0, done.stdout[-6000:]
