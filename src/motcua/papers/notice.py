"""A notice on paper, for whom no channel reaches: an office's own letter, no form of law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.core.seals import SealedPaper
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, day_of_issue

TEMPLATE = "notice"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: from which office, to whom, where, and its words; a duplicate bears `reprint`."""

    office: OfficeRow
    committee: str
    code: str
    name: str
    address: str
    subject: str
    body: str
    reprint: str = ""


def render(letters: Sequence[Letter], at: datetime) -> bytes:
    """The letters in one tagged PDF, each on sheets of its own. The same ones, the same bytes."""
    return pdf(
        TEMPLATE,
        {
            "day": [at.year, at.month, at.day],
            "sample": timekeeping.is_demonstration(),
            "letters": [
                {
                    "office": one.committee.upper(),
                    "desk": one.office.desk_name.upper(),
                    "place": f"{one.office.place_name}, {day_of_issue(at)}",
                    "code": one.code,
                    "name": clipped(one.name),
                    "address": clipped(one.address),
                    "subject": one.subject,
                    "reprint": one.reprint,
                    "qr": square(
                        SealedPaper.NOTICE, one.code, at=at, facts=[one.name, one.subject, one.body]
                    ),
                    "body": [line for line in one.body.split("\n") if line.strip()],
                }
                for one in letters
            ],
        },
    )
