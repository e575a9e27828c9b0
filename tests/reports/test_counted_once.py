"""Each dossier is counted once, where its receipt was issued, and judged by its due time alone."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import uuid4

import pytest

from core.flow.walking import step
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Procedure, Process
from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.organization.selectors import office_by_slug
from motcua.reports.ii_06a import ii_06a
from motcua.reports.phu_luc_ii import phu_luc_ii
from office import Office

PERIOD = (date(2017, 1, 1), date(2017, 3, 31))
NOW = datetime(2017, 3, 31, 17, 0, tzinfo=VN)
FIGURES = ("received", "on_time", "overdue")
ROUND = "tx-gpxd-sua-chua"
DAY = 24 * 60


@pytest.fixture(scope="module", autouse=True)
def _through_three(office: Office) -> None:
    """The town sends it to a ward and to the land registry before it decides."""
    document = {
        "procedure": ROUND,
        "allowance": {"working_days": 15},
        "steps": [
            step("nhan", "phuong", by="BP_MOT_CUA"),
            step("phuong", "dat", by="BP_MOT_CUA", office="ba-dinh"),
            step("dat", "xet", office="vpdk-bim-son"),
            step("xet", "tra", department="TX-QLDT"),
            step("tra", by="BP_MOT_CUA"),
        ],
    }
    Process.objects.create(
        uuid=uuid4(),
        procedure=Procedure.objects.get(slug=ROUND),
        office_id=office_by_slug("bim-son").id,
        effective_on=date(2016, 6, 1),
        document=document,
    )
    catalogue.forget()


def table(slug: str) -> dict[str, int]:
    """Phụ lục II of an office: its figures over all rows."""
    rows = phu_luc_ii(slug, *PERIOD, now=NOW).rows
    return {name: sum(getattr(row, name) for row in rows) for name in FIGURES}


def sheet(slug: str, *, with_below: bool = False) -> dict[str, int]:
    """The last line of II.06a."""
    line = asdict(ii_06a(slug, *PERIOD, now=NOW, with_below=with_below).rows[-1])
    return {name: line[name] for name in ("received", "resolved", "early", "on_time", "overdue")}


def everything() -> list[dict[str, int]]:
    """Both reports of the town and of the ward, and the town's with those below."""
    tables = [table("bim-son"), table("ba-dinh")]
    return [*tables, sheet("bim-son"), sheet("ba-dinh"), sheet("bim-son", with_below=True)]


def more(before: list[dict[str, int]]) -> list[dict[str, int]]:
    """What has been added to each since."""
    return [
        {name: new[name] - old[name] for name in new if new[name] != old[name]}
        for old, new in zip(before, everything(), strict=True)
    ]


def left(office: Office, dossier: Dossier, *steps: tuple[str, str], after: int = 30) -> None:
    for name, who in steps:
        done = office.act(getattr(services, name), dossier, who, after=after)
        assert isinstance(done, Done), (name, done)


def test_a_dossier_through_three_offices_is_counted_once_in_each_report(office: Office) -> None:
    before = everything()

    dossier = office.received(ROUND)
    left(office, dossier, ("hand_over", "clerk"), ("hand_over", "ward"), ("hand_over", "clerk"))
    left(office, dossier, ("return_to_desk", "officer"))

    where = set(dossier.steps.values_list("office__slug", flat=True))
    assert where == {"bim-son", "ba-dinh", "vpdk-bim-son"}
    assert more(before) == [
        {"received": 1, "on_time": 1},
        {},
        {"received": 1, "resolved": 1, "early": 1},
        {},
        {"received": 1, "resolved": 1, "early": 1},
    ]


def test_what_is_finished_by_the_day_an_apology_promised_is_overdue_in_each_report(
    office: Office,
) -> None:
    before = everything()

    dossier = office.received()
    left(office, dossier, ("hand_over", "clerk"))
    office.act(
        services.apologise, dossier, "head",
        promised_on=date(2017, 3, 20), document="4/PXL", reason="qua-tai",
    )  # fmt: skip
    left(office, dossier, ("hand_over", "officer"), after=8 * DAY)
    left(office, dossier, ("approve", "head"), ("approve", "chair"), ("return_to_desk", "records"))

    assert dossier.due_at < dossier.finished_at < dossier.promised_at  # type: ignore[operator]
    assert more(before) == [
        {"received": 1, "overdue": 1},
        {},
        {"received": 1, "resolved": 1, "overdue": 1},
        {},
        {"received": 1, "resolved": 1, "overdue": 1},
    ]
