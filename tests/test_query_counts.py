"""How often a page or an act asks the database: a fixed number, however many dossiers there are.

The numbers are exact, so that one that falls is written down here as one that rises is. Beginning
and committing a transaction is no question and is counted apart. Pages are measured warm: what a
process keeps (catalogue, offices, calendars) is read. docs/adr/0003 says what may not be lower.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from acting import intake
from asking import passer_by, slip_check
from motcua.core.flow import Body
from motcua.dossiers import services
from motcua.dossiers.asked import AtOnce, Done, Intake
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.at_once import procedures_at_once
from motcua.dossiers.services.waiting import Deficiency
from motcua.organization import timekeeping
from office import ANSWER_BY, MONDAY, OWNER, Office
from world import World

FEW, MANY = 1, 12
DOOR = 2
"""What every page of an official asks first: the session; who it belongs to and in which posts.

A page that names people writes one line into the audit besides, which is counted with the page."""
REPORT = "/can-bo/bao-cao/phu-luc-ii?tu=01/01/2017&den=31/03/2017"
MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]

PAGES: dict[str, tuple[str, str, int]] = {
    "counter": ("clerk", "/can-bo/tiep-nhan", DOOR + 2),
    "counter, procedure chosen": (
        "clerk", "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi", DOOR + 1,
    ),
    "what waits to be received": ("clerk", "/can-bo/cho-kiem-tra", DOOR + 4),
    "inbox": ("officer", "/can-bo/hop-viec", DOOR + 5),
    "inbox, waiting for citizens": ("officer", "/can-bo/hop-viec?loc=cho-nguoi-dan", DOOR + 5),
    "workload": ("chair", "/can-bo/khoi-luong", DOOR + 4),
    "warnings": ("officer", "/can-bo/canh-bao", DOOR + 3),
    "morning": ("head", "/can-bo/sang-nay", DOOR + 10),
    "wall": ("officer", "/can-bo/man-hinh", DOOR + 3),
    "opinions and visits": ("officer", "/can-bo/hop-viec/y-kien", DOOR + 5),
    "lateness by holder": ("chair", "/can-bo/dieu-hanh/cham-o-dau", DOOR + 3),
    "dossier": ("officer", "/can-bo/ho-so/{code}", DOOR + 9),
    "dossier, masked": ("above", "/can-bo/ho-so/{code}", DOOR + 4),
    "an act": ("officer", "/can-bo/ho-so/{code}/yeu-cau-bo-sung", DOOR + 7),
    "received": ("clerk", "/can-bo/ho-so/{code}/da-nhan", DOOR + 7),
    "all dossiers": ("clerk", "/can-bo/ho-so", DOOR + 3),
    "returning list": ("clerk", "/can-bo/tra-ket-qua", DOOR + 4),
    "what goes by post": ("clerk", "/can-bo/tra-ket-qua/buu-dien", DOOR + 4),
    "what goes electronically, none": ("clerk", "/can-bo/tra-ket-qua/dien-tu", DOOR + 3),
    "at once": ("clerk", "/can-bo/lam-ngay", DOOR + 10),
    "money": ("clerk", "/can-bo/thu-phi", DOOR + 7),
    "cash book": ("clerk", "/can-bo/so-quy", DOOR + 4),
    "fee receipts": ("clerk", "/can-bo/bien-lai", DOOR + 3),
    "files of a dossier": ("clerk", "/can-bo/ho-so/{code}/tep", DOOR + 12),
    "scans": ("clerk", "/can-bo/may-quet", DOOR + 3),
    "register of documents": ("records", "/can-bo/van-ban", DOOR + 4),
    "financial obligations": ("clerk", "/can-bo/nghia-vu", DOOR + 3),
    "obligations of a dossier": ("clerk", "/can-bo/ho-so/{code}/nghia-vu", DOOR + 6),
    "bill": ("clerk", "/can-bo/ho-so/{code}/thu-phi", DOOR + 10),
    "overview": ("chair", "/can-bo/dieu-hanh", DOOR + 9),
    "promises that wait, none": ("chair", "/can-bo/dieu-hanh/hen-cho-xac-nhan", DOOR + 1),
    "behind a figure": ("chair", "/can-bo/dieu-hanh/dang-giai-quyet", DOOR + 3),
    "registers taken over": ("admin", "/can-bo/quan-tri/nhap-so", DOOR + 2),
    "charts, today": ("chair", "/can-bo/bieu-do", DOOR + 5),
    "charts, in time": ("chair", "/can-bo/bieu-do/dung-han", DOOR + 4),
    "charts, arrivals": ("chair", "/can-bo/bieu-do/luc-den", DOOR + 2),
    "charts, where one waits": ("chair", "/can-bo/bieu-do/cho-o-dau", DOOR + 5),
    "behind a chart": ("chair", "/can-bo/bieu-do/ho-so/tuoi", DOOR + 3),
    "narrative reports": ("affairs", "/can-bo/bao-cao/tinh-hinh", DOOR + 2),
    "desk conditions": ("affairs", "/can-bo/bao-cao/dieu-kien", DOOR + 3),
    "desk conditions of one": ("affairs", "/can-bo/bao-cao/dieu-kien/bim-son", DOOR + 3),
    "long prints": ("clerk", "/can-bo/in-hang-loat", DOOR + 2),
    "reports": ("affairs", "/can-bo/bao-cao", DOOR + 2),
    "figures from below": ("affairs", "/can-bo/bao-cao/tong-hop", DOOR + 4),
    "report": ("affairs", REPORT, DOOR + 8),
    "report, behind a figure": ("affairs", f"{REPORT}&dv=bim-son&so=received", DOOR + 10),
    "boards": ("books", "/can-bo/niem-yet", DOOR + 3),
    "one board": ("clerk", "/can-bo/niem-yet/bim-son/ho-tich", DOOR + 4),
    "quality of the catalogue": ("books", "/can-bo/danh-muc/chat-luong", DOOR + 17),
    "catalogue": ("books", "/can-bo/thu-tuc", DOOR + 1),
    "decisions": ("books", "/can-bo/cong-bo", DOOR + 2),
    "what changed for me": ("books", "/can-bo/cong-bo/doi-moi", DOOR + 3),
    "processes": ("affairs", "/can-bo/quy-trinh", DOOR + 3),
    "a process": ("affairs", "/can-bo/quy-trinh/tx-gpxd-nha-o-do-thi", DOOR + 4),
    "home": ("", "/", 0),
    "public listing": ("", "/thu-tuc", 0),
    "public search": ("", "/thu-tuc?tim=khai+sinh", 0),
    "public search of an office": ("", "/thu-tuc?tim=khai+sinh&don-vi=bim-son", 0),
    "a procedure in public": ("", "/thu-tuc/bim-son/tx-gpxd-nha-o-do-thi", 1),
    "a procedure by its code": ("", "/tthc/1.001193", 2),
    "a board in public": ("", "/niem-yet/ba-dinh/ho-tich", 1),
    "open data": ("", "/du-lieu-mo/thu-tuc.json", 1),
    "waiting times to take away": ("", "/du-lieu-mo/thoi-gian-cho.json", 1),
    "what may be taken away": ("", "/du-lieu-mo", 1),
    "map of the site": ("", "/sitemap.xml", 9),
    "lookup": ("", "/tra-cuu?ma={code}&kt={check}", 2),
    "lookup by a machine": ("", "/api/v1/dossiers/{code}?kt={check}", 2),
    "kiosk": ("", "/kiosk/tra-cuu?ma={code}&kt={check}", 2),
}  # fmt: skip

WAY: Sequence[tuple[str, str, dict[str, Any]]] = (
    ("hand_over", "clerk", {}),
    ("see", "officer", {}),
    ("hand_over", "officer", {}),
    ("approve", "head", {}),
    ("approve", "chair", {}),
    ("return_to_desk", "records", {"overdue_reason": "qua-tai"}),
    ("return_result", "clerk", {"collector": "owner", "note": "CMND 0380"}),
)
ACTS: dict[str, tuple[int, str, str, dict[str, Any]]] = {
    "hand over": (0, *WAY[0]),
    "see": (1, *WAY[1]),
    "approve": (3, *WAY[3]),
    "return to desk": (5, *WAY[5]),
    "return result": (6, *WAY[6]),
    "recall": (1, "recall", "clerk", {}),
    "request supplement": (
        2, "request_supplement", "officer",
        {"items": MISSING, "document": "37/HDHS", "reply_by": ANSWER_BY},
    ),
    "suspend": (2, "suspend", "officer", {"document": "38/CV", "reason": "nvtc"}),
    "consult": (
        2, "consult", "officer",
        {"bodies": [Body("ba-dinh")], "document": "15/QLĐT", "question": "Có vướng không?"},
    ),
    "plan a visit": (
        2, "plan_visit", "officer", {"visit_at": MONDAY + timedelta(days=400), "place": "Thửa đất"},
    ),
    "withdraw": (0, "withdraw", "clerk", {"reason": "Đổi ý"}),
    "void": (0, "void", "clerk", {"reason": "Nhầm người"}),
}  # fmt: skip
PRESSED: dict[str, tuple[int, int]] = {
    "first opening": (DOOR + 14, 1),  # two of them ask whether the last act may be taken back
    "receive": (DOOR + 3, 2),
    "hand over": (DOOR + 3, 1),
    "search by name": (DOOR + 3, 0),
    "scan a code": (DOOR, 0),
    "preview": (DOOR, 0),
}


@dataclass(frozen=True)
class Cost:
    """Questions asked, and transactions they were asked in."""

    queries: int
    transactions: int


def cost(doing: Callable[[], Any]) -> Cost:
    timekeeping.forget()  # the demonstration's time is read again every few seconds
    timekeeping.now()
    with CaptureQueriesContext(connection) as asked:
        doing()
    sent = [one["sql"] for one in asked]
    marks = [sql for sql in sent if sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]
    return Cost(len(sent) - len(marks), marks.count("BEGIN"))


def received(office: Office, n: int, **changes: Any) -> list[Dossier]:
    """`n` dossiers, received in one act."""
    wanted = [replace(office.intake(), **changes)] * n
    done = services.receive(wanted, key=uuid4(), whole=True)
    return [Dossier.objects.get(pk=one.dossier) for one in done if isinstance(one, Done)]


def refreshed(dossiers: Sequence[Dossier]) -> Sequence[Dossier]:
    for dossier in dossiers:
        dossier.refresh_from_db()
    return dossiers


def walk(office: Office, dossiers: Sequence[Dossier], steps: int) -> None:
    """The first `steps` of the way, each as one act on all."""
    for act, by, data in WAY[:steps]:
        asked = [office.asked(dossier, by) for dossier in dossiers]
        outcomes = getattr(services, act)(asked, key=uuid4(), **data)
        assert all(isinstance(one, Done) for one in outcomes), outcomes


def at_once(office: Office, n: int) -> list[Intake]:
    """What `n` people ask for who wait for it, today."""
    slug = procedures_at_once(office.people["clerk"], MONDAY)[0].slug
    written = AtOnce("01/2017", str(office.people["chair"].position_uuid))
    return [replace(office.intake(slug), papers=(), at_once=written, at=timekeeping.now())] * n


def fill(office: Office, n: int) -> Dossier:
    """`n` dossiers in each kind of place; answers one in the case officer's hands."""
    received(office, n)
    in_hand = received(office, n)
    walk(office, in_hand, 2)
    walk(office, received(office, n), 6)
    walk(office, received(office, n), 7)
    halted = received(office, n)
    walk(office, halted, 2)
    asked = [office.asked(dossier, "officer") for dossier in halted]
    services.request_supplement(
        asked, key=uuid4(), items=MISSING, document="37/HDHS", reply_by=ANSWER_BY, whole=True
    )
    services.do_now(at_once(office, n), key=uuid4(), whole=True)
    return in_hand[0]


