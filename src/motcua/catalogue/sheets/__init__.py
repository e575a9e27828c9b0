"""A decision in a spreadsheet, and back: cells, tables, the template to fill in."""
