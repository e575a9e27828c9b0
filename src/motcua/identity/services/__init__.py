"""Acts on people and posts."""

from motcua.identity.services.people import (
    add_person,
    add_position,
    delegate,
    end_holding,
    give_position,
    set_password,
)

__all__ = [
    "add_person",
    "add_position",
    "delegate",
    "end_holding",
    "give_position",
    "set_password",
]
