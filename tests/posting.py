"""A mail server and a provider of short notices on this machine, told how to behave."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP


@dataclass
class MailServer:
    """Keeps what it took. `answers` are given to the next letters instead of taking them: an SMTP
    answer to the address (`RCPT 550 …`), to the letter (`451 …`), or `drop`: it takes the letter
    and breaks the line without a word. `pause` is how long it thinks after it has taken one."""

    taken: list[Message] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    port: int = 0
    pause: float = 0.0

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: SMTP, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.answers and self.answers[0].startswith("RCPT "):
            return self.answers.pop(0)[5:]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self.answers.pop(0) if self.answers else ""
        if answer and answer != "drop":
            return answer
        self.taken.append(message_from_bytes(envelope.content))
        if answer == "drop":
            server.transport.abort()
        await asyncio.sleep(self.pause)
        return "250 taken"

    @property
    def keys(self) -> list[str]:
        """The Message-IDs taken, in order."""
        return [str(one["Message-ID"]) for one in self.taken]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A real SMTP server on a port of its own."""
    server = MailServer()
    server.port = free_port()
    controller = Controller(server, hostname="127.0.0.1", port=server.port)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()


@dataclass
class NoticeServer:
    """Takes JSON notices. `answers` are (status, body) of the next ones; `hang` waits to be let go
    before it answers."""

    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[tuple[int, bytes]] = field(default_factory=list)
    hang: threading.Event | None = None
    url: str = ""

    def answer(self, said: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        self.asked.append(json.loads(said))
        self.headers.append(headers)
        if self.hang is not None:
            self.hang.wait(30)
        return self.answers.pop(0) if self.answers else (200, b'{"id": "n1"}')


@contextmanager
def notice_server() -> Iterator[NoticeServer]:
    """A real HTTP server on a port of its own."""
    served = NoticeServer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = self.rfile.read(int(self.headers["Content-Length"]))
            status, body = served.answer(said, dict(self.headers))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: Any) -> None:
            """Quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    served.url = f"http://127.0.0.1:{http.server_address[1]}/gui"
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        if served.hang is not None:
            served.hang.set()
        http.shutdown()
        http.server_close()


@pytest.fixture
def mail(settings: Any) -> Iterator[MailServer]:
    """A mail server the settings lead to."""
    with mail_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.DEFAULT_FROM_EMAIL = "motcua@bim-son.vidu.vn"
        yield server


@pytest.fixture
def notices() -> Iterator[NoticeServer]:
    """A provider of short notices."""
    with notice_server() as server:
        yield server
