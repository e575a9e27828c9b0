"""Acts on people and posts."""

from motcua.identity.services.people import (
    add_person,
    add_position,
    delegate,
    end_holding,
    give_position,
    set_password,
)
from motcua.identity.services.staffing import Post, staff

__all__ = [
    "Post",
    "add_person",
    "add_position",
    "delegate",
    "end_holding",
    "give_position",
    "set_password",
    "staff",
]
