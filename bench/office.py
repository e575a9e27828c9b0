"""The measured office at work: who receives, what, and what a browser would send."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

from bench.house import NOW, OFFICES, ORIGIN
from motcua.catalogue import selectors as catalogue
from motcua.core.codes import DossierCode
from motcua.dossiers.asked import Done, Intake, PaperData, PartyData
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_by_slug

OWNER = PartyData(
    name="Lê Thị Đo Mẫu", id_number="038000000012", phone="0900000012", address="Khu phố 5"
)
COMPONENTS = 3


def clerk_of(slug: str) -> Actor:
    """The clerk at the desk of an office."""
    from motcua.identity.selectors import actors_in_post

    return next(a for a in actors_in_post(NOW) if a.office_slug == slug and a.kind == "BP_MOT_CUA")


def procedure_of(slug: str) -> str:
    """A procedure of the office with three papers and a term of days, as the limit has it."""
    rows = catalogue.procedures_offered(office_by_slug(slug).id, NOW.date())
    counted = [row for row in rows if not row.allowance.while_one_waits]
    return min(counted, key=lambda row: abs(len(row.components) - COMPONENTS)).slug


def intake_of(slug: str, procedure: str) -> Intake:
    """A whole intake by the clerk of an office."""
    clerk = clerk_of(slug)
    version = catalogue.version_for(clerk.office_id, procedure, NOW.date())
    papers = tuple(PaperData(c.ordinal, c.name, c.kind, c.copies) for c in version.components)
    return Intake(version_id=version.id, owners=(OWNER,), papers=papers, at=NOW, by=clerk)


def received(slug: str, procedure: str, n: int = 1) -> list[Done]:
    """`n` dossiers received at once."""
    from motcua.dossiers import services

    done = services.receive([intake_of(slug, procedure)] * n, key=uuid4(), whole=True)
    return [one for one in done if isinstance(one, Done)]


def prefix_of(code: str) -> str:
    """A code without its number."""
    return code.rpartition("-")[0]


def today() -> date:
    """The day all is received on."""
    return NOW.date()


def check_of(code: str) -> str:
    """The check characters printed beside a code."""
    from django.conf import settings

    from motcua.core.codes import check_characters

    return check_characters(str(DossierCode.parse(code)), settings.MOTCUA_LOOKUP_KEY)


def browser(username: str) -> Any:
    """Django's own client with a session of that person."""
    from django.test import Client

    from motcua.identity.models import Account

    client = Client(REMOTE_ADDR="10.0.0.1", SERVER_NAME=ORIGIN)
    account = Account.objects.get(username=username)
    client.force_login(account, backend="motcua.identity.entering.WithPosts")
    return client


def cookie_of(client: Any) -> str:
    """What a browser would send with each request."""
    return "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def form_of(client: Any, procedure: str) -> dict[str, str]:
    """The counter's form as the page gave it, filled in whole."""
    page = client.get(f"/can-bo/tiep-nhan?thu-tuc={procedure}").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    form = {
        "csrfmiddlewaretoken": token[1] if token else "",
        "do": "receive",
        "procedure": procedure,
        "drawn": procedure,
        "owners": "1",
        "o0-kind": "person",
        "o0-name": OWNER.name,
        "o0-id_number": "038 000 000 012",
        "o0-phone": "0900 000 012",
        "o0-address": "Khu phố 5, phường Ba Đình",
        "result_by": "desk",
        "copies": "1",
        "fee": "0",
    }
    for ordinal in re.findall(r'name="p(\d+)-copies"', page):
        form |= {f"p{ordinal}-given": "on", f"p{ordinal}-copies": "1"}
    return form


def stranger() -> Any:
    """Django's own client, nobody signed in."""
    from django.test import Client

    return Client(REMOTE_ADDR="10.0.0.2", SERVER_NAME=ORIGIN)


def round_trips() -> int:
    """How many statements an intake sends between the beginning and the end of its transaction."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    slug = OFFICES[0]
    with CaptureQueriesContext(connection) as asked:
        received(slug, procedure_of(slug))
    sent = [str(one["sql"]) for one in asked]
    return sent.index("COMMIT") - sent.index("BEGIN") - 1