def everything(world: World, office: Office, code: str) -> dict[str, Cost]:
    """What each page and each pressed button costs now, warm."""
    found: dict[str, Cost] = {}
    for name, (username, path, _) in PAGES.items():
        client = world.as_(username) if username else passer_by()
        path = path.format(code=code, check=slip_check(code))
        assert client.get(path).status_code == 200, path
        found[name] = cost(lambda client=client, path=path: client.get(path))  # type: ignore[misc]
    return found | pressed(world.as_("clerk"), world.as_("officer"), office)


def pressed(clerk: Client, officer: Client, office: Office) -> dict[str, Cost]:
    (fresh,) = received(office, 1)
    page = f"/can-bo/ho-so/{fresh.code}"
    drawn = clerk.get(f"{page}/chuyen").content.decode()
    form = dict(re.findall(r'name="(seq|key|step)" value="([^"]*)"', drawn))
    return {
        "receive": cost(lambda: clerk.post("/can-bo/tiep-nhan", intake())),
        "hand over": cost(lambda: clerk.post(f"{page}/chuyen", form)),
        "first opening": cost(lambda: officer.get(page)),
        "search by name": cost(lambda: clerk.post("/can-bo/tim", {"words": "le thi hien"})),
        "scan a code": cost(lambda: clerk.post("/can-bo/tim", {"words": fresh.code})),
        "preview": cost(lambda: clerk.post("/can-bo/tiep-nhan/xem-truoc", intake())),
    }


