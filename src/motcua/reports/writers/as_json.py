"""Phụ lục II as JSON: the contract of the command line."""

import json
from dataclasses import asdict
from typing import Any

from motcua.reports.phu_luc_ii import PhuLucII

_B_TOTALS = ("received", "on_time", "overdue")


def as_json(sheet: PhuLucII) -> str:
    """The sheet as one JSON object; a blank cell is null."""
    return json.dumps(to_object(sheet), ensure_ascii=False, indent=2) + "\n"


def to_object(sheet: PhuLucII) -> dict[str, Any]:
    """The object `as_json` writes."""
    totals = {group: asdict(total) for group, total in sheet.totals.items()}
    if "B" in totals:
        totals["B"] = {name: totals["B"][name] for name in _B_TOTALS}
    rows = [
        {name: value for name, value in asdict(row).items() if name != "slug"} for row in sheet.rows
    ]
    return {
        "office": sheet.office.slug,
        "from": sheet.period.from_on.isoformat(),
        "to": sheet.period.to_on.isoformat(),
        "rows": rows,
        "totals": totals,
        "overdue_reasons": [
            {"reason": words, "count": count} for words, count in sheet.overdue_reasons
        ],
        "still_open": sheet.still_open,
        "late_after_earlier_period": sheet.late_after_earlier_period,
        **sheet.facts,
    }
