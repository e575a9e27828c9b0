"""`motcua setup`: this version's tables and reference data, and, when asked, an office moved in."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from motcua.config import cli
from motcua.config.environment import Environment
from motcua.config.said import Said
from motcua.config.starting import started

if TYPE_CHECKING:
    from motcua.config.installing.form import FirstRunForm

ANSWERS = (
    ("office", "--office", "đơn vị có sẵn, theo tên viết tắt (motcua setup --list)"),
    ("kind", "--kind", "loại đơn vị mới: ward, commune hoặc town"),
    ("name", "--name", "tên đơn vị mới, ví dụ “UBND phường Nam Sơn”"),
    ("below", "--below", "đơn vị trực thuộc, “tên; mã định danh”, nhắc lại được"),
    ("agency_code", "--agency-code", "mã định danh, phần đầu của mã hồ sơ"),
    ("next_number", "--next-number", "số của hồ sơ đầu tiên hôm nay (mặc định 1)"),
    ("address", "--address", "địa chỉ trụ sở"),
    ("phone", "--phone", "điện thoại"),
    ("full_name", "--admin-name", "họ và tên người quản trị đầu tiên"),
    ("title", "--admin-title", "chức danh của người ấy"),
    ("username", "--admin-login", "tên đăng nhập của người ấy"),
    ("public_url", "--public-url", "địa chỉ web công khai"),
)
ASKED = (
    ("name", "Tên đơn vị, ví dụ UBND phường Nam Sơn"),
    ("agency_code", "Mã định danh, ví dụ 000.01.19.H56"),
    ("full_name", "Họ và tên người quản trị"),
    ("username", "Tên đăng nhập, ví dụ quantri"),
)


def run(arguments: Sequence[str]) -> int:
    given = _parser().parse_args(arguments)
    with started() as env:
        from motcua.config import migrating, reference

        migrating.migrate()
        changed = reference.load()
        words = ", ".join(changed) or "không có gì mới"
        sys.stdout.write(f"Thư mục {env.data} đã sẵn sàng. Dữ liệu gốc vừa nạp: {words}.\n")
        if given.list:
            return _list()
        if _wants_office(given):
            return _move_in(given, env)
        _tell(env)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = cli.parser("setup")
    for name, flag, words in ANSWERS:
        parser.add_argument(
            flag, dest=name, help=words, action="append" if name == "below" else "store"
        )
    parser.add_argument("--on-network", action="store_true", help="máy khác trong mạng được dùng")
    parser.add_argument("--ask", action="store_true", help="hỏi từng điều còn thiếu")
    parser.add_argument("--list", action="store_true", help="in các đơn vị có sẵn")
    parser.add_argument(
        "--password-stdin", action="store_true", help="đọc mật khẩu từ dòng đầu của đầu vào"
    )
    return parser


def _wants_office(given: argparse.Namespace) -> bool:
    return given.ask or any(getattr(given, name) for name, _, _ in ANSWERS)


def _list() -> int:
    from motcua.config.installing.form import WITH_DESK
    from motcua.organization.selectors import offices

    for office in offices():
        if office.kind in WITH_DESK:
            sys.stdout.write(f"  {office.slug:<24}{office.agency_code:<20}{office.name}\n")
    return 0


def _tell(env: Environment) -> None:
    """What is left to do, when no office has moved in."""
    from motcua.config.installing import code
    from motcua.identity.selectors import anybody_can_sign_in

    if not anybody_can_sign_in():
        sys.stdout.write(
            "Chưa có đơn vị nào. Chạy motcua serve rồi mở trang /thiet-lap, "
            f"mã thiết lập: {code.the_code(env.data)}\n"
            "hoặc trả lời ngay ở đây: motcua setup --ask\n"
        )


def _move_in(given: argparse.Namespace, env: Environment) -> int:
    """The same form as the page, filled from the flags and, with --ask, from the keyboard."""
    from motcua.config.installing.form import FirstRunForm
    from motcua.config.installing.opening import move_in
    from motcua.core.refusal import Refused
    from motcua.identity.selectors import anybody_can_sign_in

    if anybody_can_sign_in():
        raise Refused("founded_already")
    form = FirstRunForm(_answers(given, FirstRunForm()))
    if not form.is_valid():
        raise Said(" ".join(_faults(form)))
    office = move_in(form.moving(), env.data)
    sys.stdout.write(
        f"Đã thiết lập {office.name}, mã hồ sơ {office.agency_code}-…\n"
        f"Chạy motcua serve rồi đăng nhập bằng {form.cleaned_data['username']}.\n"
    )
    return 0


def _answers(given: argparse.Namespace, usual: "FirstRunForm") -> dict[str, str]:
    answers = {
        name: field.prepare_value(field.initial) or ""
        for name, field in usual.fields.items()
        if not isinstance(field.initial, bool) and field.initial is not None
    }
    for name, _, _ in ANSWERS:
        value = getattr(given, name)
        if value:
            answers[name] = "\n".join(value) if isinstance(value, list) else value
    if given.on_network:
        answers["on_network"] = "on"
    if given.ask:
        _ask(answers, given)
    answers["password"] = answers["again"] = _password(given)
    return answers


def _ask(answers: dict[str, str], given: argparse.Namespace) -> None:
    for name, words in ASKED:
        if not answers.get(name) and not (name == "name" and given.office):
            sys.stdout.write(f"{words}: ")
            sys.stdout.flush()
            answers[name] = sys.stdin.readline().strip()


def _password(given: argparse.Namespace) -> str:
    if given.password_stdin or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass("Mật khẩu của người quản trị (ít nhất 10 ký tự): ")


def _faults(form: "FirstRunForm") -> list[str]:
    return [
        f"{form.fields[name].label}: {said}" if name in form.fields else str(said)
        for name, sentences in form.errors.items()
        for said in sentences
    ]
