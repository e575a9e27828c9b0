"""The digest of the morning: once a post, when its office opens; by mail without a person."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from acting import words
from motcua.boxes import digests, mailing
from motcua.boxes.models import Digest, DigestLetter, MorningMail
from motcua.core.clock import VN
from motcua.core.delivery import Ending
from motcua.dossiers import services
from motcua.identity import services as identity
from motcua.identity.models import Account
from motcua.messages.channels import EMAIL, Answer, Letter
from office import OWNER, Office
from world import NOW, World

OPENING = datetime(2017, 3, 31, 7, 30, tzinfo=VN)
ADDRESS = "mau@example.vn"
PAGE = "/can-bo/canh-bao"


@dataclass
class Box:
    """A way out that keeps what it is given, and answers as told."""

    answers: list[Ending] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    def send(self, letter: Letter) -> Answer:
        self.letters.append(letter)
        return Answer(self.answers.pop(0) if self.answers else Ending.SENT)

    def close(self) -> None:
        """Nothing is kept open."""


@pytest.fixture(scope="module", autouse=True)
def late(office: Office) -> str:
    """A dossier that has been late with the officer for weeks; its code."""
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    return dossier.code


@pytest.fixture(autouse=True)
def _nothing_yet(world: World) -> None:
    Digest.objects.all().delete()
    MorningMail.objects.all().delete()


def of(title: str) -> Digest:
    return Digest.objects.get(position__title=title)


def test_each_post_on_a_step_has_one_when_its_office_opens_and_only_one(world: World) -> None:
    before, made, again = (
        digests.make(OPENING - timedelta(minutes=1)),
        digests.make(OPENING),
        digests.make(OPENING + timedelta(hours=2)),
    )

    assert (before, again) == (0, 0)
    assert made == Digest.objects.count() == 7
    assert (of("Chuyên viên 2").todo, of("Chuyên viên 2").late) == (1, 1)
    assert of("Chuyên viên 2").untaken is None
    assert of("Trưởng phòng").untaken == 1


@pytest.mark.parametrize("at", [OPENING + timedelta(days=1), OPENING.replace(hour=18)])
def test_none_is_made_on_a_day_off_or_after_the_close(world: World, at: datetime) -> None:
    assert digests.make(at) == 0


def test_the_morning_page_says_how_it_stood_at_the_opening(world: World) -> None:
    digests.make(OPENING)

    assert "Lúc 07:30, đầu ngày: 1 việc cần làm, 1 quá hạn bước" in words(
        world.as_("officer").get("/can-bo/sang-nay")
    )


def test_who_asked_for_it_gets_it_once_with_codes_and_nobodys_name(world: World, late: str) -> None:
    world.as_("officer").post(f"{PAGE}/thu", {"address": ADDRESS})
    digests.make(OPENING)
    box = Box()

    sent = [mailing.send(OPENING + timedelta(minutes=n), {EMAIL: box}) for n in (0, 5, 10)]

    assert sent == [1, 0, 0]
    (letter,) = box.letters
    assert letter.address == ADDRESS
    assert "1 việc, 1 quá hạn" in letter.subject
    assert late in letter.body
    assert OWNER.name not in letter.subject + letter.body


def test_who_stands_in_gets_the_digest_of_the_post_too(world: World) -> None:
    holder = Account.objects.get(username="head")
    stand_in = Account.objects.get(username="books")
    identity.delegate(
        holder.holdings.get(), stand_in, from_at=NOW - timedelta(days=1),
        until_at=NOW + timedelta(days=1), reason="Đi họp",
    )  # fmt: skip
    MorningMail.objects.create(account=stand_in, address=ADDRESS)
    digests.make(OPENING)
    box = Box()

    assert mailing.send(OPENING, {EMAIL: box}) == 1
    assert "Trưởng phòng" in box.letters[0].body


def test_a_server_that_puts_off_is_asked_again_and_given_up_after_three_tries(
    world: World,
) -> None:
    world.as_("officer").post(f"{PAGE}/thu", {"address": ADDRESS})
    digests.make(OPENING)
    box = Box([Ending.TEMPORARY] * 5)

    for n in range(0, 30, 3):
        mailing.send(OPENING + timedelta(minutes=n), {EMAIL: box})

    assert len(box.letters) == 3
    assert len({letter.key for letter in box.letters}) == 1


def test_a_letter_begun_by_a_killed_worker_is_sent_again_under_the_same_key(world: World) -> None:
    world.as_("officer").post(f"{PAGE}/thu", {"address": ADDRESS})
    digests.make(OPENING)
    DigestLetter.objects.update(tries=1, begun_at=OPENING)
    box = Box()

    at_once = mailing.send(OPENING + timedelta(minutes=1), {EMAIL: box})
    later = mailing.send(OPENING + timedelta(minutes=3), {EMAIL: box})

    assert (at_once, later) == (0, 1)


def test_an_address_that_is_none_is_said_and_stays_and_an_empty_one_ends_it(
    world: World,
) -> None:
    officer = world.as_("officer")

    answer = officer.post(f"{PAGE}/thu", {"address": "mau@"})
    officer.post(f"{PAGE}/thu", {"address": ADDRESS})
    kept = MorningMail.objects.count()
    officer.post(f"{PAGE}/thu", {"address": ""})

    assert answer.status_code == 422
    assert "ghi chưa đúng" in words(answer)
    assert 'value="mau@"' in answer.content.decode()
    assert (kept, MorningMail.objects.count()) == (1, 0)
