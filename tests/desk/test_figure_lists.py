"""The list behind a figure, taken away whole: as many dossiers as it says, and nobody named."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.http import urlencode

from acting import words
from motcua.audit.models import AuditRow
from motcua.core.clock import VN
from motcua.core.tally import Standing
from motcua.dossiers.behind import Promise, Source, Stretch, Which
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.selectors.exported import Place
from motcua.dossiers.selectors.figure_lists import (
    HEADS,
    ChartFigure,
    Figure,
    FigureList,
    ReportFigure,
    read,
    written,
)
from motcua.dossiers.selectors.sights import View
from motcua.files.spreadsheets import open_xlsx
from motcua.identity.models import Account
from motcua.organization.selectors import office_by_slug
from motcua.organization.timekeeping import real_now
from motcua.papers import batch_work
from motcua.papers.models import PrintBatch

QUARTER = {"tu": "01/01/2017", "den": "31/03/2017"}
REPORT = "/can-bo/bao-cao/bieu/phu-luc-ii/ho-so"
CHART = "/can-bo/bieu-do/ho-so/co-ket-qua"
AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
OVER = Stretch(datetime(2017, 1, 1, tzinfo=VN), datetime(2017, 4, 1, tzinfo=VN), AT)


@pytest.fixture(autouse=True)
def _files(demo: str, data_folder: Path) -> None:
    """The demonstration, with files of this module's own."""


def signed_in(username: str) -> Client:
    client = Client()
    account = Account.objects.get(username=username)
    client.force_login(account, backend="motcua.identity.entering.WithPosts")
    return client


def asked(client: Client, page: str, form: str, **query: str) -> PrintBatch:
    """The list of that page, asked for in `form`, and made."""
    address = f"{page}/xuat?{urlencode(query)}"
    answer = client.post(address, {"form": form, "key": str(uuid4())})
    assert answer.status_code == 302, words(answer)
    row = PrintBatch.objects.latest("id")
    batch_work.make(row.pk, real_now())
    row.refresh_from_db()
    return row


def content(client: Client, row: PrintBatch) -> bytes:
    answer = client.get(f"/can-bo/in-hang-loat/{row.uuid}.pdf")
    assert answer.status_code == 200
    return b"".join(answer)  # type: ignore[arg-type]


def rows(client: Client, row: PrintBatch) -> Sequence[Sequence[str]]:
    return list(csv.reader(io.StringIO(content(client, row).decode("utf-8-sig"))))


def test_a_figure_of_a_report_is_taken_away_whole_and_names_nobody() -> None:
    affairs = signed_in("noivu.bim-son")
    figure = {**QUARTER, "dong": "bim-son", "cot": "received"}

    row = asked(affairs, REPORT, "csv", **figure)
    heads, *lines = rows(affairs, row)

    assert tuple(heads) == HEADS
    assert len(lines) == row.total == row.done == 853
    assert len({line[0] for line in lines}) == 853
    named = Party.objects.filter(dossier__code__in=[line[0] for line in lines[:50]])
    text = "\n".join(",".join(line) for line in lines)
    assert "Mẫu" not in text
    assert not any(party.name in text for party in named)
    assert AuditRow.objects.filter(action="list_exported", subject__contains=str(row.uuid)).exists()


def test_what_is_narrowed_on_screen_is_narrowed_in_the_file() -> None:
    affairs = signed_in("noivu.bim-son")
    figure = {**QUARTER, "dong": "bim-son", "cot": "overdue", "ld": "nvtc"}

    shown = words(affairs.get(f"{REPORT}?{urlencode(figure)}"))
    row = asked(affairs, REPORT, "csv", **figure)
    _, *lines = rows(affairs, row)

    count = re.search(r"(\d+) hồ sơ", shown)
    assert count is not None
    assert len(lines) == int(count[1]) > 0
    assert all(int(line[6]) > 0 for line in lines)
    assert len({line[7] for line in lines}) == 1


