"""The smallest asker: one connection kept, bytes out, bytes in; its own cost hardly counts."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.house import ORIGIN


@dataclass(frozen=True)
class Answer:
    """A status, the head as bytes, the body as it came."""

    status: int
    head: bytes
    body: bytes


class Wire:
    """One kept connection to a server of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = socket.create_connection((ORIGIN, port), 30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str, headers: Mapping[str, str] = {}) -> Answer:
        return self.ask("GET", path, headers)

    def post(self, path: str, form: Mapping[str, str], headers: Mapping[str, str]) -> Answer:
        body = urlencode(form).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": len(body)}
        return self.ask("POST", path, {**headers, **kind}, body)

    def ask(
        self, method: str, path: str, headers: Mapping[str, object], body: bytes = b""
    ) -> Answer:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {ORIGIN}:{self.port}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode() + body)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, rest = got.partition(b"\r\n\r\n")
        if b"transfer-encoding: chunked" in head.lower():
            return Answer(int(head[9:12]), head, self._chunks(rest))
        length = _length(head)
        while len(rest) < length:
            rest += self._more()
        return Answer(int(head[9:12]), head, rest)

    def _chunks(self, rest: bytes) -> bytes:
        while not rest.endswith(b"0\r\n\r\n"):
            rest += self._more()
        body = b""
        while rest:
            size, _, rest = rest.partition(b"\r\n")
            body, rest = body + rest[: int(size, 16)], rest[int(size, 16) + 2 :]
        return body

    def _more(self) -> bytes:
        got = self.socket.recv(65536)
        if not got:
            raise ConnectionError("the server hung up")
        return got


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.split(b":")[1])
    return 0
