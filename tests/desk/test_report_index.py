"""The page of reports: every one a position may open, and none it may not."""

import re
from typing import Any

import pytest

HREF = re.compile(r'<td>\s*<a href="([^"]+)">')


@pytest.mark.parametrize("username", ["affairs", "chair", "above"])
def test_every_report_that_is_listed_opens(world: Any, username: str) -> None:
    client = world.as_(username)

    listed = HREF.findall(client.get("/can-bo/bao-cao").content.decode())

    assert "/can-bo/bao-cao/phu-luc-ii" in listed
    assert {path: client.get(path).status_code for path in listed} == dict.fromkeys(listed, 200)


def test_what_a_position_may_not_open_is_not_listed(world: Any) -> None:
    listed = HREF.findall(world.as_("affairs").get("/can-bo/bao-cao").content.decode())

    assert "/can-bo/so-theo-doi" not in listed
    assert world.as_("affairs").get("/can-bo/so-theo-doi").status_code == 403


def test_who_makes_no_reports_is_refused(world: Any) -> None:
    assert world.as_("clerk").get("/can-bo/bao-cao").status_code == 403
