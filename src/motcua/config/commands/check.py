"""`motcua check process FILE.json`: an internal process against the rules; no database."""

from collections.abc import Sequence

from motcua.config import cli


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("check")
    parser.add_argument("kind", choices=["process"], help="điều cần kiểm tra")
    parser.add_argument("file", metavar="FILE.json", help="một quy trình hoặc một danh sách")
    given = parser.parse_args(arguments)
    from motcua.core.flow.process import check

    return check.run(given.file)
