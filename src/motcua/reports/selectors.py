"""What doors ask of this room."""

from motcua.reports.drill import Drill, Line, behind
from motcua.reports.period import Period, period
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from motcua.reports.writers.as_csv import as_csv
from motcua.reports.writers.as_json import as_json
from motcua.reports.writers.as_pdf import as_pdf
from motcua.reports.writers.as_xlsx import as_xlsx

__all__ = [
    "Drill",
    "Line",
    "Period",
    "PhuLucII",
    "as_csv",
    "as_json",
    "as_pdf",
    "as_xlsx",
    "behind",
    "period",
    "phu_luc_ii",
]
