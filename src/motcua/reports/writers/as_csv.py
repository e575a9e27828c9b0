"""Phụ lục II as CSV: one line a unit, in the columns of the report's own table."""

import csv
import io

from motcua.reports.phu_luc_ii import PhuLucII

COLUMNS = (
    "group", "ordinal", "unit", "procedures_one_stop", "procedures_interlinked", "received",
    "on_time", "overdue", "note",
)  # fmt: skip


def as_csv(sheet: PhuLucII) -> str:
    """The units, blank where the sheet is blank; under them the two sentences as comments."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sheet.rows:
        writer.writerow(["" if (v := getattr(row, name)) is None else v for name in COLUMNS])
    for sentence in (sheet.until, *sheet.footnotes):
        if sentence:
            out.write(f"# {sentence}\n")
    return out.getvalue()
