"""A list of staff from a spreadsheet: read, judged whole, written all or nothing."""