@pytest.fixture(scope="module", autouse=True)
def _nothing_grows_old() -> Iterator[None]:
    """Offices and catalogue stay read, however slow the machine that counts."""
    with pytest.MonkeyPatch.context() as patch:
        for kept in ("organization.tree", "catalogue.selectors"):
            patch.setattr(f"motcua.{kept}.CACHED_SECONDS", float("inf"))
        yield


@pytest.fixture(scope="module")
def few_and_many(world: World, office: Office) -> tuple[dict[str, Cost], dict[str, Cost]]:
    """The costs with few dossiers in every place, then with many."""
    code = fill(office, FEW).code
    everything(world, office, code)
    few = everything(world, office, code)
    fill(office, MANY)
    return few, everything(world, office, code)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_its_number_of_questions(
    few_and_many: tuple[dict[str, Cost], dict[str, Cost]], name: str
) -> None:
    few, many = few_and_many

    assert few[name] == many[name] == Cost(PAGES[name][2], 0)


@pytest.mark.parametrize("name", PRESSED)
def test_a_pressed_button_asks_its_number_of_questions(
    few_and_many: tuple[dict[str, Cost], dict[str, Cost]], name: str
) -> None:
    few, many = few_and_many

    assert few[name] == many[name] == Cost(*PRESSED[name])


