"""What doors ask of this room."""

from motcua.reports.counting import VOIDED
from motcua.reports.drill import Drill, Line, Narrowed, Opened, Sought, behind, opened, whole
from motcua.reports.family import FAMILY, FORMATS, Report, Wanted
from motcua.reports.ii_06 import ii_06
from motcua.reports.ii_07 import ii_07
from motcua.reports.period import Period, period
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from motcua.reports.phu_luc_ii_table import EVERYTHING, phu_luc_ii_table
from motcua.reports.tables import Cell, Column, Table
from motcua.reports.writers.as_csv import as_csv
from motcua.reports.writers.as_json import as_json
from motcua.reports.writers.as_pdf import as_pdf
from motcua.reports.writers.as_xlsx import as_xlsx

__all__ = [
    "EVERYTHING",
    "FAMILY",
    "FORMATS",
    "VOIDED",
    "Cell",
    "Column",
    "Drill",
    "Line",
    "Narrowed",
    "Opened",
    "Period",
    "PhuLucII",
    "Report",
    "Sought",
    "Table",
    "Wanted",
    "as_csv",
    "as_json",
    "as_pdf",
    "as_xlsx",
    "behind",
    "ii_06",
    "ii_07",
    "opened",
    "period",
    "phu_luc_ii",
    "phu_luc_ii_table",
    "whole",
]
