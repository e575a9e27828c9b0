"""The report as a file, for the command line and the screen: DOCX, PDF, JSON, plain text."""

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime

from motcua.organization import timekeeping
from motcua.reports.narrative.as_docx import as_docx
from motcua.reports.narrative.as_pdf import as_pdf
from motcua.reports.narrative.facts import Facts, to_object
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.paper import Paper, paper

Form = Callable[[Facts, Paper], str | bytes]


def as_json(facts: Facts, drawn: Paper) -> str:
    """The facts, and each drafted figure by its key as it stands in the sentence."""
    said = {
        figure.key: figure.text
        for part in drawn.parts
        for one in part.drafted
        for figure in one.figures
    }
    held = {"facts": to_object(facts), "figures": said}
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def as_text(facts: Facts, drawn: Paper) -> str:
    """The words alone, a paragraph a line."""
    lines = ["BÁO CÁO", drawn.subject, ""]
    for part in drawn.parts:
        lines += [part.section.heading] if part.section.heading else []
        lines += [f"- {one.text}" if one.item else one.text for one in part.drafted]
        lines += part.written
    return "\n".join(lines) + "\n"


FORMS: Mapping[str, Form] = {
    "docx": lambda facts, drawn: as_docx(drawn, sample=timekeeping.is_demonstration()),
    "pdf": lambda facts, drawn: as_pdf(drawn, sample=timekeeping.is_demonstration()),
    "json": as_json,
    "text": as_text,
}


def written(given: Namespace, now: datetime) -> str | bytes:
    """The draft of a period as `--format` asks: its figures, without the words people wrote."""
    facts = gather(given.office, given.first, given.last, now=now, known_at=given.known_at)
    return FORMS[given.format](facts, paper(facts, {}, given.known_at or now))
