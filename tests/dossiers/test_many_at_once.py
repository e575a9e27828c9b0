"""Many officials on the same dossiers at the same moment: real threads, each on a connection of its
own. Each act happens once, whoever loses is told who was first, and no number is missing or twice.
"""

import random
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction

import watching
from motcua.core.clock import VN
from motcua.core.codes import DossierCode
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.refusals import sentence
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.run import differences
from motcua.papers.handing_over import make_lists
from motcua.papers.models import HandoverLine, HandoverList
from office import ANSWER_BY, OWNER, Office

SEED = 20170331
MISSING = [Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")]
OFTEN = pytest.mark.parametrize(
    ("threads", "count"),
    [
        pytest.param(8, 12, id="eight on twelve"),
        pytest.param(32, 50, id="thirty-two on fifty", marks=pytest.mark.prove),
    ],
)
Answer = TypeVar("Answer")


def at_once(threads: int, work: Callable[[random.Random], Answer]) -> list[Answer]:
    """What each thread answers. All begin together; two and two draw alike, so that every button is
    pressed twice at about the same moment, and each test draws keys of its own. A deadlock that
    PostgreSQL breaks is raised here."""
    ready = threading.Barrier(threads)

    def one(number: int) -> Answer:
        drawn = f"{SEED} {work.__qualname__} {threads} {number // 2}"
        chance = random.Random(drawn)  # noqa: S311 (a repeatable draw)
        try:
            ready.wait(30)
            return work(chance)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(one, range(threads)))


def key_of(chance: random.Random) -> UUID:
    """The key of a form: of two that draw alike, the same."""
    return UUID(int=chance.getrandbits(128))


def in_some_order(chance: random.Random, things: Sequence[Any]) -> Iterator[list[Any]]:
    """All of them, shuffled, by ones to fours."""
    left = chance.sample(list(things), len(things))
    while left:
        size = chance.randint(1, 4)
        yield left[:size]
        left = left[size:]


def while_waiting(first: Callable[[], Any], second: Callable[[], Answer]) -> Answer:
    """What `second` answers that began while `first` was written but not yet committed."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            answer = pool.submit(in_a_thread, second)
            assert watching.until(somebody_waits, 30)
        return answer.result(30)


def in_a_thread(doing: Callable[[], Answer]) -> Answer:
    try:
        return doing()
    finally:
        connections.close_all()


def somebody_waits() -> bool:
    """Whether another session waits for what this one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks"
            " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return bool(cursor.fetchone()[0])


def test_who_waited_for_another_is_told_what_the_other_did(office: Office) -> None:
    (dossier,) = received(office, 1)
    clerk, other = office.asked(dossier, "clerk"), office.asked(dossier, "clerk2")

    (told,) = while_waiting(
        lambda: services.hand_over([clerk], key=uuid4()),
        lambda: services.withdraw([other], key=uuid4(), reason="Đổi ý"),
    )

    assert isinstance(told, Refused)
    assert_told([told])
    assert told.facts["event"] == "handed_over"


def test_a_button_pressed_again_before_the_first_press_was_written_acts_once(
    office: Office,
) -> None:
    (dossier,) = received(office, 1)
    asked, key = office.asked(dossier, "clerk"), uuid4()

    (again,) = while_waiting(
        lambda: services.hand_over([asked], key=key),
        lambda: services.hand_over([asked], key=key),
    )

    assert isinstance(again, Done)
    assert again.again
    assert once_each([dossier], "handed_over")


@pytest.mark.parametrize("begin", ["receive", "refuse_intake"])
def test_an_intake_pressed_again_before_the_first_was_written_takes_one_number(
    office: Office, begin: str
) -> None:
    wanted, key = [replace(office.intake(), reason="Không đúng nơi")], uuid4()
    service = getattr(services, begin)
    before = Dossier.objects.count()

    (again,) = while_waiting(lambda: service(wanted, key=key), lambda: service(wanted, key=key))

    assert isinstance(again, Done)
    assert again.again
    assert Dossier.objects.count() == before + 1


@pytest.fixture
def on_a_day(threads: int) -> datetime:
    """A working morning of its own for each size."""
    return datetime(2017, 3, 6 + threads % 7, 8, 30, tzinfo=VN)


def received(office: Office, count: int) -> list[Dossier]:
    """Dossiers in one call, at the desk."""
    done = services.receive([office.intake()] * count, key=uuid4(), whole=True)
    return list(Dossier.objects.filter(pk__in=[one.dossier for one in done]).order_by("id"))  # type: ignore[union-attr]


