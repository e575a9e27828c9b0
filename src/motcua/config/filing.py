"""The settings of files that come in: how large they may be, and where scanners put them."""

from collections.abc import Mapping
from typing import Literal

from motcua.config.said import SettingRefused
from motcua.files.limits import Limits

MILLION = 1_000_000
MOST = 2_000
ROWS: tuple[tuple[str, Literal["text", "count"], str, str], ...] = (
    ("MOTCUA_FILE_MB", "count", "20", "Một tệp nộp vào hồ sơ lớn nhất bao nhiêu MB."),
    ("MOTCUA_DOSSIER_MB", "count", "200", "Tất cả tệp của một hồ sơ lớn nhất bao nhiêu MB."),
    (
        "MOTCUA_SCANNER",
        "text",
        "",
        "Thư mục máy quét thả tệp vào, mỗi cơ quan một thư mục con; để trống thì là scanner "
        "trong thư mục dữ liệu.",
    ),
)


def limits(value: Mapping[str, str]) -> Limits:
    """The limits of `value`, by name. Raises SettingRefused."""
    one, whole = (_megabytes(name, value[name]) for name in ("MOTCUA_FILE_MB", "MOTCUA_DOSSIER_MB"))
    if whole < one:
        raise SettingRefused("MOTCUA_DOSSIER_MB phải ít nhất bằng MOTCUA_FILE_MB.")
    return Limits(file_bytes=one * MILLION, dossier_bytes=whole * MILLION)


def _megabytes(name: str, text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST:
        raise SettingRefused(f"{name} là “{text}”; cần một số MB từ 1 đến {MOST}.")
    return int(text)
