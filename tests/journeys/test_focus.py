"""After every part that a script swaps into a page, the focus stands where it stood, on the same
control drawn anew, or on the new heading; and no swap is left out.

What has to wait for an answer is held back in the browser, so that the focus can be moved into the
part before it is drawn anew.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import acting
from browsing import CODE, Hands, House

pytestmark = pytest.mark.browser

CLERK, CHAIR = "motcua.bim-son", "chutich.bim-son"
FULL = "motcua.ba-dinh"
"""Whose inbox is longer than it is drawn at once."""
COUNTER = "/can-bo/tiep-nhan"
PERMIT = COUNTER + "?thu-tuc=tx-gpxd-nha-o-do-thi"
REPORT = "/can-bo/bao-cao/phu-luc-ii?tu=01/01/2017&den=31/03/2017"
CELL = ".law a[hx-get]"
NUMBER = "038080004321"

SOURCE = Path(__file__).parents[2] / "src" / "motcua"
ASKED = r'hx-(?:get|post|put|patch|delete|boost|swap-oob|sse|ws)(?=[\s="])'
NAMED = re.compile(ASKED + r'="(?:{% url "(?P<url>[\w:-]+)"|{{ (?P<value>[\w.]+) }}|(?P<word>\w+))')
CALLED = r"(?:fetch|htmx\.ajax|showModal|replaceWith|replaceChildren|removeChild|remove|blur)(?=\()"
SCRIPTED = re.compile(CALLED + r"|innerHTML|outerHTML|\.disabled = ")

COVERED = {
    "counter.html hx-post desk:known": "test_who_came_before_is_drawn_under_the_hands",
    "counter.html hx-post desk:preview": "test_the_slip_is_drawn_under_the_hands_and_stays_open",
    "counter.html hx-post desk:draft": "test_keeping_the_draft_moves_nothing",
    "_count.html hx-swap-oob true": "test_ticking_a_paper_counts_it_and_the_focus_stays_on_it",
    "_pick.html hx-post desk:procedures": "test_procedures_are_drawn_under_the_hands",
    "_sheet.html hx-get cell.fragment": "test_the_heading_of_what_a_figure_counts_gets_the_focus",
    "_owners.html hx-post desk:counter": "test_a_box_that_draws_the_form_anew_keeps_the_focus",
    "_identity.html hx-post desk:counter": "test_a_choice_that_draws_the_form_anew_keeps_the_focus",
    "at_once.html hx-post desk:at-once": "test_another_procedure_done_at_once_keeps_the_focus",
    "editor.html hx-post desk:process-reckon": "test_a_process_is_reckoned_under_the_hands",
    "_reckoned.html hx-swap-oob true": "test_a_process_is_reckoned_under_the_hands",
    "_inbox_more.html hx-get desk:inbox": "test_more_of_an_inbox_is_drawn_under_the_hands",
    "wall.html hx-get desk:wall": "test_the_wall_drawn_anew_keeps_the_focus_on_it",
    "_inbox_tabs.html hx-get desk:inbox-counts": "test_counting_an_inbox_anew_moves_nothing",
    "session.js fetch": "test_the_password_asked_over_the_page_gives_the_focus_back",
    "session.js htmx.ajax": "test_the_password_asked_over_the_page_gives_the_focus_back",
    "session.js showModal": "test_help_gives_the_focus_back_also_when_nothing_had_it",
    "session.js innerHTML": "test_help_gives_the_focus_back_also_when_nothing_had_it",
}  # fmt: skip
"""Every swap there is, by where it is asked for; and the test that walks it."""


def asked_for() -> set[str]:
    """Every swap in the templates and in our scripts."""
    found = set()
    for template in SOURCE.glob("*/templates/**/*.html"):
        text = template.read_text("utf-8")
        named = list(NAMED.finditer(text))
        assert len(named) == len(re.findall(ASKED, text)), f"{template}: cannot name what is asked"
        for one in named:
            what = one["url"] or one["value"] or one["word"]
            found.add(f"{template.name} {one[0].partition('=')[0]} {what}")
    for script in (SOURCE / "config" / "static" / "motcua").glob("*.js"):
        if ".min." not in script.name:
            words = SCRIPTED.findall(script.read_text("utf-8"))
            found |= {f"{script.name} {word}" for word in words}
    return found


@contextmanager
def drawn(hands: Hands, part: str) -> Iterator[None]:
    """Left once the part of that id was drawn anew, and only with the focus on something."""
    hands.page.evaluate(
        """part => {
            const root = document.documentElement;
            root.removeAttribute('data-drawn');
            const tell = event => {
                if (event.detail.target.id !== part) { return; }
                document.removeEventListener('htmx:afterOnLoad', tell);
                /* after htmx has settled, which takes 20 ms */
                setTimeout(() => root.setAttribute('data-drawn', part), 40);
            };
            document.addEventListener('htmx:afterOnLoad', tell);
        }""",
        part,
    )
    yield
    hands.page.wait_for_selector(f"html[data-drawn='{part}']", state="attached")
    assert has_focus(hands), f"the focus is lost when #{part} is drawn"


@contextmanager
def held_back(hands: Hands, address: str, *asking: str) -> Iterator[None]:
    """After the keys `asking` the answer of `address` waits until the block is left."""
    waiting = []
    hands.page.route(address, lambda route: waiting.append(route))
    with hands.page.expect_request(address):
        hands.press(*asking)
    yield
    for route in waiting:
        route.continue_()
    hands.page.unroute(address)


def has_focus(hands: Hands) -> bool:
    return hands.focus() != "body" and bool(
        hands.page.evaluate("document.activeElement.isConnected")
    )


def begun(hands: Hands) -> None:
    hands.goto(PERMIT)
    hands.page.wait_for_selector("#id_o0-id_number:focus")


def test_no_swap_is_left_out() -> None:
    assert asked_for() == set(COVERED)
    assert set(COVERED.values()) <= set(globals())


def test_procedures_are_drawn_under_the_hands(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    clerk.goto(COUNTER)
    clerk.page.wait_for_selector("#thu-tuc:focus")

    with drawn(clerk, "found"):
        clerk.type("giay phep xay dun")
    assert clerk.focus() == "thu-tuc"

    with drawn(clerk, "found"), held_back(clerk, "**/tiep-nhan/thu-tuc", "g"):
        clerk.press("ArrowDown", "ArrowDown")
        chosen = clerk.focus()
        assert clerk.at(".option")
    assert clerk.focus() == chosen


def test_who_came_before_is_drawn_under_the_hands(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    form = acting.intake(**{"o0-id_number": NUMBER, "o0-name": "Vũ Thị Tiêu Điểm Mẫu"})
    assert CODE.search(clerk.post(COUNTER, form).headers["location"])
    begun(clerk)
    with drawn(clerk, "known"):
        clerk.type(NUMBER)
    assert clerk.focus() == "id_o0-id_number"

    asked = "**/tiep-nhan/nguoi-nop"
    with drawn(clerk, "known"), held_back(clerk, asked, "Backspace", NUMBER[-1]):
        clerk.tab_to("#known [value^=take]")
    assert clerk.at("#known [value='take:o0']")

    clerk.page.locator("#id_o0-id_number").focus()
    clerk.press("End")
    with drawn(clerk, "known"), held_back(clerk, asked, "Backspace"):
        clerk.tab_to("#known [value^=take]")
    clerk.page.wait_for_selector("#known .known", state="detached")
    clerk.page.wait_for_selector("#id_o0-id_number:focus")


def test_the_slip_is_drawn_under_the_hands_and_stays_open(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    begun(clerk)
    clerk.page.locator(".papers input").first.focus()

    with drawn(clerk, "preview"), held_back(clerk, "**/tiep-nhan/xem-truoc", "Space"):
        clerk.tab_to("#preview summary")
        clerk.press("Enter")
    assert clerk.at("#preview summary")
    assert clerk.page.locator("#preview details[open]").count() == 1

    clerk.page.locator(".papers input").first.focus()
    with drawn(clerk, "preview"), held_back(clerk, "**/tiep-nhan/xem-truoc", "Space"):
        clerk.tab_to(".slip")
    assert clerk.at(".slip")


def test_ticking_a_paper_counts_it_and_the_focus_stays_on_it(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    begun(clerk)
    before = clerk.page.inner_text("#count")
    clerk.page.locator(".papers input").first.focus()

    with drawn(clerk, "preview"):
        clerk.press("Space")

    assert clerk.page.inner_text("#count") != before
    assert clerk.focus() == "id_p1-given"


def test_keeping_the_draft_moves_nothing(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    begun(clerk)
    clerk.tab_to("#id_o0-name")

    with drawn(clerk, "saved"):
        clerk.type("Vũ Thị Nháp Mẫu")
    clerk.type(" Hai")

    assert clerk.focus() == "id_o0-name"
    assert clerk.page.input_value("#id_o0-name") == "Vũ Thị Nháp Mẫu Hai"


def test_a_box_that_draws_the_form_anew_keeps_the_focus(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    begun(clerk)
    clerk.page.locator("#q").focus()
    clerk.tab_to("#by_other")

    with drawn(clerk, "quay"):
        clerk.press("Space")
    assert clerk.focus() == "by_other"
    with drawn(clerk, "quay"):
        clerk.press("Space")
    assert clerk.focus() == "by_other"


def test_a_choice_that_draws_the_form_anew_keeps_the_focus(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    begun(clerk)
    clerk.press("Shift+Tab")

    with drawn(clerk, "quay"):
        clerk.press("ArrowDown")
    assert clerk.focus() == "id_o0-id_kind"
    with drawn(clerk, "quay"):
        clerk.press("End")
    assert clerk.focus() == "id_o0-no_id_reason"


def test_another_procedure_done_at_once_keeps_the_focus(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    clerk.goto("/can-bo/lam-ngay")
    clerk.page.wait_for_selector("#id_name:focus")
    clerk.type("Vũ Thị Đổi Mẫu")
    clerk.press("Shift+Tab")

    with drawn(clerk, "cua-thu-tuc"):
        clerk.press("ArrowDown")

    assert clerk.focus() == "id_procedure"
    assert clerk.page.input_value("#id_name") == "Vũ Thị Đổi Mẫu"
    chosen = clerk.page.input_value("#id_procedure")
    assert clerk.page.input_value("#cua-thu-tuc [name=drawn]") == chosen


def test_the_heading_of_what_a_figure_counts_gets_the_focus(
    seat: Callable[..., Hands],
) -> None:
    chair = seat(CHAIR)
    chair.goto(REPORT)
    chair.tab_to(CELL)

    with drawn(chair, "behind"):
        chair.press("Enter")

    assert chair.at("#behind h2")
    chair.press("Tab")
    assert chair.at("#behind a")


def test_the_password_asked_over_the_page_gives_the_focus_back(
    house: House, seat: Callable[..., Hands]
) -> None:
    chair = seat()
    chair.sign_in(CHAIR)
    chair.goto(REPORT)
    chair.tab_to(CELL)
    figure = chair.focus()
    chair.context.clear_cookies(name="motcua_phien")

    chair.press("Enter")
    chair.page.wait_for_selector("#again-password:focus")
    chair.press("Escape")
    chair.page.wait_for_selector("#again", state="hidden")
    assert chair.focus() == figure

    chair.press("Enter")
    chair.page.wait_for_selector("#again-password:focus")
    chair.type(house.password)
    with drawn(chair, "behind"):
        chair.press("Enter")
    assert chair.at("#behind h2")

    chair.context.clear_cookies(name="motcua_phien")
    chair.press("?")
    chair.page.wait_for_selector("#again-password:focus")
    chair.type(house.password)
    chair.press("Enter")
    chair.page.wait_for_selector("#help-title:focus")


def test_help_gives_the_focus_back_also_when_nothing_had_it(seat: Callable[..., Hands]) -> None:
    chair = seat(CHAIR)
    chair.goto(REPORT)
    assert chair.focus() == "body"

    chair.press("?")
    chair.page.wait_for_selector("#help-title:focus")
    chair.press("Tab", "Enter")
    chair.page.wait_for_selector("#help", state="hidden")

    chair.page.wait_for_selector("#work:focus")


def test_a_process_is_reckoned_under_the_hands(seat: Callable[..., Hands]) -> None:
    author = seat("noivu.bim-son")
    author.goto("/can-bo/quy-trinh?loc=chua-co")
    author.tab_to("main table a")
    author.press("Enter")
    author.page.wait_for_selector("form[action$='/soan']")
    author.tab_to("form[action$='/soan'] button")
    author.press("Enter")
    author.page.wait_for_selector("#id_s1-amount")
    author.tab_to("#id_s2-amount")
    author.press("Control+a")

    with drawn(author, "ket-qua"):
        author.type("99")

    assert author.at("#id_s2-amount")
    assert author.page.input_value("#id_s2-amount") == "99"


def test_more_of_an_inbox_is_drawn_under_the_hands(seat: Callable[..., Hands]) -> None:
    clerk = seat(FULL)
    clerk.goto("/can-bo/hop-viec")
    for _ in range(60):
        if clerk.page.locator("#xem-them").count():
            break
        clerk.post(COUNTER, acting.intake("khai-sinh", **{"o0-name": "Vũ Thị Đông Mẫu"}))
        clerk.goto("/can-bo/hop-viec")
    rows = clerk.page.locator("#hop tbody tr")
    before = rows.count()
    clerk.page.locator("#xem-them").focus()

    clerk.press("Enter")

    clerk.page.wait_for_function(
        "before => document.querySelectorAll('#hop tbody tr').length > before", arg=before
    )
    clerk.page.wait_for_function("document.activeElement !== document.body")
    assert has_focus(clerk)


def test_counting_an_inbox_anew_moves_nothing(seat: Callable[..., Hands]) -> None:
    clerk = seat(FULL)
    clerk.page.clock.install()
    clerk.goto("/can-bo/hop-viec")
    clerk.tab_to("#tab-2")

    with clerk.page.expect_response("**/hop-viec/dem*"):
        clerk.page.clock.run_for(61_000)
    clerk.page.clock.run_for(200)

    clerk.page.wait_for_selector("#tab-2:focus")


def test_the_wall_drawn_anew_keeps_the_focus_on_it(seat: Callable[..., Hands]) -> None:
    head = seat("truongphong.qldt.bim-son")
    head.page.clock.install()
    head.goto("/can-bo/man-hinh")
    head.page.locator("#main").focus()

    with head.page.expect_response("**/man-hinh"):
        head.page.clock.run_for(61_000)
    head.page.clock.run_for(200)

    head.page.wait_for_selector("#main:focus")
