"""The demonstration: Bỉm Sơn's first quarter of 2017, its totals real, its people invented; and on
a second day, in 2026, the two wards that came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.dossiers.selectors import any_dossier, offices_with_dossiers
from motcua.dossiers.services import settle
from motcua.exchange.demo.desks import survey_desks
from motcua.exchange.demo.finishing import finish_quarter
from motcua.exchange.demo.loading import DEMO_NOW, Tell, load_quarter, load_wards
from motcua.exchange.demo.signing import make_keys
from motcua.exchange.demo.staff import FROM_ON, PASSWORD, posts, posts_of_wards
from motcua.exchange.demo.wards import WARDS_FROM, WARDS_NOW, wards
from motcua.identity.services import staff
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports.waits.renewing import renew as renew_waits

DAYS = ("2017", "2026")


@dataclass(frozen=True, slots=True)
class Login:
    """A role of the demonstration and how to sign in as it."""

    role: str
    username: str
    password: str


SHOWN = (
    "motcua.bim-son", "chuyenvien.qldt.bim-son", "truongphong.qldt.bim-son", "chutich.bim-son",
    "vanthu.bim-son", "vpdk-bim-son", "chi-cuc-thue", "noivu.bim-son", "kiemsoat.bim-son",
    "quantri.bim-son", "motcua.ba-dinh", "tpht.ba-dinh", "chutich.ba-dinh", "vanthu.ba-dinh",
    "captren.thanh-hoa",
)  # fmt: skip
SHOWN_OF_WARDS = (
    "motcua.phuong-bim-son", "chuyenvien.vp.phuong-bim-son", "chuyenvien.kthtdt.phuong-bim-son",
    "truongphong.kthtdt.phuong-bim-son", "chutich.phuong-bim-son", "vanthu.phuong-bim-son",
    "noivu.phuong-bim-son", "kiemsoat.phuong-bim-son", "quantri.phuong-bim-son", "vpdk-bim-son",
    "chi-cuc-thue", "motcua.phuong-quang-trung", "chutich.phuong-quang-trung",
    "captren.thanh-hoa",
)  # fmt: skip


def loaded() -> bool:
    """Whether this folder is a demonstration already, whole."""
    return timekeeping.demonstration_is_whole()


def wards_loaded() -> bool:
    """Whether it holds the two wards of the second day."""
    have = offices_with_dossiers()
    return loaded() and all(office_by_slug(slug).id in have for slug, _, _ in wards())


def stands_in_wards() -> bool:
    """Whether its time is one when the two wards are there."""
    return timekeeping.now().date() >= WARDS_FROM


def has_other_dossiers() -> bool:
    """Whether there are dossiers that are none of the demonstration's."""
    return any_dossier() and not timekeeping.is_demonstration()


def load(tell: Tell) -> None:
    """Load people and dossiers, then mark the folder; `tell(done, total)` counts dossiers."""
    timekeeping.begin_demonstration()
    staff(posts(), password=PASSWORD, from_on=FROM_ON, demo=True)
    load_quarter(tell)
    survey_desks("bim-son", DEMO_NOW)
    make_keys(("bim-son", "ba-dinh"), DEMO_NOW)
    renew_waits(DEMO_NOW)
    timekeeping.set_demonstration(DEMO_NOW)


def load_second_day(tell: Tell) -> None:
    """Load the two wards, alone or beside 2017, and set the folder to the second day.

    What the offices of 2017 had in hand is brought to its end, and what is left of it goes to those
    that came after them.
    """
    if timekeeping.demonstration_is_whole():
        finish_quarter()
    timekeeping.begin_demonstration()
    staff(posts_of_wards(), password=PASSWORD, from_on=WARDS_FROM, demo=True)
    load_wards(tell)
    timekeeping.set_demonstration(WARDS_NOW)
    settle(WARDS_NOW)
    renew_waits(WARDS_NOW)


def logins() -> Sequence[Login]:
    """One log-in for every role of the folder's day, the same password for all."""
    there = stands_in_wards()
    known = {post.username: post for post in (posts_of_wards() if there else posts())}
    return [
        Login(known[name].title, name, PASSWORD) for name in (SHOWN_OF_WARDS if there else SHOWN)
    ]
