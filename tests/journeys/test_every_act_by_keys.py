"""Every act of the office, pressed in a browser by keys alone, from the dossier's page.

What comes before the act under test is sent as forms, past the buttons; the act itself is reached
with Tab, its form is typed, and F8, Ctrl+Enter or Enter sends it.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import watching
from browsing import CODE, Hands, House, sit_down
from motcua.core.flow import Act
from pressing import (
    ADMIN,
    ASIDE,
    CLERK,
    COUNTER,
    ELSEWHERE,
    LATER,
    OFFICER,
    ON_DOSSIER,
    PLAIN,
    WAITED,
    answer_by,
    asides,
    happened,
    prepared,
    says_why,
    sends_a_file,
)

pytestmark = pytest.mark.browser

REGISTER = (
    "office,procedure_code,applicant_name,received_at,finished_at,returned_at,outcome\n"
    "bim-son,tx-gia-han-gpxd,Bùi Sổ Cũ Mẫu,05/12/2016 08:00,05/12/2016 10:00,05/12/2016 10:30,"
    "result\n"
).encode()
DOORS = Path(__file__).parents[2] / "src" / "motcua"


@pytest.fixture(scope="module")
def people(house: House, chromium: Browser) -> Iterator[Callable[[str], Hands]]:
    """Everybody at a browser of their own, for all acts: whoever sat down stays."""
    seated: dict[str, Hands] = {}

    def take(username: str) -> Hands:
        if username not in seated:
            seated[username] = sit_down(house, chromium, username)
        return seated[username]

    yield take
    for hands in seated.values():
        hands.context.close()


def offered_by_a_door() -> set[Act]:
    """Every act that the officials' or the citizens' door names."""
    return {
        Act[name]
        for door in ("desk", "portal")
        for file in (DOORS / door).rglob("*.py")
        for name in re.findall(r"\bAct\.([A-Z_]+)\b", file.read_text("utf-8"))
    }


def test_no_act_that_a_door_offers_is_left_out() -> None:
    covered = set(ON_DOSSIER) | set(ELSEWHERE)

    assert offered_by_a_door() <= covered
    assert set(ELSEWHERE.values()) <= set(globals())


@pytest.mark.parametrize("act", ON_DOSSIER, ids=str)
def test_an_act_is_reached_filled_in_and_sent_by_keys(
    house: House, people: Callable[[str], Hands], act: Act
) -> None:
    how = ON_DOSSIER[act]
    code = prepared(house, people, how)
    hands = people(how.who)
    hands.goto(f"/can-bo/ho-so/{code}")
    before = len(house.events(code))

    hands.tab_to(f".acts a[href*='/{how.slug}'], .acts form[action*='/{how.slug}'] button")
    hands.press("Enter")
    if how.fill:
        hands.page.wait_for_url(f"**/{how.slug}*")
        how.fill(hands)

    assert happened(house, code, how.event, before), hands.words()
    hands.page.wait_for_selector(".toast")
    if how.start in WAITED:
        answer_by(house, code, LATER)  # as its events say, so that the house verifies
    if how.start == "silent":
        rows = "SELECT due_on::text FROM dossiers_askedopinion o JOIN dossiers_dossier d"
        rows += " ON d.id = o.dossier_id WHERE d.code = %s"
        asides(house, code, ASIDE["silent"][0], house.rows(rows, code)[0][0])


def test_a_file_is_taken_away_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    code = prepared(house, people, ON_DOSSIER[Act.ATTACH])
    clerk = people(CLERK)
    clerk.goto(f"/can-bo/ho-so/{code}/tep")
    sends_a_file(clerk)
    clerk.page.wait_for_selector(".toast")
    before = len(house.events(code))

    clerk.tab_to("a[href$='/tep/1/go']")
    clerk.press("Enter")
    says_why(clerk)

    assert happened(house, code, "file_detached", before), clerk.words()


def test_a_dossier_is_received_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    clerk = people(CLERK)
    clerk.goto(f"{COUNTER}?thu-tuc={PLAIN}")
    fill_in(clerk, "Lý Thị Phím Mẫu")

    clerk.press("F8")

    clerk.page.wait_for_url("**/da-nhan*")
    assert house.events(clerk.code())[0] == "received"


def test_an_intake_is_refused_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    clerk = people(CLERK)
    clerk.goto(f"{COUNTER}?thu-tuc={PLAIN}")
    fill_in(clerk, "Lý Thị Từ Chối Mẫu")

    clerk.tab_to(".acts [value=refuse]")
    clerk.press("Enter")
    clerk.page.wait_for_selector("#id_reason:focus")
    clerk.type("Không thuộc thẩm quyền thị xã, nộp tại Sở Xây dựng.")
    clerk.tab_to("[value='refuse-now:refuse']")
    clerk.press("Enter")

    clerk.page.wait_for_url("**/khong-nhan*")
    assert house.events(clerk.code()) == ["intake_refused"]


def test_what_came_by_post_is_kept_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    clerk = people(CLERK)
    clerk.goto(f"{COUNTER}?thu-tuc={PLAIN}")
    fill_in(clerk, "Lý Thị Gửi Đến Mẫu")

    clerk.tab_to(".acts [value='sent:on']")
    clerk.press("Enter")
    clerk.page.wait_for_selector(".acts [value=submit]")
    clerk.tab_to(".acts [value=submit]")
    clerk.press("Enter")

    clerk.page.wait_for_url("**/cho-kiem-tra")
    clerk.page.wait_for_selector("a:has-text('Lý Thị Gửi Đến Mẫu')")
    assert "số HT-" in clerk.words()


def test_what_is_missing_is_told_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    clerk = people(CLERK)
    clerk.goto(f"{COUNTER}?thu-tuc={PLAIN}")
    fill_in(clerk, "Lý Thị Hoàn Thiện Mẫu")
    clerk.press("Space")  # the last paper is not there

    clerk.tab_to(".acts [value=ask]")
    clerk.press("Enter")
    clerk.page.wait_for_selector("[name^=pick]:focus")
    clerk.tab_to("[value=ask-now]")
    clerk.press("Enter")

    clerk.page.wait_for_url("**/huong-dan")
    assert "số tham chiếu" in clerk.words()


def test_a_dossier_is_done_at_once_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    clerk = people("motcua.ba-dinh")
    clerk.goto("/can-bo/lam-ngay")
    clerk.page.wait_for_selector("#id_name:focus")

    clerk.type("Lý Thị Ngay Mẫu")
    clerk.press("F8")

    done = clerk.page.wait_for_selector("a:has-text('Lý Thị Ngay Mẫu')")
    found = CODE.search(done.get_attribute("href") or "") if done else None
    assert found
    assert "done_now" in house.events(found[1])


def test_a_dossier_is_opened_from_the_inbox_by_keys(
    house: House, people: Callable[[str], Hands]
) -> None:
    code = prepared(house, people, ON_DOSSIER[Act.SUSPEND])
    officer = people(OFFICER)
    officer.goto("/can-bo/hop-viec")

    row = f".inbox a[href*='{code}']"
    officer.tab_to(".inbox a")
    rows = officer.page.locator(".inbox tbody tr").count()
    for _ in range(rows):
        if officer.at(row):
            break
        officer.press("ArrowDown")
    officer.press("Enter")

    officer.page.wait_for_url(f"**/ho-so/{code}")
    assert "seen" in house.events(code)


def test_ticked_dossiers_are_taken_from_the_inbox_by_keys(
    house: House, people: Callable[[str], Hands]
) -> None:
    code = prepared(house, people, ON_DOSSIER[Act.SUSPEND])
    officer = people(OFFICER)
    officer.goto("/can-bo/hop-viec")

    officer.tab_to(f"#hop tr:has(a[href*='{code}']) input[name=pick]")
    officer.press("Space")
    officer.tab_to(".acts button[value=take]")
    officer.press("Enter")

    assert happened(house, code, "taken", 1), officer.words()


def test_a_register_is_taken_over_by_keys(house: House, people: Callable[[str], Hands]) -> None:
    """Of the year before the demonstration's quarter, so that no figure of it moves."""
    admin = people(ADMIN)
    admin.goto("/can-bo/quan-tri/nhap-so")
    admin.page.set_input_files("#file", {"name": "so.csv", "mimeType": "", "buffer": REGISTER})  # type: ignore[arg-type]
    admin.press("F8")
    admin.page.wait_for_selector("#cot")
    admin.press("F8")  # the columns are guessed right

    until_said(admin, "Mọi dòng đều đúng: 1 hồ sơ mới")
    admin.press("F8")
    until_said(admin, "Đã ghi 1 hồ sơ")

    taken = "SELECT stage FROM dossiers_dossier d JOIN dossiers_party p ON p.dossier_id = d.id"
    assert house.rows(f"{taken} WHERE p.name = %s", "Bùi Sổ Cũ Mẫu") == [("returned",)]


def until_said(hands: Hands, words: str) -> None:
    """Looks again, as the page offers, until the job behind it is done."""
    assert watching.until(lambda: words in hands.words() or looked_again(hands), 60), hands.words()


def looked_again(hands: Hands) -> bool:
    if hands.page.locator("progress").count():
        hands.press("F8")
        hands.page.wait_for_load_state()
    return False


def fill_in(clerk: Hands, name: str) -> None:
    """The counter's form, from the number to the last paper."""
    clerk.page.wait_for_selector("#id_o0-id_number:focus")
    for datum in ("038080006789", name, "0900006789", "Khu phố 3, phường Ba Đình"):
        clerk.type(datum)
        clerk.press("Tab")
    clerk.tab_to(".papers input[id$=-given]")
    papers = clerk.page.locator(".papers tbody tr").count()
    clerk.press("Space", *["ArrowDown", "Space"] * (papers - 1))
