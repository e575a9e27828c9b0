"""`motcua serve`: pages and background work, until stopped."""

from collections.abc import Sequence

from motcua.config import cli, environment, supervisor


def run(arguments: Sequence[str]) -> int:
    parser = cli.parser("serve")
    parser.add_argument(
        "--demo-on-network",
        action="store_true",
        help="cho phép phục vụ tài khoản mẫu ở địa chỉ máy khác vào được",
    )
    given = parser.parse_args(arguments)
    return supervisor.serve(environment.read(), demo_on_network=given.demo_on_network)
