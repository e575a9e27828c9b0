"""An office's document (văn bản): through which hands it goes, and whether it is in force. Pure.

Source: NĐ 30/2020/NĐ-CP, on drafting, signing, numbering and releasing documents [M].
"""

from datetime import date
from enum import StrEnum

from motcua.core.course import Course


class Standing(StrEnum):
    """How far a document has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    SIGNED = "signed"
    RELEASED = "released"
    REVOKED = "revoked"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What is done to a document."""

    DRAFT = "draft"
    CHANGE = "change"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    REVIEW = "review"
    SIGN = "sign"
    RELEASE = "release"
    REVOKE = "revoke"
    CANCEL = "cancel"


_S = Standing
COURSE = Course(
    {
        (_S.DRAFT, Step.CHANGE): _S.DRAFT,
        (_S.DRAFT, Step.SUBMIT): _S.SUBMITTED,
        (_S.DRAFT, Step.CANCEL): _S.CANCELLED,
        (_S.SUBMITTED, Step.REVIEW): _S.REVIEWED,
        (_S.SUBMITTED, Step.SEND_BACK): _S.DRAFT,
        (_S.SUBMITTED, Step.SIGN): _S.SIGNED,
        (_S.REVIEWED, Step.SIGN): _S.SIGNED,
        (_S.REVIEWED, Step.SEND_BACK): _S.DRAFT,
        (_S.SIGNED, Step.RELEASE): _S.RELEASED,
        (_S.SIGNED, Step.CANCEL): _S.CANCELLED,
        (_S.RELEASED, Step.REVOKE): _S.REVOKED,
    },
    refusal="document_not_now",
)
"""A released document is never changed, only revoked."""


class Force(StrEnum):
    """Whether what was released holds on a day."""

    NOT_RELEASED = "not_released"
    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    REVOKED = "revoked"


def force(standing: Standing, from_on: date | None, until_on: date | None, day: date) -> Force:
    """Whether a document holds on `day`; both ends are days on which it holds."""
    if standing is Standing.REVOKED:
        return Force.REVOKED
    if standing is not Standing.RELEASED:
        return Force.NOT_RELEASED
    if from_on and day < from_on:
        return Force.NOT_YET
    return Force.EXPIRED if until_on and day > until_on else Force.IN_FORCE


def number_text(number: int | None, symbol: str, office: str) -> str:
    """`43/BC-UBND`, `07/QĐ-UBND`; a letter has no symbol of its own: `496/UBND`; the paper of a
    form has nothing after it: `07/HDHS`.

    Numbers below ten are written with a nought before them; a document without a number yet has
    dots to write it on.
    """
    first = "......" if number is None else f"{number:02d}"
    return f"{first}/{'-'.join(one for one in (symbol, office) if one)}"
