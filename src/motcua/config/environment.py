"""The one table of settings, and the only reader of the environment.

Every setting is a row of `SETTINGS`; the operations manual prints the same rows. An unknown
`MOTCUA_…` name is refused, so that a misspelt setting is never silently the default. What the
environment leaves open, the data folder's own `motcua.conf` answers (`NAME=value` a line).
"""

import contextlib
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from motcua.config import filing
from motcua.config.outgoing import ROWS, Outgoing, outgoing
from motcua.config.said import SettingRefused
from motcua.files.limits import Limits

Kind = Literal["text", "folder", "address", "url", "count", "database"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One name in the environment: its kind, default, and what an administrator reads."""

    name: str
    kind: Kind
    default: str
    description: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "MOTCUA_DATA",
        "folder",
        "var",
        "Thư mục dữ liệu: cơ sở dữ liệu kèm theo, tệp, khoá, nhật ký, bản sao lưu.",
    ),
    Setting(
        "DATABASE_URL",
        "database",
        "",
        "Máy chủ PostgreSQL (từ bản 15) dùng thay cơ sở dữ liệu kèm theo, "
        "dạng postgresql://người_dùng@máy/tên.",
    ),
    Setting("MOTCUA_LISTEN", "address", "127.0.0.1:8000", "Địa chỉ và cổng phục vụ."),
    Setting(
        "MOTCUA_PUBLIC_URL",
        "url",
        "",
        "Địa chỉ công khai in trong mã QR và thông báo; để trống thì giấy tờ không có mã QR.",
    ),
    Setting(
        "MOTCUA_PROXY",
        "text",
        "",
        "Địa chỉ máy chủ web đứng trước, cách nhau bằng dấu phẩy; nơi được tin khi nói ai hỏi.",
    ),
    Setting("MOTCUA_WORKERS", "count", "2", "Số tiến trình phục vụ trang."),
    Setting("MOTCUA_THREADS", "count", "4", "Số luồng trong mỗi tiến trình phục vụ trang."),
    Setting("MOTCUA_LOG_LEVEL", "text", "INFO", "Mức nhật ký: DEBUG, INFO, WARNING hoặc ERROR."),
    Setting(
        "MOTCUA_TSA_URL",
        "url",
        "",
        "Nơi cấp dấu thời gian (RFC 3161) cho chữ ký số; để trống thì chữ ký không kèm dấu.",
    ),
    Setting(
        "MOTCUA_REPORT_PERIOD",
        "text",
        "15-14",
        "Quý của biểu II.06, II.07: 15-14 (ngày 15 tháng trước quý đến ngày 14 tháng cuối quý, "
        "NĐ 09/2019) hoặc 1-31 (quý dương lịch).",
    ),
    *(Setting(*row) for row in filing.ROWS),
    *(Setting(*row) for row in ROWS),
)

PACKAGE = Path(__file__).resolve().parents[1]
REPORT_PERIODS = ("15-14", "1-31")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
FILE = "motcua.conf"
HEAD = "# Thiết lập của thư mục này; biến môi trường cùng tên được ưu tiên."
LOCAL_HOSTS = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of this process, parsed."""

    data: Path
    database_url: str
    host: str
    port: int
    public_url: str
    proxies: tuple[str, ...]
    workers: int
    threads: int
    log_level: str
    tsa_url: str
    report_period: str
    files: Limits
    scanner: Path
    outgoing: Outgoing

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the pages."""
        return self.host in LOCAL_HOSTS

    @property
    def local_url(self) -> str:
        """Where a browser on this machine finds the pages."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether people reach the pages by https."""
        return self.public_url.startswith("https://")

    @property
    def hosts(self) -> list[str]:
        """The host names the pages answer to."""
        public = urlsplit(self.public_url).hostname
        own = own_names() if self.host in ("0.0.0.0", "::") else [self.host]  # noqa: S104
        return list(dict.fromkeys([*([public] if public else []), *own, *LOCAL_HOSTS]))

    @property
    def origins(self) -> list[str]:
        """The origins whose forms are trusted, beside the page's own."""
        if not self.public_url:
            return []
        parts = urlsplit(self.public_url)
        return [f"{parts.scheme}://{parts.netloc}"]


def read(environ: Mapping[str, str] | None = None) -> Environment:
    """The settings in `environ` (default: this process's). Raises SettingRefused."""
    source = os.environ if environ is None else environ
    _refuse_unknown(source)
    data = _folder(source.get("MOTCUA_DATA", "").strip() or SETTINGS[0].default)
    kept = kept_in(data)
    _refuse_unknown(kept)
    value = {
        s.name: source.get(s.name, "").strip() or kept.get(s.name, "") or s.default
        for s in SETTINGS
    }
    host, port = _address(value["MOTCUA_LISTEN"])
    return Environment(
        data=data,
        database_url=_database(value["DATABASE_URL"]),
        host=host,
        port=port,
        public_url=check_url(value["MOTCUA_PUBLIC_URL"]),
        proxies=tuple(part.strip() for part in value["MOTCUA_PROXY"].split(",") if part.strip()),
        workers=_count("MOTCUA_WORKERS", value["MOTCUA_WORKERS"]),
        threads=_count("MOTCUA_THREADS", value["MOTCUA_THREADS"]),
        log_level=_level(value["MOTCUA_LOG_LEVEL"]),
        tsa_url=check_url(value["MOTCUA_TSA_URL"], "MOTCUA_TSA_URL"),
        report_period=_report_period(value["MOTCUA_REPORT_PERIOD"]),
        files=filing.limits(value),
        scanner=_folder(value["MOTCUA_SCANNER"]) if value["MOTCUA_SCANNER"] else data / "scanner",
        outgoing=outgoing(value),
    )


def kept_in(data: Path) -> dict[str, str]:
    """The settings of the folder's own file; none when there is no file. Raises SettingRefused."""
    try:
        lines = (data / FILE).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError):
        raise SettingRefused(f"Không đọc được tệp {data / FILE}. Hãy xem lại tệp ấy.") from None
    kept = {}
    for line in lines:
        name, sign, value = line.partition("=")
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not sign:
            raise SettingRefused(f"Dòng “{line[:60]}” của {data / FILE} phải có dạng TÊN=giá trị.")
        kept[name.strip()] = value.strip()
    return kept


