"""Acts on offices, their parts and their hours."""

from motcua.organization.services.founding import Founding, NewOffice, found
from motcua.organization.services.hours import DeskHours, keep_hours
from motcua.organization.services.parts import (
    add_counter,
    add_department,
    change_desk,
    end_counter,
    end_department,
    rename_department,
)

__all__ = [
    "DeskHours",
    "Founding",
    "NewOffice",
    "add_counter",
    "add_department",
    "change_desk",
    "end_counter",
    "end_department",
    "found",
    "keep_hours",
    "rename_department",
]
