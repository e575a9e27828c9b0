"""The one program: `motcua …`. Django is imported only by the commands that need it.

Exit status 0 done, 1 said no (the reason on stderr, in plain words), 2 wrong usage.
"""

import argparse
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from motcua.config import environment
from motcua.config.said import Said
from motcua.core.refusal import Refused

_OTHER_TABLES = ("UndefinedTable", "UndefinedColumn", "UndefinedFunction")
COMMANDS: dict[str, str] = {
    "demo": "nạp thị xã Bỉm Sơn mẫu nếu chưa có, in Phụ lục II và tài khoản, rồi phục vụ",
    "serve": "phục vụ trang và việc nền",
    "clock": "tính hẹn trả của các trường hợp đọc từ đầu vào (JSON)",
    "check": "kiểm tra một quy trình nội bộ trước khi công bố",
    "import": "nhập sổ theo dõi hồ sơ từ nơi khác (CSV, XLSX)",
    "report": "xuất báo cáo",
    "setup": "chuẩn bị một thư mục dữ liệu: bảng, dữ liệu gốc",
    "upgrade": "nâng cấp thư mục cho bản này: sao lưu, chuyển, kiểm tra; hỏng thì trở lại như cũ",
    "verify": "dựng lại mọi hồ sơ từ sự kiện và nêu từng chỗ khác",
    "tallies": "so bảng đếm của báo cáo với đếm lại từng hồ sơ, sửa khi sai",
    "waits": "tính lại thời gian chờ thực tế công bố cho người dân",
    "keys": "xem, đổi, thu hồi khoá ký mã trên giấy tờ",
    "audit": "xuất nhật ký của một kỳ ra tệp tự chứng minh được",
    "backup": "sao lưu ra một tệp",
    "restore": "phục hồi từ một tệp vào nơi còn trống",
    "database": "in địa chỉ cơ sở dữ liệu, khởi động bản kèm theo nếu cần",
    "manage": "lệnh quản trị của Django",
}

MODULES = {"import": "importing"}  # `import` is no name for a module


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and answer its exit status. No traceback reaches a person."""
    _speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("-h", "--help"):
        return _help()
    name = arguments[0]
    if name not in COMMANDS:
        sys.stderr.write(f"motcua: không có lệnh “{name}”. Gõ motcua --help để xem các lệnh.\n")
        return 2
    try:
        module = MODULES.get(name, name)
        return int(import_module(f"motcua.config.commands.{module}").run(arguments[1:]))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except Exception as error:  # noqa: BLE001 (the last wall before a person)
        return _refuse(error)


def _speak_utf8() -> None:
    """Vietnamese in and out, whatever the locale; an odd byte never ends a command."""
    for stream, errors in (
        (sys.stdin, "surrogateescape"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _help() -> int:
    sys.stdout.write("Cách dùng: motcua LỆNH …  (motcua LỆNH --help nói rõ từng lệnh)\n\n")
    for name, words in COMMANDS.items():
        sys.stdout.write(f"  {name:<10}{words}\n")
    return 0


def parser(name: str) -> argparse.ArgumentParser:
    """The parser of one command."""
    return argparse.ArgumentParser(prog=f"motcua {name}", description=COMMANDS[name])


def _refuse(error: Exception) -> int:
    """The sentence of a foreseen refusal; of anything else, where the trace was kept."""
    if isinstance(error, Said):
        sys.stderr.write(f"motcua: {error}\n")
        return 1
    if isinstance(error, Refused):
        from motcua.config.refusals import sentence_of

        sys.stderr.write(f"motcua: {sentence_of(error) or error.code}\n")
        return 1
    if type(error).__name__ == "Refused":
        return _refuse_by_rule(error)
    where = _keep(error)
    if type(error).__name__ == "OperationalError":  # psycopg's or Django's, imported or not
        sys.stderr.write(
            "motcua: không nối được cơ sở dữ liệu. Kiểm tra DATABASE_URL và máy chủ PostgreSQL, "
            "rồi chạy lại.\n"
        )
        return 1
    if type(error.__cause__).__name__ in _OTHER_TABLES:
        sys.stderr.write(
            "motcua: dữ liệu ở thư mục này là của bản chương trình khác. Nếu bản này mới hơn: "
            "motcua upgrade, rồi chạy lại.\n"
        )
        return 1
    kept = f" Chi tiết cho người sửa ở {where}." if where else ""
    sys.stderr.write(f"motcua: có lỗi không lường trước ({type(error).__name__}).{kept}\n")
    return 1


def _refuse_by_rule(error: Exception) -> int:
    """What a room refuses, in that room's words. Only rooms that loaded Django refuse."""
    from motcua.config import refusals
    from motcua.core.refusal import Refused

    words = refusals.sentence_of(error) if isinstance(error, Refused) else ""
    sys.stderr.write(f"motcua: {words or error}\n")
    return 1


def _keep(error: Exception) -> Path | None:
    """Write the trace into the data folder's log, if there is one."""
    try:
        path = environment.read().data / "log" / "errors.log"
        with path.open("a") as file:
            traceback.print_exception(error, file=file)
    except (OSError, Said):
        return None
    return path