def keep(data: Path, settings: Mapping[str, str]) -> None:
    """Write settings into the folder's own file, beside what it says already; whole or not at all.

    A running `serve` takes them up by itself.
    """
    lines = [f"{name}={value}" for name, value in (kept_in(data) | dict(settings)).items()]
    draft = data / f".{FILE}.{os.getpid()}"
    draft.write_text("".join(f"{line}\n" for line in [HEAD, *lines]), encoding="utf-8")
    draft.chmod(0o600)
    draft.replace(data / FILE)


def is_set_outside(name: str) -> bool:
    """Whether this process was started with the setting, which then goes before the folder's."""
    return bool(os.environ.get(name, "").strip())


def stamp(data: Path) -> int:
    """When the folder's own file was last written, in nanoseconds; 0 without one."""
    try:
        return (data / FILE).stat().st_mtime_ns
    except OSError:
        return 0


def own_names() -> list[str]:
    """By which names other machines of the office may call this one: its name, its address."""
    names = [socket.gethostname()]
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing; the kernel only chooses an address
        names.append(probe.getsockname()[0])
    return [name.lower() for name in names if name]


def _refuse_unknown(source: Mapping[str, str]) -> None:
    known = {s.name for s in SETTINGS}
    unknown = sorted(n for n in source if n.startswith("MOTCUA_") and n not in known)
    if unknown:
        raise SettingRefused(
            f"Không có thiết lập tên {unknown[0]}. "
            f"Các tên dùng được: {', '.join(sorted(known))}. Hãy sửa hoặc bỏ tên này."
        )


def _folder(text: str) -> Path:
    folder = Path(text).expanduser()
    if folder.is_absolute():
        return folder
    return Path.cwd() / folder if text != "var" else _home() / folder


def _home() -> Path:
    """The checkout this file lies in; where there is none (a wheel), the working folder."""
    checkout = Path(__file__).resolve().parents[3]
    return checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()


def _database(text: str) -> str:
    if text and urlsplit(text).scheme not in ("postgres", "postgresql"):
        raise SettingRefused(
            "DATABASE_URL phải có dạng postgresql://người_dùng@máy/tên_cơ_sở_dữ_liệu."
        )
    return text


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdecimal() or not 0 < int(port) < 65536 or not host:
        raise SettingRefused(
            f"MOTCUA_LISTEN là “{text}”, không phải địa chỉ và cổng. Ví dụ đúng: 127.0.0.1:8000."
        )
    return host.strip("[]"), int(port)


def check_url(text: str, name: str = "MOTCUA_PUBLIC_URL") -> str:
    """A web address without its last slash, or nothing. Raises SettingRefused."""
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise SettingRefused(
            f"{name} là “{text}”, không phải địa chỉ web. Ví dụ đúng: https://motcua.bimson.gov.vn."
        )
    return text.rstrip("/")


def _count(name: str, text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise SettingRefused(f"{name} là “{text}”; cần một số từ 1 đến 64.")
    return int(text)


def _report_period(text: str) -> str:
    if text not in REPORT_PERIODS:
        raise SettingRefused(
            f"MOTCUA_REPORT_PERIOD là “{text}”; cần một trong: {', '.join(REPORT_PERIODS)}."
        )
    return text


def _level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise SettingRefused(
            f"MOTCUA_LOG_LEVEL là “{text}”; cần một trong: {', '.join(LOG_LEVELS)}."
        )
    return text.upper()
