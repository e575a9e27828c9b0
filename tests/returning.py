"""Results at the desk for tests: one that waits, ticked and handed out, and the paper it leaves."""

import io
import re
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from pypdf import PdfReader

from motcua.dossiers import services
from office import Office

PATH = "/can-bo/tra-ket-qua"


def ready(office: Office, **changes: Any) -> str:
    """A dossier of 06/03 whose result lies at the desk since that day, with a fee to take."""
    dossier = office.received(fee_vnd=75_000, **changes)
    for act, who in (
        (services.hand_over, "clerk"), (services.hand_over, "officer"), (services.approve, "head"),
        (services.approve, "chair"), (services.return_to_desk, "records"),
    ):  # fmt: skip
        office.act(act, dossier, who)
    assert dossier.stage == "finished"
    return str(dossier.code)


def tick(page: HttpResponse, code: str) -> str:
    """What the tick box of `code` carries on that page."""
    found = re.search(rf'name="pick"[^>]*value="({code}\|\d+)"', page.content.decode(), re.S)
    assert found, f"{code} cannot be ticked"
    return found[1]


def hand_over(client: Any, *codes: str, **fields: str) -> HttpResponse:
    """Tick the results on the list and press the button, with the fee taken."""
    page = client.get(PATH)
    sent = {
        "do": "return",
        "key": str(uuid4()),
        "pick": [tick(page, code) for code in codes],
        "collector": "owner",
        "slip": "shown",
        "fee_taken": "on",
        "opening": "0",
        **fields,
    }
    answer: HttpResponse = client.post(PATH, sent)
    return answer


def text_of(paper: HttpResponse) -> str:
    """The words of a PDF."""
    pages = PdfReader(io.BytesIO(paper.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())
