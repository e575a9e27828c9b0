"""The wheel carries all the program needs: unpacked elsewhere, it runs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import watching

ROOT = Path(__file__).parents[2]
LEFT_OUT = {".pyc", ".po", ".mo"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that nothing is left in the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    tracked = subprocess.run(
        ["git", "ls-files", "src"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split()
    names = tracked or [str(p.relative_to(ROOT)) for p in ROOT.glob("src/**/*") if p.is_file()]
    for name in [*names, "pyproject.toml", "setup.py", "README.md"]:
        if (ROOT / name).is_file():
            copy = folder / "source" / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((ROOT / name).read_bytes())
    words = ["-q", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *words, "-w", folder, folder / "source"], check=True
    )
    return next(folder.glob("*.whl"))


def test_every_file_of_the_sources_is_in_it(wheel):
    source = wheel.parent / "source" / "src"
    wanted = {
        p.relative_to(source).as_posix()
        for p in source.rglob("*")
        if p.is_file() and p.suffix not in LEFT_OUT and "egg-info" not in str(p)
    }

    with zipfile.ZipFile(wheel) as archive:
        assert wanted - set(archive.namelist()) == set()


def test_unpacked_elsewhere_it_shows_the_demonstration(wheel, demo_copies, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    where = {"PYTHONPATH": str(tmp_path / "installed"), "DATABASE_URL": demo_copies()}
    code = "import motcua; print(motcua.__file__)"

    place = subprocess.run(
        [sys.executable, "-c", code],
        env=watching.environment(tmp_path, **where),
        capture_output=True,
        text=True,
        check=True,
    )
    shown = subprocess.run(
        [*watching.PROGRAM, "demo", "--no-serve"],
        cwd=tmp_path,
        env=watching.environment(tmp_path / "data", **where),
        capture_output=True,
        text=True,
        check=False,
    )

    assert str(tmp_path) in place.stdout
    assert shown.returncode == 0, shown.stderr
    assert "UBND" in shown.stdout
    assert "853" in shown.stdout
