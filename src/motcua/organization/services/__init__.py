"""Acts on offices, their parts and their hours."""

from motcua.organization.services.desks import (
    Survey,
    keep_price,
    record_survey,
    take_back_survey,
)
from motcua.organization.services.founding import Founding, NewOffice, add_below, found
from motcua.organization.services.hours import DeskHours, keep_hours
from motcua.organization.services.parts import (
    add_counter,
    add_department,
    change_desk,
    end_counter,
    end_department,
    rename_department,
)
from motcua.organization.services.reorganization import approve, propose, take_back
from motcua.organization.services.reorganizing import note_settled, reorganization_of

__all__ = [
    "DeskHours",
    "Founding",
    "NewOffice",
    "Survey",
    "add_below",
    "add_counter",
    "add_department",
    "approve",
    "change_desk",
    "end_counter",
    "end_department",
    "found",
    "keep_hours",
    "keep_price",
    "note_settled",
    "propose",
    "record_survey",
    "rename_department",
    "reorganization_of",
    "take_back",
    "take_back_survey",
]
