"""Any report that is a table as JSON: the contract of the command line for II.06a, and its like."""

import json
from typing import Any

from motcua.reports.tables import Line, Table
from motcua.reports.writers.table_csv import grouped, plain


def table_json(table: Table) -> str:
    """Office and days, what the report was asked besides, and one object a line."""
    value: dict[str, Any] = {
        "office": table.office.slug,
        "from": table.period.from_on.isoformat(),
        "to": table.period.to_on.isoformat(),
        **table.facts,
        "rows": [_row(table, group, line) for group, line in grouped(table)],
    }
    if table.known_at is not None:
        value["known_at"] = table.known_at.isoformat()
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _row(table: Table, group: str, line: Line) -> dict[str, Any]:
    lead = {"group": group or None, "kind": line.kind} if table.grouped else {}
    cells = {
        column.key: None if (value := plain(cell)) == "" and not column.words else value
        for column, cell in zip(table.columns, line.cells, strict=False)
    }
    return {**lead, table.name_key: line.name, **cells}
