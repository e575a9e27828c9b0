"""Phiếu chuyển thông tin để xác định nghĩa vụ tài chính về đất đai: what the tax office is told.

Its rule is that of the day it was made: TTLT 88/2016, NĐ 101/2024 since 1/8/2024, NĐ 151/2025 since
1/7/2025 (`data/forms.csv`); layout and words from memory [M].
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from motcua.core.seals import SealedPaper
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow
from motcua.papers.barcodes import printed
from motcua.papers.marks import NO_MARK, Mark, drawn
from motcua.papers.phrases import sayings
from motcua.papers.registry import Form, in_force
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import clipped, committee, day_of_issue

TEMPLATE = "tax_slip"
FACTS = ("plot", "sheet", "place", "area", "purpose", "price", "case")
"""What is told of the land, in the order of the paper; each has its words in `wording.csv`."""


@dataclass(frozen=True, slots=True)
class TaxSlip:
    """One slip as it was made; `number` as the register of outgoing documents gave it."""

    office: OfficeRow
    code: str
    number: str
    made_at: datetime
    owner: str
    procedure: str
    facts: Mapping[str, str]


def render(slip: TaxSlip, reprint: str = "", mark: Mark = NO_MARK) -> bytes:
    """The slip as a tagged PDF. The same slip, the same bytes."""
    return pdf(TEMPLATE, data_of(slip, reprint, mark))


def data_of(slip: TaxSlip, reprint: str = "", mark: Mark = NO_MARK) -> dict[str, object]:
    """What the template is given: words ready to print, bars ready to draw."""
    at = slip.made_at
    regime, says = in_force(Form.TAX_SLIP, at.date()), sayings(Form.TAX_SLIP, at.date())
    sealed = [slip.number, slip.owner, *(slip.facts.get(key, "") for key in FACTS)]
    return {
        "title": regime.title,
        "form": regime.line,
        "mark": drawn(mark),
        "reprint": reprint,
        "sample": timekeeping.is_demonstration(),
        "above": committee(slip.office.name).upper(),
        "issuer": slip.office.desk_name.upper(),
        "number": slip.number,
        "place": f"{slip.office.place_name}, {day_of_issue(at)}",
        "day": [at.year, at.month, at.day],
        "code": slip.code,
        "bars": printed(slip.code),
        "qr": square(SealedPaper.TAX_SLIP, slip.code, at=at, facts=sealed),
        "says": dict(says),
        "owner": clipped(slip.owner),
        "procedure": clipped(slip.procedure),
        "facts": [[says[key], clipped(slip.facts[key])] for key in FACTS if slip.facts.get(key)],
    }
