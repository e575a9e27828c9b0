"""Any report that is a table as a PDF: the form as it will be signed, A4 landscape."""

from typing import Any

from motcua.core.clock import VN
from motcua.papers.typesetting import pdf
from motcua.reports.tables import Table


def table_pdf(table: Table, *, sample: bool = False) -> bytes:
    """The tagged PDF; `sample` marks it as made from invented data. Same table, same bytes."""
    return pdf("table", data_of(table, sample=sample))


def data_of(table: Table, *, sample: bool) -> dict[str, Any]:
    """What the template draws."""
    day = min(table.period.to_on, table.period.judged_at.astimezone(VN).date())
    return {
        "form": table.form,
        "rule": table.rule,
        "office": table.office.name,
        "receiver": table.receiver,
        "title": list(table.title),
        "span": table.span,
        "unit": table.unit,
        "day": [day.year, day.month, day.day],
        "name_head": table.name_head,
        "over": [[words, span] for words, span in table.heads],
        "heads": [[one.head, one.number, bool(one.over), one.words] for one in table.columns],
        "lines": [
            {
                "mark": line.mark,
                "name": line.name,
                "kind": line.kind,
                "cells": [cell.said for cell in line.cells],
            }
            for line in table.lines
        ],
        "footnotes": list(table.footnotes),
        "sample": sample,
    }
