"""Backups in a format of our own, which any PostgreSQL from 15 can be given.

A gzipped tar: `manifest.json` (form, migrations, tables and their columns, sequences), the
installation's keys (`keys.py`: as they lie, so that the file is as secret as they are), one
`tables/<name>.copy` in PostgreSQL's text format for each table, the stored files, and last
`totals.json` (rows and digests), whose absence tells a truncated file.
"""
