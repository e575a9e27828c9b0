"""Beside what is swapped: the focus is never under a bar, Esc does not drop it, and what a script
may no longer do is said while the hands stay where they are.
"""

from collections.abc import Callable, Iterator

import pytest

from browsing import Hands, House

pytestmark = pytest.mark.browser

CLERK, CHAIR = "motcua.bim-son", "chutich.bim-son"
COUNTER = "/can-bo/tiep-nhan"
PERMIT = COUNTER + "?thu-tuc=tx-gpxd-nha-o-do-thi"
REPORT = "/can-bo/bao-cao/phu-luc-ii?tu=01/01/2017&den=31/03/2017"
TABS = 60
COVERED_BY = """() => {
    const focus = document.activeElement, box = focus.getBoundingClientRect();
    if (focus === document.body) return '';  // between the last of the page and its first
    const x = Math.max(box.left + box.width / 2, 1), y = box.top + box.height / 2;
    const bar = (document.elementFromPoint(x, y) || document.body).closest('.acts, .bar');
    return bar && !bar.contains(focus) ? bar.className : '';
}"""


@pytest.mark.parametrize(
    ("who", "path"),
    [(CLERK, "/can-bo/hop-viec"), (CLERK, "/can-bo/tra-ket-qua"), (CHAIR, REPORT)],
    ids=["inbox", "returning", "report"],
)
def test_what_has_the_focus_is_not_under_a_bar(
    seat: Callable[..., Hands], who: str, path: str
) -> None:
    hands = seat(who)
    hands.goto(path)

    for keys in ("Tab", "Shift+Tab"):
        for _ in range(TABS):
            hands.press(keys)
            assert hands.page.evaluate(COVERED_BY) == "", f"{keys}: {hands.focus()}"


def test_a_part_that_is_refused_says_so_and_the_focus_stays(seat: Callable[..., Hands]) -> None:
    clerk = seat()
    clerk.sign_in(CLERK)
    clerk.goto(COUNTER)
    clerk.page.wait_for_selector("#thu-tuc:focus")
    clerk.context.clear_cookies(name="motcua_bieu_mau")

    clerk.type("chung thuc")

    clerk.page.wait_for_selector("#lost:has-text('đã đổi ở cửa sổ khác')")
    assert clerk.focus() == "thu-tuc"


def test_escape_leaves_a_field_for_what_it_stands_in_and_tab_goes_on_from_there(
    seat: Callable[..., Hands],
) -> None:
    clerk = seat(CLERK)
    clerk.goto(PERMIT)
    clerk.tab_to("#id_o0-phone")

    clerk.press("Escape")
    assert clerk.at(".field")
    clerk.press("Tab")

    assert clerk.focus() == "id_o0-phone"


@pytest.fixture
def of_two_posts(house: House) -> Iterator[str]:
    """Who holds two posts while the test runs: the user name."""
    who, other = "motcua.ngoc-trao", "motcua.phu-son"
    given = house.rows(
        "INSERT INTO identity_holding (account_id, position_id, from_on)"
        " SELECT a.id, h.position_id, h.from_on FROM identity_account a, identity_holding h"
        " JOIN identity_account o ON o.id = h.account_id"
        " WHERE a.username = %s AND o.username = %s RETURNING id",
        who,
        other,
    )
    yield who
    house.rows("DELETE FROM identity_holding WHERE id = %s RETURNING id", given[0][0])


def test_a_page_whose_position_was_changed_elsewhere_asks_which_and_keeps_what_was_typed(
    house: House, seat: Callable[..., Hands], of_two_posts: str
) -> None:
    clerk = seat()
    clerk.sign_in(of_two_posts)
    clerk.page.wait_for_selector("[name=position]:focus")
    clerk.press("Enter")
    clerk.page.wait_for_url(lambda url: "vi-tri" not in url)
    clerk.goto(COUNTER)
    clerk.page.wait_for_selector("#thu-tuc:focus")
    elsewhere = clerk.context.new_page()
    elsewhere.goto(house.url + "/can-bo/vi-tri")
    elsewhere.wait_for_selector("[name=position]:focus")
    elsewhere.keyboard.press("Tab")
    elsewhere.keyboard.press("Enter")
    elsewhere.wait_for_url(lambda url: "vi-tri" not in url)

    clerk.type("chung thuc")
    clerk.page.wait_for_url("**/vi-tri*")
    clerk.page.wait_for_selector("[name=position]:focus")
    clerk.press("Enter")

    clerk.page.wait_for_url("**" + COUNTER)
    assert clerk.page.input_value("#thu-tuc") == "chung thuc"
    assert "chưa có gì được ghi" in clerk.words()
