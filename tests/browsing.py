"""Hands on a keyboard before Debian's chromium, and the house they are served by."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
from playwright.sync_api import (
    APIResponse,
    Browser,
    BrowserContext,
    BrowserType,
    Page,
    sync_playwright,
)

DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 360, "height": 740}
LEFT_OF_768 = {"width": 1366, "height": 633}
"""What a browser's own bars leave of a 768 px screen."""

SHELL, WHOLE = "chromium-headless-shell", "chromium"
SCANNER_GAP_SECONDS = 0.008
MOST_TABS = 300
CODE = re.compile(r"/can-bo/ho-so/([0-9A-Z.-]+)")


@contextmanager
def launched() -> Iterator[Browser]:
    """Debian's chromium; where it is installed, its headless shell, which is the same engine
    without a window to draw: a page takes a fifth of the CPU time."""
    with sync_playwright() as playwright, _running(playwright.chromium, SHELL, WHOLE) as browser:
        yield browser


@contextmanager
def with_viewer(beside: Browser) -> Iterator[Browser]:
    """Debian's chromium itself, which draws PDFs; the headless shell only stores them."""
    with _running(beside.browser_type, WHOLE) as browser:
        yield browser


@contextmanager
def _running(kind: BrowserType, *programs: str) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, programs)), None)
    assert path, "chromium is missing: sh requirements/debian.sh browser"
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    browser = kind.launch(executable_path=path, args=arguments)
    yield browser
    browser.close()


@dataclass
class House:
    """`motcua serve` on a copy of the demonstration, for the whole session."""

    url: str
    database_url: str
    data: Path
    password: str
    cookies: dict[str, Any] = field(default_factory=dict)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the house's database answers."""
        with psycopg.connect(self.database_url) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[call-overload,no-any-return]

    def events(self, code: str) -> list[str]:
        """The kinds of a dossier's events, oldest first."""
        found = self.rows(
            "SELECT e.kind FROM dossiers_event e JOIN dossiers_dossier d ON d.id = e.dossier_id"
            " WHERE d.code = %s ORDER BY e.seq",
            code,
        )
        return [kind for (kind,) in found]

    def count(self) -> int:
        """How many dossiers there are."""
        return int(self.rows("SELECT count(*) FROM dossiers_dossier")[0][0])


@dataclass
class Hands:
    """One person at one browser: types, scans, presses keys, and counts the keys pressed."""

    house: House
    context: BrowserContext
    page: Page
    username: str = ""
    pressed: int = 0

    def press(self, *keys: str) -> None:
        """Press keys that are no data."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, text: str) -> None:
        """Type data where the focus is."""
        self.page.keyboard.insert_text(text[:-1])
        self.page.keyboard.type(text[-1:])

    def scan(self, text: str, keyless: Callable[[str], bool] = lambda sign: False) -> None:
        """A scanner's burst and its Enter. The keys carry the scanner's own times, so that a busy
        machine that sends them late is not taken for a slow typist. Signs that are `keyless` come
        as an input method sends them, without a key and without a time: the page's clock stands."""
        self.page.evaluate("(at => { performance.now = () => at; })(performance.now() + 1e6)")
        session = self.context.new_cdp_session(self.page)
        at = time.time()
        for sign in text:
            at += SCANNER_GAP_SECONDS
            if keyless(sign):
                at = time.time()  # it carries no time of its own: the next key follows it at once
                session.send("Input.insertText", {"text": sign})
                continue
            known = {"key": sign, "text": sign, "unmodifiedText": sign, "timestamp": at}
            session.send("Input.dispatchKeyEvent", {"type": "keyDown", **known})
            session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": sign, "timestamp": at})
        enter = {"key": "Enter", "code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13}
        at += SCANNER_GAP_SECONDS
        session.send("Input.dispatchKeyEvent", {"type": "keyDown", **enter, "timestamp": at})
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter, "timestamp": at})
        session.detach()

    def goto(self, path: str) -> None:
        self.page.goto(self.house.url + path)

    def sign_in(self, username: str) -> None:
        """By the keyboard, from the sign-in page."""
        self.goto("/can-bo/dang-nhap")
        self.page.wait_for_selector("#username:focus")
        self.type(username)
        self.press("Tab")
        self.type(self.house.password)
        self.press("Enter")
        self.page.wait_for_url(lambda url: "dang-nhap" not in url)
        self.username = username

    def focus(self) -> str:
        """The id, name or words of what has the focus; "body" when nothing has."""
        return str(
            self.page.evaluate(
                "(e => e === document.body ? 'body' : e.id || e.name || e.textContent.trim())"
                "(document.activeElement)"
            )
        )

    def at(self, selector: str) -> bool:
        """Whether what has the focus is what `selector` names."""
        return bool(self.page.evaluate("s => document.activeElement.matches(s)", selector))

    def tab_to(self, selector: str) -> None:
        """Press Tab until the focus is there."""
        for _ in range(MOST_TABS):
            if self.at(selector):
                return
            self.press("Tab")
        raise AssertionError(f"no Tab leads to {selector} on {self.page.url}: {self.focus()}")

    def words(self) -> str:
        """What stands on the page."""
        return " ".join(self.page.locator("body").inner_text().split())

    def code(self) -> str:
        """The code of the dossier whose page is open."""
        found = CODE.search(self.page.url)
        assert found, self.page.url
        return found[1]

    def post(self, path: str, fields: Mapping[str, Any]) -> APIResponse:
        """Send a form directly, past every button, as this person."""
        token = next(
            cookie["value"]
            for cookie in self.context.cookies()
            if cookie["name"] == "motcua_bieu_mau"
        )
        form = {"csrfmiddlewaretoken": token, "key": str(uuid4()), **fields}
        return self.context.request.post(
            self.house.url + path,
            data=urlencode(form),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            max_redirects=0,
        )


def sit_down(
    house: House, browser: Browser, username: str = "", size: Mapping[str, int] = LEFT_OF_768
) -> Hands:
    """A person with a browser of their own, signed in when named; one sign-in a session."""
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]},
        locale="vi-VN",
        storage_state=house.cookies.get(username),
    )
    context.set_default_timeout(30_000)
    hands = Hands(house, context, context.new_page(), username)
    if username and username not in house.cookies:
        hands.sign_in(username)
        house.cookies[username] = context.storage_state()
    return hands


def troubles(page: Page) -> list[str]:
    """A list that fills with what the page's console and network complain about."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda asked: found.append(f"{asked.failure} {asked.url}"))
    return found


def sideways(page: Page) -> Sequence[int]:
    """The width of what there is and of what one sees."""
    widths: list[int] = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return widths
