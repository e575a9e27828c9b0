"""The forms to fill in for what a letter asks for: named with each paper, and where they are."""

from collections.abc import Mapping, Sequence

from motcua.dossiers.selectors.letters import LetterFacts
from motcua.papers.barcodes import printed_qr
from motcua.papers.letter_body import Words
from motcua.papers.services import forms_url
from motcua.papers.wording import clipped


def items_of(facts: LetterFacts, words: Words) -> Sequence[Sequence[str]]:
    """Each paper, what is wrong with it, and the form to fill in for it."""
    return [
        [
            clipped(one.paper),
            clipped(one.words),
            clipped(words["form"].format(form=one.form)) if one.form else "",
        ]
        for one in facts.mends
    ]


def forms_of(facts: LetterFacts, words: Words) -> Mapping[str, object]:
    """Where the forms of the items are fetched, in words and as a square; empty for none."""
    address = forms_url(facts.forms_of)
    said = words["forms"].format(address=address) if address else ""
    return {"words": said, "qr": printed_qr(address, "Mã vuông tải mẫu")}
