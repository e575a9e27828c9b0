"""A narrative report: through which hands it goes, and what its check list demands. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import StrEnum

from motcua.core.course import Course


class Standing(StrEnum):
    """How far a report has come. From `SIGNED` on its words and figures are frozen."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    ISSUED = "issued"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What is done to a report."""

    DRAFT = "draft"
    WRITE = "write"
    COMMENT = "comment"
    SETTLE = "settle"
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    SIGN = "sign"
    ISSUE = "issue"
    AMEND = "amend"
    CANCEL = "cancel"


_S = Standing
COURSE = Course(
    {
        (_S.DRAFT, Step.WRITE): _S.DRAFT,
        (_S.DRAFT, Step.COMMENT): _S.DRAFT,
        (_S.DRAFT, Step.SETTLE): _S.DRAFT,
        (_S.DRAFT, Step.SUBMIT): _S.SUBMITTED,
        (_S.DRAFT, Step.CANCEL): _S.CANCELLED,
        (_S.SUBMITTED, Step.COMMENT): _S.SUBMITTED,
        (_S.SUBMITTED, Step.SETTLE): _S.SUBMITTED,
        (_S.SUBMITTED, Step.TAKE_BACK): _S.DRAFT,
        (_S.SUBMITTED, Step.SEND_BACK): _S.DRAFT,
        (_S.SUBMITTED, Step.SIGN): _S.SIGNED,
        (_S.SIGNED, Step.ISSUE): _S.ISSUED,
        (_S.ISSUED, Step.AMEND): _S.ISSUED,
    },
    refusal="narrative_not_now",
)
"""What was issued is never changed: it is amended by another
report with a number of its own."""


def is_frozen(standing: Standing) -> bool:
    """Whether its words and figures are kept as they were signed."""
    return standing in (Standing.SIGNED, Standing.ISSUED)


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the check list. One that `must` hold keeps the report from being passed on to
    be signed, and from being signed."""

    key: str
    holds: bool
    must: bool
    count: int = 0


def may_sign(checks: Sequence[Check]) -> bool:
    """Whether nothing that must hold is open."""
    return all(one.holds for one in checks if one.must)


def share(part: int, whole: int) -> str:
    """`62,5%`, `100%`: one decimal, half up; never a whole that is not one, nor a nought that is
    not nothing. Of nothing it is `0%`."""
    if whole == 0:
        return "0%"
    exact = Decimal(100 * part) / Decimal(whole)
    said = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if (said == 100 and part < whole) or (said == 0 and part > 0):
        said = exact.quantize(Decimal("0.01"), ROUND_FLOOR)
    return f"{said.normalize():f}%".replace(".", ",")
