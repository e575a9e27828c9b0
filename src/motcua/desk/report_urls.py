"""The addresses of the reports, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import report, report_behind
from motcua.desk.views.reports import index, sheet

PATTERNS = (
    path("bao-cao", index.reports, name="reports"),
    path("bao-cao/phu-luc-ii", report.phu_luc_ii, name="report"),
    path("bao-cao/phu-luc-ii/ho-so", report_behind.drill, name="report-drill"),
    path("bao-cao/phu-luc-ii.<slug:form>", report.download, name="report-download"),
    path("bao-cao/bieu/<slug:slug>", sheet.sheet, name="report-sheet"),
    path("bao-cao/bieu/<slug:slug>/ho-so", sheet.dossiers, name="report-dossiers"),
    path("bao-cao/bieu/<slug:slug>/ho-so/xuat", sheet.dossiers_away, name="report-dossiers-away"),
    path("bao-cao/bieu/<slug:slug>.<slug:form>", sheet.file, name="report-file"),
)
