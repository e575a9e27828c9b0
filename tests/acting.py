"""Hands on the desk for its tests: receive at the counter, press an act's button."""

import re
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

PERMIT = "tx-gpxd-nha-o-do-thi"
OWNER = "Lê Thị Hiên Mẫu"


def intake(slug: str = PERMIT, **changes: str) -> dict[str, str]:
    """A complete counter form; a change to "" takes the field away."""
    form = {
        "do": "receive",
        "procedure": slug,
        "drawn": slug,
        "key": str(uuid4()),
        "draft": str(uuid4()),
        "owners": "1",
        "o0-kind": "person",
        "o0-name": OWNER,
        "o0-id_number": "038 000 000 012",
        "o0-phone": "0900 000 012",
        "o0-address": "Khu phố 5, phường Ba Đình",
        "o0-birth_on": "05/04/1980",
        "result_by": "desk",
        "copies": "1",
        "fee": "75.000",
    }
    for ordinal in range(1, 10):
        form[f"p{ordinal}-given"] = "on"
        form[f"p{ordinal}-copies"] = "1"
    form.update(changes)
    return {name: value for name, value in form.items() if value != ""}


def receive(clerk: Client, **changes: str) -> str:
    """Receive a dossier at the counter and answer its code."""
    answer: HttpResponse = clerk.post("/can-bo/tiep-nhan", intake(**changes))
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"]).split("/")[3]


def press(client: Client, code: str, slug: str, **fields: Any) -> HttpResponse:
    """Open the act's page and press its button, as drawn."""
    page = client.get(f"/can-bo/ho-so/{code}/{slug}")
    text = page.content.decode()
    drawn = {
        name: found[1]
        for name in ("seq", "key", "step", "item")
        if (found := re.search(rf'name="{name}" value="([^"]*)"', text))
    }
    answer: HttpResponse = client.post(f"/can-bo/ho-so/{code}/{slug}", {**drawn, **fields})
    return answer


def words(answer: HttpResponse) -> str:
    """What a person reads on the page."""
    text = re.sub(
        r"<(script|style|title)\b.*?</\1>|<[^>]+>", " ", answer.content.decode(), flags=re.S
    )
    return " ".join(text.split())
