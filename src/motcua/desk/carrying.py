"""What the counter's form is given instead of being typed: a card that was scanned, a dossier just
received, a person who came before. Each only fills the form; nothing here is written.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.http import QueryDict

from motcua.core.papers_of_identity import Card, IdKind, is_card, read_card
from motcua.desk.parsing import value
from motcua.dossiers.selectors.page import DossierPage
from motcua.dossiers.selectors.people import KnownPerson
from motcua.dossiers.selectors.receipt import TypedSlip

MOST_TOGETHER = 40
OWNER = "o0"
_CODE = re.compile(r"[0-9A-Z.\-]{10,40}")
_OF_PARTY = re.compile(r"(o\d{1,2}|s)-")
_COPIED = ("kind", "name", "id_kind", "id_number", "no_id_reason", "phone", "email", "address")
FILLED = ("name", "phone", "email", "address", "birth_on")


def read_cards(data: QueryDict) -> str:
    """Where the QR of a CCCD card stands in a field, put what it says into that person's fields.

    A card in any other field is the first owner's. Answers the prefix of the last person filled,
    empty when there was no card. Name, number and day of birth are the card's; an address that
    was typed stays.
    """
    filled = ""
    for name, text in [(name, value(data, name)) for name in data]:
        card = read_card(text) if is_card(text) else None
        if card is None:
            continue
        data[name] = ""
        place = _OF_PARTY.match(name)
        filled = place[1] if place else OWNER
        _put_card(data, filled, card)
    return filled


def _put_card(data: QueryDict, prefix: str, card: Card) -> None:
    data[f"{prefix}-kind"] = "person"
    data[f"{prefix}-id_kind"] = IdKind.CCCD.value
    data[f"{prefix}-id_number"] = card.number
    data[f"{prefix}-earlier"] = card.earlier_number
    data[f"{prefix}-name"] = card.name
    data[f"{prefix}-birth_on"] = f"{card.birth_on:%d/%m/%Y}" if card.birth_on else ""
    data[f"{prefix}-no_id_reason"] = ""
    if not value(data, f"{prefix}-address").strip():
        data[f"{prefix}-address"] = card.address


def take_over(data: QueryDict, prefix: str, person: KnownPerson, address: str) -> None:
    """Put what is known of `person` into what is still empty; `address` by the units of today."""
    known = {
        "name": person.name,
        "phone": person.phone,
        "email": person.email,
        "address": address,
        "birth_on": f"{person.birth_on:%d/%m/%Y}" if person.birth_on else "",
    }
    if not value(data, f"{prefix}-name").strip():
        data[f"{prefix}-kind"] = person.kind
    for name, text in known.items():
        if not value(data, f"{prefix}-{name}").strip():
            data[f"{prefix}-{name}"] = text


def same_people(dossier: DossierPage, *, agent: bool, together: Sequence[str]) -> QueryDict:
    """A new form for who came with `dossier`: its owners and who hands in for them.

    With `agent` only who hands in is kept, and the procedure, since owners and their
    authorisations change. `together` are the codes whose slips are printed with the next one.
    """
    data = QueryDict(mutable=True)
    owners = [party for party in dossier.parties if party.role == "owner"]
    others = [party for party in dossier.parties if party.role == "submitter"]
    data["together"] = " ".join(together)
    if others:
        data["by_other"] = "1"
        put_party(data, "s", others[0], authorisation=not agent)
    if agent:
        data["procedure"] = dossier.procedure.slug
        return data
    data["owners"] = str(len(owners))
    for place, owner in enumerate(owners):
        put_party(data, f"o{place}", owner, authorisation=False)
    return data


def put_again(data: QueryDict, dossier: DossierPage, slip: TypedSlip | None) -> None:
    """Put into `data`, which holds the people of a voided `dossier`, everything else it was taken
    in with: its procedure and case, the papers with their kinds and numbers, how it came, where
    the result goes, the fee, and of a late entry what stood on its slip.

    What a tariff counts is asked again: a bill keeps its words, not the figures typed.
    """
    version = dossier.procedure
    case = next((one.key for one in version.cases if one.name == dossier.case), "")
    data["procedure"], data["case"] = version.slug, case
    data["copies"], data["result_by"] = str(dossier.copies), dossier.result_by
    data["fee"], data["channel"] = str(dossier.fee_vnd), dossier.channel
    if slip is not None:
        data["late"] = "1"
        data["late-on"] = f"{dossier.received_at:%d/%m/%Y}"
        data["late-hour"] = f"{dossier.received_at:%H:%M}"
        data["late-slip"], data["late-reason"] = slip.number, slip.reason


def put_papers(data: QueryDict, drawn: str, papers: Sequence[Any]) -> None:
    """Tick in the checklist `drawn` what was handed in, with its kind and number of copies, and
    say of the rest that it does not apply."""
    data["drawn"] = drawn
    for paper in papers:
        prefix = f"p{paper.ordinal}"
        data[f"{prefix}-kind"], data[f"{prefix}-copies"] = paper.kind, str(paper.copies)
        data[f"{prefix}-{'given' if paper.applies else 'off'}"] = "on"


def codes_in(text: str) -> Sequence[str]:
    """The dossier codes in a list, each once, the last forty; anything else is left out."""
    found = [part for part in re.split(r"[\s,]+", text) if _CODE.fullmatch(part)]
    return list(dict.fromkeys(found))[-MOST_TOGETHER:]


def put_party(data: QueryDict, prefix: str, party: Any, *, authorisation: bool) -> None:
    """Put what was written down of `party` into the fields of `prefix`."""
    for name in _COPIED:
        data[f"{prefix}-{name}"] = str(getattr(party, name))
    data[f"{prefix}-birth_on"] = f"{party.birth_on:%d/%m/%Y}" if party.birth_on else ""
    if authorisation:
        data[f"{prefix}-authorisation"] = party.authorisation
