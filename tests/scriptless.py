"""A browser that runs no script, and hands that work by links and forms alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from browsing import CODE, LEFT_OF_768, House

PLAIN = "/can-bo/tiep-nhan?thu-tuc=tx-gia-han-gpxd"
PATIENCE_MS = 15_000


@contextmanager
def without_script(url: str, chromium: Browser) -> Iterator[Page]:
    """Nobody in particular, before a browser that runs no script."""
    context = chromium.new_context(
        viewport=dict(LEFT_OF_768),  # type: ignore[arg-type]
        base_url=url,
        locale="vi-VN",
        java_script_enabled=False,
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


@contextmanager
def official(house: House, chromium: Browser, username: str) -> Iterator[Page]:
    """A person of the demonstration, signed in."""
    with without_script(house.url, chromium) as page:
        enter(page, username, house.password)
        yield page


def enter(page: Page, username: str, password: str) -> None:
    """By the sign-in page."""
    page.goto("/can-bo/dang-nhap")
    give_password(page, username, password)
    assert "dang-nhap" not in page.url, said(page)


def give_password(page: Page, username: str, password: str) -> None:
    """On the sign-in page that is open."""
    page.fill("#username", username)
    page.fill("#password", password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def click(page: Page, words: str) -> None:
    """The link or button of these words, and the page it leads to."""
    with page.expect_navigation():
        page.locator(f":is(a, button):visible:has-text('{words}')").first.click()


def fill(page: Page, **fields: str | bool) -> None:
    """Fields by name: text, the words of a choice, or whether a box is ticked."""
    for name, given in fields.items():
        field = page.locator(f"[name='{name}']:visible").first
        if isinstance(given, bool):
            field.set_checked(given)
        elif field.evaluate_handle("e => e.tagName").json_value() == "SELECT":
            field.select_option(label=given)
        else:
            field.fill(given)


def send(page: Page) -> None:
    """The main button of the page's foot."""
    with page.expect_navigation():
        page.locator(".acts button[type=submit]:visible").first.click()


def said(page: Page) -> str:
    """What the page says, on one line."""
    return " ".join(page.inner_text("body").split())


def take_in(page: Page, number: str, path: str = PLAIN, **fields: str | bool) -> str:
    """A whole dossier at the counter; its code."""
    page.goto(path)
    return send_in(page, number, **fields)


def send_in(page: Page, number: str, **fields: str | bool) -> str:
    """Fill in the counter's form that is open, send it; the code of the dossier received. Who has
    one open already is received when the button is pressed again.
    """
    fill(page, **{"o0-id_number": number, "o0-name": "Hồ Thị Tắt Mẫu", **fields})
    for paper in page.locator(".papers input[id$=-given]").all():
        paper.check()
    click(page, "Tiếp nhận và in 2 giấy hẹn")
    if "Người này còn hồ sơ cùng thủ tục" in said(page):
        click(page, "Tiếp nhận và in 2 giấy hẹn")
    found = CODE.search(page.url)
    assert found, said(page)
    return found[1]


def press(page: Page, code: str, label: str, **fields: str | bool) -> None:
    """Open the dossier, press the act, fill in what it asks, press again."""
    page.goto(f"/can-bo/ho-so/{code}")
    with page.expect_navigation():
        page.locator(f".acts :is(a, button):not([aria-disabled]):has-text('{label}')").first.click()
    form = page.locator("form#viec")
    if form.count():
        for choice in form.locator("input[type=radio]").all()[:1]:
            choice.check()
        fill(page, **fields)
        send(page)
    assert page.locator(".toast").count(), f"{label}: {said(page)[:300]}"
