"""The report as PDF: what is signed by hand and stored in the register."""

from typing import Any

from motcua.papers.typesetting import pdf
from motcua.reports.narrative.paper import Paper, Part

TEMPLATE = "narrative"


def as_pdf(paper: Paper, *, sample: bool = False) -> bytes:
    """The tagged PDF; `sample` marks it as made from invented data. Same paper, same bytes."""
    return pdf(TEMPLATE, laid(paper, sample=sample))


def laid(paper: Paper, *, sample: bool) -> dict[str, Any]:
    """What the template is filled with."""
    return {
        "above": paper.above,
        "issuer": paper.issuer,
        "number": paper.number,
        "place": paper.place,
        "day": [paper.day.year, paper.day.month, paper.day.day],
        "subject": paper.subject,
        "amending": list(paper.amending),
        "parts": [_part(one) for one in paper.parts],
        "recipients": list(paper.recipients),
        "titles": list(paper.titles),
        "signer": paper.signer,
        "appendix": dict(paper.appendix),
        "draft": paper.draft,
        "foot": paper.foot,
        "sample": sample,
    }


def _part(part: Part) -> dict[str, Any]:
    lines = [{"words": one.text, "item": one.item} for one in part.drafted]
    lines += [{"words": words, "item": False} for words in part.written]
    return {"level": part.section.level, "heading": part.section.heading, "lines": lines}
