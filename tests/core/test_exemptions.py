"""Who need not pay, read out of a tariff's sentence."""

import pytest

from motcua.core.exemptions import Ground, grounds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("thu theo nghị quyết", ()),
        ("miễn đối với trẻ em, người thuộc hộ nghèo",
         (Ground("trẻ em", 100), Ground("người thuộc hộ nghèo", 100))),
        ("Miễn lệ phí cho người có công; giảm 50% đối với  người cao tuổi",
         (Ground("người có công", 100), Ground("người cao tuổi", 50))),
        ("Không thu với trẻ em. Giảm 150 % cho ai đó, ai đó,",
         (Ground("trẻ em", 100), Ground("ai đó", 100))),
    ],
)  # fmt: skip
def test_each_ground_is_named_once_with_its_part(text: str, found: tuple[Ground, ...]) -> None:
    assert grounds(text) == found
