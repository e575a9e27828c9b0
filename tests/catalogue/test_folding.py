"""Decisions folded into versions: for any of them and any day, one version or none."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.catalogue.content import blank
from motcua.catalogue.decisions.difference import differences
from motcua.catalogue.decisions.folding import Base, Said, fold, in_force, standing, unfounded

FIRST = date(2017, 1, 1)
DAYS = st.integers(0, 60).map(lambda n: FIRST + timedelta(days=n))
KINDS = st.sampled_from(["new", "amended", "replaced", "abolished"])
CONTENTS = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Một", "Hai"]),
        "allowance": st.integers(1, 30),
        "fee_text": st.sampled_from(["", "Miễn"]),
    },
)
BASES = st.lists(
    st.builds(lambda day, said: Base(day, blank() | said), DAYS, CONTENTS),
    max_size=3,
    unique_by=lambda base: base.effective_on,
)
SAID = st.lists(
    st.builds(
        lambda day, signed, number, kind, content: Said(
            day, signed, f"{number}/QĐ", number, kind, content
        ),
        DAYS, DAYS, st.integers(1, 10**6), KINDS, CONTENTS,
    ),
    max_size=8,
    unique_by=lambda one: one.decision,
)  # fmt: skip


@given(BASES, SAID, DAYS)
def test_on_any_day_exactly_one_version_or_none_is_in_force(
    bases: list[Base], said: list[Said], day: date
) -> None:
    versions = fold(bases, said)

    days = [version.effective_on for version in versions]
    assert days == sorted(set(days))
    holds = [
        one
        for one, after in zip(versions, (*versions[1:], None), strict=False)
        if one.effective_on <= day and (after is None or day < after.effective_on)
    ]
    assert [one for one in holds if not one.abolished] == (
        [found] if (found := in_force(versions, day)) else []
    )


@given(BASES, SAID, st.randoms(use_true_random=False))
def test_in_which_order_decisions_were_entered_does_not_matter(
    bases: list[Base], said: list[Said], chance: object
) -> None:
    mixed, shuffled = list(said), list(bases)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert fold(shuffled, mixed) == fold(bases, said)


@given(BASES, SAID, SAID, DAYS)
def test_a_decision_changes_no_day_before_its_own(
    bases: list[Base], said: list[Said], more: list[Said], day: date
) -> None:
    later = [one for one in more if one.effective_on > day]

    with_them, without = fold(bases, [*said, *later]), fold(bases, said)

    assert standing(with_them, day) == standing(without, day)


@given(BASES, SAID)
def test_what_finds_nothing_to_stand_on_changes_nothing(
    bases: list[Base], said: list[Said]
) -> None:
    left = unfounded(bases, said)

    assert fold(bases, [one for one in said if one not in left]) == fold(bases, said)


@given(CONTENTS, CONTENTS)
def test_two_contents_differ_exactly_where_their_words_do(
    one: dict[str, object], other: dict[str, object]
) -> None:
    old, new = blank() | one, blank() | other

    told = {change.key for change in differences(old, new)}

    assert told >= {key for key in ("name", "fee_text") if old[key] != new[key]}
    assert (told == set()) == (old["name"] == new["name"] and old["fee_text"] == new["fee_text"])


def test_lists_are_compared_line_by_line() -> None:
    paper = {"name": "Đơn", "kind": "original", "copies": 1, "optional": False, "case": ""}
    old = blank() | {"components": [paper, {**paper, "name": "Bản vẽ"}]}
    new = blank() | {"components": [{**paper, "copies": 2}, {**paper, "name": "Ảnh"}]}

    told = [(change.what, change.kind) for change in differences(old, new)]

    assert told == [
        ("Giấy tờ: Đơn", "changed"),
        ("Giấy tờ: Bản vẽ", "removed"),
        ("Giấy tờ: Ảnh", "added"),
    ]
