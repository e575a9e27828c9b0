"""What the desks of the demonstration have, and that their boards hang: five of eight meet the
rule, as in the report; which ones, and every amount, is invented."""

import csv
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files

from motcua.catalogue.services.posting import confirm_all
from motcua.core.clock import VN
from motcua.exchange.demo.crew import Crew
from motcua.organization.desks import states
from motcua.organization.selectors import office_by_slug, offices_with_desk
from motcua.organization.services import Survey, record_survey

SURVEYED_ON = date(2017, 1, 4)
AT = datetime(2017, 1, 5, 16, 0, tzinfo=VN)
"""When both were written down: between two visits of the morning's last and the evening's first."""
SOURCE = "Kiểm kê đầu năm 2017 (số liệu mẫu)"
NOT_COUNTED = ("office", "note")


def survey_desks(under: str, until: datetime) -> None:
    """Survey and post every desk of 2017 under an office once; some tenths of a second."""
    town, crew = office_by_slug(under), Crew(until)
    by = crew.of(town.id, None, "NOI_VU", 0)
    desks = offices_with_desk(under, SURVEYED_ON)
    if any(state.survey for state in states(desks, SURVEYED_ON)):
        return
    text = files("motcua.exchange").joinpath("data/demo/desks.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        found = {k: Decimal(v) for k, v in row.items() if v and k not in NOT_COUNTED}
        survey = Survey(SURVEYED_ON, found, three_no=True, note=row["note"], source=SOURCE)
        office = office_by_slug(row["office"])
        record_survey(office.id, survey, at=AT, by=by, title=by.title)
        clerk = crew.of(office.id, None, "BP_MOT_CUA", 0)
        confirm_all(actor=clerk, office_id=office.id, at=AT)
