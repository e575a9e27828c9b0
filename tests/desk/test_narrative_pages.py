"""The narrative report on screen, over the demonstration: every figure opens as many as it says,
frozen it opens what was known then, and whoever it waits for is told."""

import html
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.test import Client

from motcua.core.refusal import Refused
from motcua.dossiers import services as acts
from motcua.dossiers.asked import Asked
from motcua.dossiers.models import Dossier
from motcua.exchange.demo.crew import Crew
from motcua.identity.actors import Actor
from motcua.identity.models import Account
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports.narrative import services
from motcua.reports.narrative.services import Step

QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
WORDS = dict.fromkeys(("basis", "strengths", "shortcomings", "proposals", "recipients"), "Mẫu.")
LINK = re.compile(r'<a href="([^"]+)" data-figure="([^"]+)">([^<]+)</a>')
CELL = re.compile(r'<td class="num">([\d.]+)</td>')
HEAD = re.compile(r"<h1>([\d.]+) ")
UNITS = ("complaints", "receipts", "receipts-vnd")
"""Figures whose page says what each unit has of them."""
EVERYWHERE = {
    "procedures", "procedures-top", "procedures-below", "one-stop", "interlinked", "not-at-desk",
    "not-at-desk-1", "online-high", "units", "desks-met", "three-no", "listing", "received",
    "received-top", "received-below", "on-time", "overdue", "overdue-top", "missed", "reason-1",
    "reason-2", "reason-3", "still-open", "early", "saved", "asked-again",
}  # fmt: skip


@pytest.fixture(scope="module")
def crew(demo: str, data_folder: Path) -> Mapping[str, Actor]:
    found, town = Crew(timekeeping.now()), office_by_slug("bim-son").id
    kinds = {"affairs": "NOI_VU", "chair": "LANH_DAO_UBND", "records": "VAN_THU"}
    return {name: found.of(town, None, kind, 0) for name, kind in kinds.items()}


@pytest.fixture(scope="module")
def draft(crew: Mapping[str, Actor]) -> UUID:
    at = timekeeping.now()
    uuid = services.begin(crew["affairs"], *QUARTER, at=at)
    services.write(crew["affairs"], uuid, WORDS, at=at)
    return uuid


def signed_in(username: str) -> Client:
    client = Client()
    account = Account.objects.get(username=username)
    client.force_login(account, backend="motcua.identity.entering.WithPosts")
    return client


def read(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return html.unescape(answer.content.decode())


def links(client: Client, uuid: UUID) -> dict[str, tuple[str, str]]:
    """The address and the words of every figure that leads somewhere, by its key."""
    found = LINK.findall(read(client, f"/can-bo/bao-cao/tinh-hinh/{uuid}"))
    return {key: (url, text) for url, key, text in found if not key.startswith("unmet-")}


def number(text: str) -> int:
    return int(text.partition("/")[0].replace(".", ""))


def said(key: str, told: Mapping[str, tuple[str, str]]) -> int:
    """What a figure says; a share opens what it is the share of."""
    return number(told[key.removesuffix("-share")][1])


def opened(client: Client, key: str, url: str) -> int:
    """How many stand on the page behind a figure: by its heading, or units summed."""
    page = read(client, url)
    if key in UNITS:
        money = key.startswith("receipts")
        return sum(map(number, CELL.findall(page)[key == "receipts-vnd" :: 2 if money else 1]))
    (head,) = HEAD.findall(page)
    return number(head)


def test_every_figure_of_the_draft_opens_as_many_as_it_says(draft: UUID) -> None:
    affairs = signed_in("noivu.bim-son")
    told = links(affairs, draft)

    found = {key: opened(affairs, key, url) for key, (url, _) in told.items()}

    assert set(told) >= EVERYWHERE
    assert found == {key: said(key, told) for key in told}


def test_whoever_a_report_waits_for_is_told_and_it_can_be_taken_back(
    draft: UUID, crew: Mapping[str, Actor]
) -> None:
    chair, records = signed_in("chutich.bim-son"), signed_in("vanthu.bim-son")
    at = timekeeping.now()

    services.pass_on(crew["affairs"], draft, Step.SUBMIT, at=at)
    submitted = read(chair, "/can-bo/sang-nay")
    services.pass_on(crew["affairs"], draft, Step.TAKE_BACK, at=at)
    taken_back = read(chair, "/can-bo/sang-nay")
    services.pass_on(crew["affairs"], draft, Step.SUBMIT, at=at)
    services.sign(crew["chair"], draft, at=at)
    signed = read(records, "/can-bo/sang-nay")

    assert "Báo cáo tình hình quý I năm 2017 chờ ký" in submitted
    assert "chờ ký</b>" not in taken_back
    assert "Báo cáo tình hình quý I năm 2017 chờ số" in signed


def test_the_figures_of_what_is_frozen_open_what_was_known_then(
    draft: UUID, crew: Mapping[str, Actor]
) -> None:
    affairs, later = signed_in("noivu.bim-son"), timekeeping.now() + timedelta(days=1)
    town = office_by_slug("bim-son").id
    wrong = Dossier.objects.filter(office_id=town, stage="in_progress").order_by("id").first()
    assert wrong is not None
    asked = [Asked(wrong.pk, wrong.head_seq, later, crew["chair"])]
    (done,) = acts.void(asked, reason="Nhập nhầm (mẫu)", key=uuid4())
    url, text = links(affairs, draft)["received"]

    then = opened(affairs, "received", url)
    now = opened(affairs, "received", re.sub("&luc=[^&]+", "", url))
    sheet = read(affairs, url.replace("/bieu/phu-luc-ii/ho-so", "/phu-luc-ii"))

    assert not isinstance(done, Refused)
    assert (number(text), then, now) == (7386, 7386, 7385)
    assert "7.386" in sheet
    assert "theo những gì đã ghi đến" in sheet
