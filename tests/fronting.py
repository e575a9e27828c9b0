"""The samples of `deploy/web` served by the real web servers, and browsers before them."""

import http.client
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

import watching

WEB = Path(__file__).parents[1] / "deploy" / "web"
SAMPLES = {"nginx": WEB / "nginx.conf", "caddy": WEB / "Caddyfile"}
DOMAIN = "motcua.namson.gov.vn"
ORIGIN = f"https://{DOMAIN}"
SYSTEM = os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin"


@dataclass(frozen=True)
class Answered:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Person:
    """A browser at `source`, an address of this machine; `port` None asks without TLS."""

    port: int
    trusted: Path | None
    source: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> Answered:
        """One request; a POST when there is a body."""
        line = http.client.HTTPConnection(DOMAIN)
        line.sock = socket.create_connection(("127.0.0.1", self.port), 20, (self.source, 0))
        if self.trusted:
            safe = ssl.create_default_context(cafile=self.trusted)
            line.sock = safe.wrap_socket(line.sock, server_hostname=DOMAIN)
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            line.request(
                "POST" if body is not None else "GET", path, body, {"Cookie": kept, **named}
            )
            got = line.getresponse()
            answered = Answered(got.status, got.headers, got.read())
        finally:
            line.close()
        for each in answered.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: crumb.value for name, crumb in SimpleCookie(each).items()}
        return answered

    def send(self, path: str, origin: str = ORIGIN, **fields: str) -> Answered:
        """A form of the page at `path`, filled in."""
        fields = {"csrfmiddlewaretoken": self.token(path), **fields}
        return self.ask(
            path,
            urlencode(fields).encode(),
            Origin=origin,
            Content_Type="application/x-www-form-urlencoded",
        )

    def upload(self, path: str, content: bytes) -> Answered:
        """One file in the form of the page at `path`."""
        edge = "----motcua"
        parts = [("csrfmiddlewaretoken", "", self.token(path).encode())]
        parts += [("file", '; filename="danh-sach.xlsx"', content)]
        body = b"".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n'.encode()
            + value
            + b"\r\n"
            for name, more, value in parts
        )
        return self.ask(
            path,
            body + f"--{edge}--\r\n".encode(),
            Origin=ORIGIN,
            Content_Type=f"multipart/form-data; boundary={edge}",
        )

    def token(self, path: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.ask(path).text)
        return found[1] if found else ""


@dataclass(frozen=True)
class Front:
    """One web server at work, and where its log lies."""

    tls: int
    plain: int
    upstream: int
    certificate: Path
    folder: Path

    def person(self, source: str = "127.0.0.1") -> Person:
        return Person(self.tls, self.certificate, source)

    def log(self) -> str:
        return "".join(p.read_text("utf-8") for p in self.folder.glob("*.log"))


def settings_of(sample: Path) -> dict[str, str]:
    """What the head of a sample tells to write into motcua.conf."""
    return dict(re.findall(r"^#   (MOTCUA_\w+)=(\S+)$", sample.read_text("utf-8"), re.M))


@contextmanager
def standing(kind: str, folder: Path, certificate: Path, upstream: int) -> Iterator[Front]:
    """The web server `kind` with its sample, before `upstream`."""
    program = shutil.which(kind, path=SYSTEM)
    if program is None:
        pytest.skip(f"{kind} is not installed: sh requirements/debian.sh webserver, as root")
    front = Front(free_port(), free_port(), upstream, certificate, folder)
    words = {"nginx": nginx, "caddy": caddy}[kind](front)
    with (folder / "said.log").open("w") as said:
        process = subprocess.Popen(
            [program, *words], env={"HOME": str(folder)}, stdout=said, stderr=said
        )
    try:
        assert watching.until(lambda: answers(front.person()), 20), front.log()
        yield front
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def nginx(front: Front) -> list[str]:
    """What Debian's nginx.conf gives the sample to stand in, and the sample."""
    changed = {
        "listen 80;": f"listen {front.plain};",
        "listen 443 ": f"listen {front.tls} ",
        "127.0.0.1:8000": f"127.0.0.1:{front.upstream}",
        "/etc/ssl/motcua": str(front.certificate.parent),
        "/var/log/nginx": str(front.folder),
    }
    (front.folder / "site").write_text(altered(SAMPLES["nginx"], changed))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {front.folder}/{kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    (front.folder / "nginx.conf").write_text(
        f"{user} daemon off; pid {front.folder}/pid; error_log stderr; events {{}}"
        f" http {{ access_log {front.folder}/others.log; {places} include {front.folder}/site; }}"
    )
    return ["-p", str(front.folder), "-e", "stderr", "-c", str(front.folder / "nginx.conf")]


def caddy(front: Front) -> list[str]:
    """The sample, told not to fetch a certificate."""
    ports = f"admin off\n\thttp_port {front.plain}\n\thttps_port {front.tls}"
    key = front.certificate.with_name("key.pem")
    changed = {
        "{\n\tlog {": f"{{\n\t{ports}\n\tlog {{",
        "\tencode": f"\ttls {front.certificate} {key}\n\tencode",
        "127.0.0.1:8000\n\th": f"127.0.0.1:{front.upstream}\n\th",
    }
    (front.folder / "Caddyfile").write_text(altered(SAMPLES["caddy"], changed))
    return ["run", "--config", str(front.folder / "Caddyfile"), "--adapter", "caddyfile"]


def altered(sample: Path, changed: dict[str, str]) -> str:
    """A sample with its places changed; each of them must be there."""
    text = sample.read_text("utf-8")
    for written, here in changed.items():
        assert written in text, f"{sample.name} has no {written!r}"
        text = text.replace(written, here)
    return text


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(person: Person) -> bool:
    try:
        return person.ask("/can-bo/dang-nhap").status in (200, 503)
    except OSError:
        return False
