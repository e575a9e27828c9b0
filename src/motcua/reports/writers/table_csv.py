"""Any report that is a table as CSV: keys for heads, one line a row, sentences as comments."""

import csv
import io

from motcua.reports.tables import Cell, Line, Table


def table_csv(table: Table) -> str:
    """Lines in their order; where they stand in groups, each says which and what it is."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    lead = ["group", "kind"] if table.grouped else []
    writer.writerow([*lead, table.name_key, *(column.key for column in table.columns)])
    for group, line in grouped(table):
        lead = [group, line.kind] if table.grouped else []
        writer.writerow([*lead, line.name, *map(plain, line.cells)])
    out.writelines(f"# {sentence}\n" for sentence in table.caveats)
    return out.getvalue()


def grouped(table: Table) -> list[tuple[str, Line]]:
    """Each line with the mark of the section it stands in, "" for none."""
    found, group = [], ""
    for line in table.lines:
        if line.kind == "section":
            group = line.mark
        found.append(("" if line.kind == "total" else group, line))
    return found


def plain(cell: Cell) -> int | float | str:
    """A number as a number, a share of 1, words as they are, nothing for a blank."""
    if cell.whole is not None:
        return "" if cell.share is None else round(cell.share, 6)
    return cell.words if cell.number is None else cell.number
