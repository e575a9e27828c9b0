"""The addresses of the reports, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import report
from motcua.desk.views.reports import index

PATTERNS = (
    path("bao-cao", index.reports, name="reports"),
    path("bao-cao/phu-luc-ii", report.phu_luc_ii, name="report"),
    path("bao-cao/phu-luc-ii/ho-so", report.drill, name="report-drill"),
    path("bao-cao/phu-luc-ii.<slug:form>", report.download, name="report-download"),
)
