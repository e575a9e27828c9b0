"""`motcua setup` at a terminal: the same questions as the page, the same refusals."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import watching

WARD = ("--name", "UBND phường Nam Sơn Mẫu", "--agency-code", "000.09.19.H56")
ADMIN = ("--admin-name", "Lê Thị Cửa Mẫu", "--admin-login", "quantri")
PASSWORD = "ba con mèo vàng ngủ\n"  # noqa: S105 - an invented one


def setup(data: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*watching.PROGRAM, "setup", *words],
        env=watching.environment(data),
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def data(prepared: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with tables into which no office moved; the tests go through it in any order."""
    return prepared(tmp_path_factory.mktemp("setup") / "data")


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (WARD, PASSWORD, "Chưa ghi họ và tên"),
        ((*WARD, *ADMIN), "ngắn\n", "ít nhất 10 ký tự"),
        ((*WARD, *ADMIN, "--next-number", "mười"), PASSWORD, "Số của hồ sơ đầu tiên"),
        ((*WARD[:3], "000.01.19.H56", *ADMIN), PASSWORD, "đã là của Phường Ba Đình"),
        (("--office", "khong-co", *WARD[2:], *ADMIN), PASSWORD, "Đơn vị"),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nobody_moves_in(
    data: Path, words: tuple[str, ...], typed: str, said: str
) -> None:
    done = setup(data, *words, typed=typed)

    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "mã thiết lập:" in setup(data).stdout


def test_the_offices_one_may_choose_are_listed(data: Path) -> None:
    listed = setup(data, "--list").stdout

    assert "phuong-bim-son" in listed
    assert "ba-dinh" not in listed  # it ended in July 2025
    assert "kho-bac" not in listed


def test_what_was_not_given_is_asked_and_nobody_moves_in_twice(
    prepared: Callable[[Path], Path], tmp_path: Path
) -> None:
    data = prepared(tmp_path / "data")
    answers = f"UBND phường Nam Sơn Mẫu\n000.09.19.H56\nLê Thị Cửa Mẫu\nquantri\n{PASSWORD}"

    done = setup(data, "--ask", typed=answers)
    again = setup(data, "--ask", typed=answers)

    assert done.returncode == 0, done.stderr
    assert "Tên đăng nhập, ví dụ quantri" in done.stdout
    assert "Đã thiết lập UBND phường Nam Sơn Mẫu" in done.stdout
    assert again.returncode == 1
    assert "đã được thiết lập" in again.stderr
