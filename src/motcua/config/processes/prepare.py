"""What must hold before pages are served, in a process of its own: the supervisor stays small.

`python -m … PARENT_PID [--demo-on-network]`; exit status 1 with a sentence on stderr says no.
"""

import os
import sys

from motcua.config import environment
from motcua.config.processes.following import follow


def main(arguments: list[str]) -> int:
    """Refuse what must not be served, then collect the assets."""
    follow(int(arguments[0]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    import django

    django.setup()
    said = refusal(environment.read(), on_network="--demo-on-network" in arguments)
    if said:
        sys.stderr.write(f"motcua: {said}\n")
        return 1
    from motcua.config import statics

    statics.collect()
    _tell_the_code(environment.read())
    return 0


def _tell_the_code(env: environment.Environment) -> None:
    """Where to set up a folder into which no office has moved, and the code that opens it."""
    from motcua.config.installing import code
    from motcua.identity import selectors as identity

    if not identity.anybody_can_sign_in():
        sys.stderr.write(
            f"Chưa có đơn vị nào. Mở {env.public_url or env.local_url}/thiet-lap "
            f"và gõ mã thiết lập: {code.the_code(env.data)}\n"
        )
        sys.stderr.flush()


def refusal(env: environment.Environment, *, on_network: bool) -> str:
    """Why this database is not served here, in a sentence; empty when it may be."""
    from motcua.config import migrating
    from motcua.identity import selectors as identity

    if migrating.pending():
        return (
            "cơ sở dữ liệu chưa có đủ bảng của bản này. Hãy chạy motcua setup "
            "(hoặc motcua demo để nạp dữ liệu mẫu)."
        )
    if not env.loopback and not on_network and identity.has_demo_accounts():
        return (
            f"thư mục này có tài khoản mẫu, mật khẩu ai cũng biết, nên không phục vụ ở {env.host}. "
            "Dùng MOTCUA_LISTEN=127.0.0.1:8000, hoặc thêm --demo-on-network nếu thật sự muốn."
        )
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