@pytest.mark.parametrize("n", [FEW, MANY])
@pytest.mark.parametrize("name", ACTS)
def test_an_act_asks_twice_in_one_transaction_whatever_the_number(
    office: Office, name: str, n: int
) -> None:
    before, act, by, data = ACTS[name]
    dossiers = received(office, n)
    walk(office, dossiers, before)
    asked = [office.asked(dossier, by) for dossier in dossiers]

    assert cost(lambda: getattr(services, act)(asked, key=uuid4(), **data)) == Cost(2, 1)
    assert [dossier.head_seq for dossier in refreshed(dossiers)] > [one.seq for one in asked]


@pytest.mark.parametrize("n", [FEW, MANY])
def test_what_sends_back_asks_who_had_it_as_well(office: Office, n: int) -> None:
    dossiers = received(office, n)
    walk(office, dossiers, 3)
    asked = [office.asked(one, "head") for one in refreshed(dossiers)]

    back = cost(lambda: services.send_back(asked, key=uuid4(), note="Thiếu căn cứ", whole=True))

    assert back == Cost(3, 1)


@pytest.mark.parametrize("n", [FEW, MANY])
def test_an_act_that_ends_a_pause_asks_twice_as_well(office: Office, n: int) -> None:
    before, _, by, data = ACTS["request supplement"]
    dossiers = received(office, n)
    walk(office, dossiers, before)
    asked = [office.asked(dossier, by) for dossier in dossiers]
    services.request_supplement(asked, key=uuid4(), whole=True, **data)
    brought = [office.asked(dossier, "clerk") for dossier in dossiers]

    assert cost(lambda: services.take_supplement(brought, key=uuid4(), whole=True)) == Cost(2, 1)


@pytest.mark.parametrize("n", [FEW, MANY])
def test_taking_an_act_back_asks_four_times(office: Office, n: int) -> None:
    dossiers = received(office, n)
    walk(office, dossiers, 1)
    asked = [office.asked(dossier, "clerk", after=1) for dossier in dossiers]

    assert cost(lambda: services.undo(asked, key=uuid4(), whole=True)) == Cost(4, 1)


@pytest.mark.parametrize("n", [FEW, MANY])
def test_mending_what_was_written_asks_three_times(office: Office, n: int) -> None:
    asked = [office.asked(dossier, "clerk") for dossier in received(office, n)]
    now = {("owner", 0): replace(OWNER, name="Lê Thị Hiền Mẫu")}

    seen = cost(lambda: services.correct(asked, key=uuid4(), parties=now, reason="x", whole=True))

    assert seen == Cost(3, 1)


@pytest.mark.parametrize("n", [FEW, MANY])
def test_what_begins_a_dossier_asks_twice_and_four_times_when_a_book_gives_its_number(
    office: Office, n: int
) -> None:
    asked = at_once(office, n)
    refused = [replace(office.intake(), reason="Không thuộc thẩm quyền")] * n

    assert cost(lambda: services.receive([office.intake()] * n, key=uuid4())) == Cost(2, 1)
    assert cost(lambda: services.refuse_intake(refused, key=uuid4())) == Cost(2, 1)
    assert cost(lambda: services.do_now(asked, key=uuid4(), whole=True)) == Cost(4, 1)