@OFTEN
def test_numbers_of_dossiers_have_no_gap_and_no_repeat(
    office: Office, threads: int, count: int, on_a_day: datetime
) -> None:
    whole = office.intake(at=on_a_day)
    wrong = replace(whole, papers=())

    def work(chance: random.Random) -> list[Any]:
        told: list[Any] = []
        for _ in range(count // 8):
            wanted = [chance.choice((whole, whole, wrong)) for _ in range(chance.randint(1, 3))]
            told += services.receive(wanted, key=key_of(chance))
            with pytest.raises(Refused):
                services.receive([whole, wrong], key=key_of(chance), whole=True)
        return told

    told = [one for answers in at_once(threads, work) for one in answers]
    day = Dossier.objects.filter(received_at=on_a_day)
    numbers = sorted(DossierCode.parse(code).number for code in day.values_list("code", flat=True))
    new = [one.code for one in told if isinstance(one, Done) and not one.again]
    assert numbers == list(range(1, len(numbers) + 1))
    assert sorted(new) == sorted(day.values_list("code", flat=True))


@OFTEN
def test_lists_have_no_gap_and_no_repeat_and_each_dossier_is_on_one(
    office: Office, threads: int, count: int
) -> None:
    dossiers = received(office, count)
    at = office.asked(dossiers[0], "clerk").at

    def work(chance: random.Random) -> list[Refused]:
        clerk, lost = office.people[chance.choice(("clerk", "clerk2"))], []
        for some in in_some_order(chance, dossiers):
            asked = [Asked(one.pk, one.head_seq, at, clerk) for one in some]
            for press in (asked, *([one] for one in asked)):
                try:
                    make_lists(clerk, press, key=key_of(chance), at=at)
                except Refused as refused:
                    lost.append(refused)
        return lost

    lost = [one for many in at_once(threads, work) for one in many]
    made = HandoverList.objects.values_list("number", flat=True)
    assert sorted(made) == list(range(1, len(made) + 1))
    lines = Counter(HandoverLine.objects.filter(dossier__in=dossiers).values_list("dossier"))
    assert {*lines.values()} == {1}
    assert len(lines) == count
    assert once_each(dossiers, "handed_over")
    assert_told(lost)


def once_each(dossiers: Sequence[Dossier], *kinds: str) -> bool:
    """Whether each has exactly one event of those kinds since its page was drawn."""
    drawn = max(one.head_seq for one in dossiers)
    events = Event.objects.filter(dossier__in=dossiers, kind__in=kinds, seq__gt=drawn)
    found = events.values_list("dossier")
    counts = Counter(found)
    return len(counts) == len(dossiers) and {*counts.values()} == {1}


def assert_told(lost: Sequence[Refused]) -> None:
    """Whoever lost reads what was done, by whom and when."""
    assert lost
    assert {one.code for one in lost} == {"moved"}
    assert all({"event", "person", "title", "at"} <= {*one.facts} for one in lost)
    assert all("Mẫu" in sentence(one) and "…" not in sentence(one) for one in lost)


MENDED = {("owner", 0): replace(OWNER, phone="0900000777")}
ACTS: Sequence[tuple[str, Callable[..., Any], dict[str, Any], str]] = (
    ("officer", services.hand_over, {}, "handed_over"),
    ("officer", services.request_supplement,
     {"items": MISSING, "document": "7", "reply_by": ANSWER_BY}, "supplement_requested"),
    ("head", services.suspend, {"document": "5/TB", "reason": "nvtc"}, "suspended"),
    ("chair", services.correct, {"parties": MENDED, "reason": "Ghi nhầm số"}, "corrected"),
    ("clerk", services.withdraw, {"reason": "Đổi ý"}, "withdrawn"),
)  # fmt: skip


@OFTEN
def test_of_all_who_press_on_the_same_page_one_acts_and_the_others_are_told(
    office: Office, threads: int, count: int
) -> None:
    dossiers = received(office, count)
    asked = [Asked(one.pk, one.head_seq, office.asked(one, "clerk").at, office.people["clerk"])
             for one in dossiers]  # fmt: skip
    services.hand_over(asked, key=uuid4(), whole=True)
    for one in dossiers:
        one.refresh_from_db()
    at = asked[0].at + timedelta(hours=2)

    def work(chance: random.Random) -> list[Any]:
        told: list[Any] = []
        for some in in_some_order(chance, dossiers):
            who, act, data, _ = chance.choice(ACTS)
            drawn = [Asked(one.pk, one.head_seq, at, office.people[who]) for one in some]
            told += act(drawn, key=key_of(chance), **data)
        return told

    told = [one for many in at_once(threads, work) for one in many]
    done = [one for one in told if isinstance(one, Done)]
    assert len([one for one in done if not one.again]) == count
    assert once_each(dossiers, *(kind for *_, kind in ACTS))
    assert_told([one for one in told if isinstance(one, Refused)])
    assert list(differences()) == []
