"""The demonstration: Bỉm Sơn's first quarter of 2017, its totals real, its people invented."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.dossiers.selectors import any_dossier
from motcua.exchange.demo.loading import DEMO_NOW, Tell, load_quarter
from motcua.exchange.demo.staff import FROM_ON, PASSWORD, posts
from motcua.identity.services import staff
from motcua.organization import timekeeping


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


def loaded() -> bool:
    """Whether this folder is a demonstration already, whole."""
    return timekeeping.demonstration_is_whole()


def has_other_dossiers() -> bool:
    """Whether there are dossiers that are none of the demonstration's."""
    return any_dossier() and not timekeeping.is_demonstration()


def load(tell: Tell) -> None:
    """Load people and dossiers, then mark the folder; `tell(done, total)` counts dossiers."""
    timekeeping.begin_demonstration()
    staff(posts(), password=PASSWORD, from_on=FROM_ON, demo=True)
    load_quarter(tell)
    timekeeping.set_demonstration(DEMO_NOW)


def logins() -> Sequence[Login]:
    """One log-in for every role, the same password for all."""
    known = {post.username: post for post in posts()}
    return [Login(known[name].title, name, PASSWORD) for name in SHOWN]
