"""Through which hands a document goes, and on which days it holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.documents import COURSE, Force, Standing, Step, force, number_text
from motcua.core.refusal import Refused

DAY = date(2017, 3, 31)


def test_a_document_goes_from_its_draft_to_its_release() -> None:
    standing = Standing.DRAFT
    for step in (Step.SUBMIT, Step.REVIEW, Step.SIGN, Step.RELEASE):
        standing = COURSE.after(standing, step)

    assert standing is Standing.RELEASED


@given(standing=st.sampled_from(Standing), step=st.sampled_from(Step))
def test_what_is_not_offered_is_refused(standing: Standing, step: Step) -> None:
    if step in COURSE.offered(standing):
        assert COURSE.after(standing, step) in Standing
    else:
        with pytest.raises(Refused) as refused:
            COURSE.after(standing, step)
        assert refused.value.code == "document_not_now"


def test_what_was_released_is_never_changed_only_revoked() -> None:
    assert COURSE.offered(Standing.RELEASED) == [Step.REVOKE]
    assert list(COURSE.offered(Standing.REVOKED)) == []
    assert list(COURSE.offered(Standing.CANCELLED)) == []


@pytest.mark.parametrize(
    ("standing", "start", "end", "held"),
    [
        (Standing.SIGNED, None, None, Force.NOT_RELEASED),
        (Standing.RELEASED, None, None, Force.IN_FORCE),
        (Standing.RELEASED, date(2017, 4, 1), None, Force.NOT_YET),
        (Standing.RELEASED, DAY, DAY, Force.IN_FORCE),
        (Standing.RELEASED, None, date(2017, 3, 30), Force.EXPIRED),
        (Standing.REVOKED, None, None, Force.REVOKED),
    ],
)
def test_a_document_holds_on_its_first_and_its_last_day(
    standing: Standing, start: date | None, end: date | None, held: Force
) -> None:
    assert force(standing, start, end, DAY) is held


def test_numbers_are_written_as_the_decree_writes_them() -> None:
    assert number_text(43, "BC", "UBND") == "43/BC-UBND"
    assert number_text(7, "QĐ", "UBND") == "07/QĐ-UBND"
    assert number_text(496, "", "SNV") == "496/SNV"
    assert number_text(None, "TB", "UBND") == "....../TB-UBND"
