"""The samples of `deploy/web`, served: nginx and Caddy before a running house, over TLS.

Only ports, the certificate's place and the place of logs differ from what an office would copy.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

import watching
from fronting import (
    DOMAIN,
    ORIGIN,
    SAMPLES,
    Answered,
    Front,
    Person,
    answers,
    free_port,
    settings_of,
    standing,
)

TYPED = "Lê Thị Kín Mẫu"
SECRETS = ("Kín", "K%C3%ADn", "038000000099")
ADMIN = ("quantri", "ba con mèo vàng ngủ")
MOVED_IN = (
    "--name", "UBND phường Nam Sơn Mẫu", "--agency-code", "000.09.19.H56",
    "--admin-name", "Lê Thị Cửa Mẫu", "--admin-login", ADMIN[0], "--password-stdin",
)  # fmt: skip
RESTING = "Một Cửa đang khởi động lại"


@pytest.fixture(scope="module")
def upstream(
    prepared: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """An office that has moved in, served as the samples' heads say; answers its port."""
    data, port = prepared(tmp_path_factory.mktemp("behind") / "data"), free_port()
    own = watching.environment(data, MOTCUA_WORKERS="1")
    done = subprocess.run(
        [*watching.PROGRAM, "setup", *MOVED_IN],
        env=own,
        input=f"{ADMIN[1]}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = settings_of(SAMPLES["nginx"]) | {"MOTCUA_LISTEN": f"127.0.0.1:{port}"}
    (data / "motcua.conf").write_text("".join(f"{n}={v}\n" for n, v in told.items()))
    process = subprocess.Popen(
        [*watching.PROGRAM, "serve"], env=own, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert watching.until(lambda: answers(Person(port, None)), 60), process.poll()
        yield port
    finally:
        process.terminate()
        process.wait(30)
        assert watching.until(lambda: not watching.of_folder(data), 15)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-made certificate of the samples' domain; its key lies beside it."""
    folder = tmp_path_factory.mktemp("certificate")
    openssl = shutil.which("openssl")
    assert openssl
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", f"/CN={DOMAIN}", "-addext", f"subjectAltName=DNS:{DOMAIN}",
         "-keyout", folder / "key.pem", "-out", folder / "fullchain.pem"],
        check=True,
        capture_output=True,
    )  # fmt: skip
    return folder / "fullchain.pem"


@pytest.fixture(scope="module", params=sorted(SAMPLES))
def front(
    request: pytest.FixtureRequest,
    upstream: int,
    certificate: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Front]:
    folder = tmp_path_factory.mktemp(request.param)
    with standing(request.param, folder, certificate, upstream) as one:
        yield one


def sign_in(person: Person) -> Answered:
    return person.send("/can-bo/dang-nhap", username=ADMIN[0], password=ADMIN[1])


def limited(person: Person) -> bool:
    """Whether a limit of thirty lookups a minute stops somebody who names a new address each."""
    asked = (
        person.ask("/tra-cuu?ma=khong-co", X_Forwarded_For=f"203.0.113.{n}") for n in range(90)
    )
    return any(answered.status == 429 for answered in asked)


def test_both_samples_tell_the_same_settings() -> None:
    nginx, caddy = (settings_of(sample) for sample in SAMPLES.values())

    assert nginx == caddy
    assert nginx["MOTCUA_PUBLIC_URL"] == ORIGIN


def test_who_comes_without_tls_is_led_to_it(front: Front) -> None:
    answered = Person(front.plain, None).ask("/tra-cuu?ma=1")

    assert answered.status in (301, 308)
    assert answered.headers["Location"] == f"{ORIGIN}/tra-cuu?ma=1"


def test_pages_arrive_with_each_guard_once(front: Front) -> None:
    headers = front.person().ask("/").headers

    assert headers.get_all("Strict-Transport-Security") == [
        "max-age=31536000; includeSubDomains; preload"
    ]
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert headers.get_all("X-Frame-Options") == ["DENY"]
    assert headers.get_all("Referrer-Policy") == ["same-origin"]
    (policy,) = headers.get_all("Content-Security-Policy", [])
    assert "default-src 'none'" in policy


def test_cookies_travel_by_tls_only(front: Front) -> None:
    answered = sign_in(front.person())

    given = {n: c for e in answered.headers.get_all("Set-Cookie", []) for n, c in crumbs(e)}
    assert answered.status == 302
    assert {"motcua_phien", "motcua_bieu_mau"} <= set(given)
    assert all(crumb["secure"] for crumb in given.values())
    assert given["motcua_phien"]["httponly"]


def crumbs(header: str) -> list[tuple[str, dict[str, str]]]:
    return [(name, dict(crumb)) for name, crumb in SimpleCookie(header).items()]


def test_a_form_from_elsewhere_is_refused(front: Front) -> None:
    person = front.person()

    answered = person.send("/can-bo/dang-nhap", origin="https://elsewhere.example", username="x")

    assert answered.status == 403


def test_files_pass_up_to_the_programs_own_limit_and_end_at_the_web_servers(front: Front) -> None:
    admin = front.person()
    sign_in(admin)
    page = "/can-bo/quan-tri/nhap-danh-sach"
    sample = admin.ask(f"{page}/mau.xlsx").body

    small, large = admin.upload(page, sample), admin.upload(page, b"x" * 11_000_000)
    too_large = admin.upload(page, b"x" * 13_000_000)

    assert sample.startswith(b"PK")
    assert small.status in (200, 422)
    assert large.status == 422
    assert "ệp" in large.text
    assert too_large.status == 413
    assert "lớn quá 12 MB" in too_large.text


def test_limits_count_people_and_nobody_hides_behind_a_forged_address(front: Front) -> None:
    forger, other = front.person("127.0.0.11"), front.person("127.0.0.12")

    stopped = limited(forger)

    assert stopped
    assert other.ask("/tra-cuu?ma=khong-co").status != 429


def test_whoever_reaches_the_program_directly_is_not_believed_either(front: Front) -> None:
    assert limited(Person(front.upstream, None, "127.0.0.13"))


def test_the_log_of_the_web_server_holds_nothing_typed(front: Front) -> None:
    person = front.person()
    words = urlencode({"ma": TYPED, "q": "038000000099"})

    number = person.ask(f"/tra-cuu?{words}", Referer=f"{ORIGIN}/?{words}").headers["X-Request-Id"]
    person.ask(f"/thu-tuc?{words}")

    if "nginx" in front.folder.name:
        assert watching.until(lambda: number in front.log(), 5)
    assert not [word for word in SECRETS if word in front.log()]


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_while_the_program_rests_a_sentence_says_so_and_no_log_tells_who_asked(
    kind: str, certificate: Path, tmp_path: Path
) -> None:
    words = urlencode({"ma": TYPED})
    with standing(kind, tmp_path, certificate, free_port()) as front:
        answered = front.person().ask(f"/tra-cuu?{words}", Referer=f"{ORIGIN}/?{words}")

    assert answered.status == 503
    assert answered.headers["Retry-After"] == "30"
    assert answered.text.startswith(RESTING)
    assert not [word for word in SECRETS if word in front.log()]
