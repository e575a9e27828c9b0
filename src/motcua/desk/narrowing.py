"""The filters of the inbox as an address holds them: read, drawn with counts, and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from motcua.dossiers.selectors.inbox import PAGE, Tab
from motcua.dossiers.selectors.narrowing import Choice, Narrowing

WHOLE = "can-lam"
"""The tab of an address that asks for everything to do, also where another view opens first."""

TABS: Sequence[tuple[str, Tab, str]] = (
    ("", "todo", "Cần làm"),
    ("cho-nguoi-dan", "citizen", "Chờ người dân"),
)
NAMES = {
    "procedure": ("thu-tuc", "Thủ tục"),
    "field": ("linh-vuc", "Lĩnh vực"),
    "due": ("han", "Hạn bước"),
    "state": ("tinh-trang", "Tình trạng"),
    "sender": ("tu", "Chuyển từ"),
    "channel": ("kenh", "Kênh nộp"),
}
LONGEST = 200
FARTHEST = 100_000


@dataclass(frozen=True, slots=True)
class AskedInbox:
    """What the address asks for: tab, filters, and after how many rows the page begins."""

    tab: Tab
    slug: str
    to: Narrowing
    after: int

    @property
    def pairs(self) -> Mapping[str, str]:
        """Tab and filters as the fields of an address; empty for the whole box."""
        return _pairs(self)

    @property
    def query(self) -> str:
        """Tab and filters as an address, without the place in the list."""
        return urlencode(_pairs(self))

    @property
    def following(self) -> str:
        """The address of the next rows."""
        return urlencode({**_pairs(self), "sau": self.after + PAGE})

    @property
    def before(self) -> str:
        """The address of the rows before these."""
        return urlencode({**_pairs(self), "sau": max(0, self.after - PAGE)})


@dataclass(frozen=True, slots=True)
class Filter:
    """One list of choices as drawn."""

    name: str
    label: str
    chosen: str
    choices: Sequence[Choice]


def asked(request: HttpRequest) -> AskedInbox:
    """What the address of the page asks for; what it does not know narrows nothing."""
    return asked_in(request.GET.dict())


def asked_in(data: Mapping[str, str]) -> AskedInbox:
    """As `asked`, among the fields of a form, or of an address that was kept."""
    slug = data.get("loc", "")
    tab: Tab = next((tab for known, tab, _ in TABS if known == slug), "todo")
    after = data.get("sau", "")
    many = int(after) if after.isascii() and after.isdigit() and len(after) < 7 else 0
    return AskedInbox(tab, slug if tab != "todo" else "", read(data), min(many, FARTHEST))


def read(data: Mapping[str, str]) -> Narrowing:
    """The filters among the fields of a form or an address."""
    return Narrowing(**{name: data.get(slug, "")[:LONGEST] for name, (slug, _) in NAMES.items()})


def written(to: Narrowing) -> dict[str, str]:
    """The filters as the fields of an address, those that narrow."""
    found = {slug: getattr(to, name) for name, (slug, _) in NAMES.items()}
    return {slug: value for slug, value in found.items() if value}


def filters(asked: AskedInbox, offered: Mapping[str, Sequence[Choice]]) -> Sequence[Filter]:
    """The lists to choose from; one that has a single value and narrows nothing is left out."""
    found = []
    for name, (slug, label) in NAMES.items():
        chosen, offers = getattr(asked.to, name), list(offered.get(name, ()))
        if chosen and chosen not in {one.value for one in offers}:
            offers.append(Choice(chosen, chosen, 0))
        if chosen or len(offers) > 1:
            found.append(Filter(slug, label, chosen, offers))
    return found


def heads(asked: AskedInbox, offered: Mapping[str, Sequence[Choice]]) -> Mapping[str, int]:
    """How many rows stand under each head in all; none while filters hide some of them."""
    return {} if asked.to.any else {one.value: one.count for one in offered.get("due", ())}


def _pairs(asked: AskedInbox) -> dict[str, str]:
    return {**({"loc": asked.slug} if asked.slug else {}), **written(asked.to)}
