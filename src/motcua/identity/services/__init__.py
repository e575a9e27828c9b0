"""Acts on people and posts."""

from motcua.identity.services.parts import add_office_below, close_department
from motcua.identity.services.people import (
    add_person,
    add_position,
    delegate,
    end_holding,
    give_position,
    set_password,
)
from motcua.identity.services.personnel import (
    OneTime,
    change_own_password,
    close_account,
    rename_person,
    reopen_account,
    reset_password,
    take_on,
)
from motcua.identity.services.posts import Placing, end_lending, lend, place, take_on_placed
from motcua.identity.services.reorganizing import (
    approve_reorganization,
    propose_reorganization,
    take_back_reorganization,
)
from motcua.identity.services.staffing import Post, staff

__all__ = [
    "OneTime",
    "Placing",
    "Post",
    "add_office_below",
    "add_person",
    "add_position",
    "approve_reorganization",
    "change_own_password",
    "close_account",
    "close_department",
    "delegate",
    "end_holding",
    "end_lending",
    "give_position",
    "lend",
    "place",
    "propose_reorganization",
    "rename_person",
    "reopen_account",
    "reset_password",
    "set_password",
    "staff",
    "take_back_reorganization",
    "take_on",
    "take_on_placed",
]
