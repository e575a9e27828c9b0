"""What charts look like: places and sizes in the units of an SVG, from plain numbers.

Nothing here knows a dossier, asks the database or writes markup; templates draw what it says.
"""
