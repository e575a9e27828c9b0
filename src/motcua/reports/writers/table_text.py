"""Any report that is a table as signs for a terminal: columns as wide as their words."""

from motcua.reports.tables import Table

MOST = 44
"""Signs of a name; longer ones are cut."""


def table_text(table: Table) -> str:
    """The numbers of the form for heads, the heads themselves listed below."""
    heads = ["", "", *(column.number or column.head for column in table.columns)]
    rows = [
        [line.mark, line.name[:MOST], *(cell.said for cell in line.cells)] for line in table.lines
    ]
    widths = [
        max(len(row[at]) for row in [heads, *rows] if at < len(row)) for at in range(len(heads))
    ]
    drawn = [_drawn(row, widths) for row in [heads, *rows]]
    numbered = [
        f"{column.number} {column.over + ': ' if column.over else ''}{column.head}"
        for column in table.columns
        if column.number
    ]
    top = [table.form, *table.title, f"{table.office.name}. {table.span}", ""]
    return "\n".join([*top, *drawn, "", *numbered, *table.footnotes]) + "\n"


def _drawn(row: list[str], widths: list[int]) -> str:
    lead = "  ".join(cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True))
    rest = (cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=False))
    return "  ".join([lead, *rest]).rstrip()