def test_a_workbook_has_numbers_for_numbers_and_moments_for_moments() -> None:
    affairs = signed_in("noivu.bim-son")
    figure = {**QUARTER, "dong": "bim-son", "cot": "overdue"}
    _, *lines = rows(affairs, asked(affairs, REPORT, "csv", **figure))

    (sheet,) = open_xlsx(content(affairs, asked(affairs, REPORT, "xlsx", **figure)))

    assert tuple(sheet.rows[0]) == HEADS
    assert [row[0] for row in sheet.rows[1:]] == [line[0] for line in lines]
    assert [row[6] for row in sheet.rows[1:]] == [float(line[6]) for line in lines]
    assert [row[3] for row in sheet.rows[1:]] == [line[3] for line in lines]


def test_as_known_at_a_moment_the_file_holds_what_was_known_then() -> None:
    affairs = signed_in("noivu.bim-son")
    figure = {**QUARTER, "dong": "bim-son", "cot": "received", "luc": "28/02/2017"}

    shown = words(affairs.get(f"{REPORT}?{urlencode(figure)}"))
    _, *lines = rows(affairs, asked(affairs, REPORT, "csv", **figure))

    known = Dossier.objects.filter(
        office__slug="bim-son", received_at__range=(OVER.from_at, datetime(2017, 3, 1, tzinfo=VN))
    ).exclude(stage__in=("intake_refused", "void"))
    assert len(lines) == known.count()
    assert f"{len(lines)} hồ sơ" in shown


def test_a_figure_of_a_chart_is_taken_away_by_whoever_sees_the_chart() -> None:
    head = signed_in("truongphong.qldt.bim-son")

    shown = words(head.get(f"{CHART}?{urlencode(QUARTER)}"))
    row = asked(head, CHART, "csv", **QUARTER)
    listed = words(head.get("/can-bo/in-hang-loat"))

    count = re.search(r"([\d.]+) hồ sơ", shown)
    assert count is not None
    assert row.total == int(count[1].replace(".", ""))
    assert "Hồ sơ sau con số, CSV" in listed
    assert "Làm một tệp" not in listed


def test_one_list_is_nobody_elses_and_nothing_is_asked_of_offices_out_of_reach() -> None:
    ward, affairs = signed_in("motcua.ba-dinh"), signed_in("noivu.bim-son")
    row = asked(affairs, REPORT, "csv", **QUARTER, dong="ba-dinh", cot="received")

    theirs = ward.get(f"/can-bo/in-hang-loat/{row.uuid}.pdf")
    refused = ward.post(
        f"{CHART}/xuat?{urlencode({**QUARTER, 'dv': 'bim-son'})}",
        {"form": "csv", "key": str(uuid4())},
    )

    assert theirs.status_code == 404
    assert refused.status_code == 404


def test_a_list_read_chunk_by_chunk_is_the_list_whatever_the_size_of_a_chunk() -> None:
    town = office_by_slug("bim-son")
    figure = ReportFigure("", (town.id,), OVER, Which())

    def codes(most: int) -> list[Any]:
        listed, place, found = FigureList(figure), Place(), []
        while (chunk := listed.after(None, None, place, most)).rows:  # type: ignore[arg-type]
            place = chunk.place
            found += [cells[0] for cells in chunk.rows]
        return found

    assert codes(97) == codes(1000)
    assert len(codes(97)) == FigureList(figure).count(None, None) == 853  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "figure",
    [
        ReportFigure("Phụ lục II", (1, 2), OVER, Which()),
        ReportFigure(
            "II.06a", (3,), OVER,
            Which(
                "handled", frozenset({Standing.OVERDUE}), frozenset({Source.ONLINE}), "Hộ tịch",
                "nvtc", entered_late=True, in_time_at=AT, promise=Promise.AGAIN,
            ),
            AT, (7, 9),
        ),
        ChartFigure("Có kết quả", View((1,), date(2017, 1, 1), date(2017, 3, 31), AT), "settled",
                    {"standing": "overdue"}),
    ],
)  # fmt: skip
def test_what_a_figure_counted_is_written_down_and_read_again(figure: Figure) -> None:
    assert read(written(figure)) == figure
