"""The addresses of the narrative report and of desk conditions, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views.reports import desk_conditions, narrative, narratives

PATTERNS = (
    path("bao-cao/tinh-hinh", narratives.narratives, name="narratives"),
    path("bao-cao/tinh-hinh/<uuid:uuid>", narrative.one, name="narrative"),
    path("bao-cao/tinh-hinh/<uuid:uuid>/soan", narrative.write, name="narrative-write"),
    path("bao-cao/tinh-hinh/<uuid:uuid>/so-sanh", narrative.compare, name="narrative-compare"),
    path(
        "bao-cao/tinh-hinh/<uuid:uuid>/sau/<slug:which>", narrative.behind, name="narrative-behind"
    ),
    path("bao-cao/tinh-hinh/<uuid:uuid>.<slug:form>", narrative.file, name="narrative-file"),
    path("bao-cao/dieu-kien", desk_conditions.listing, name="desk-conditions"),
    path("bao-cao/dieu-kien/de-nghi.pdf", desk_conditions.budget, name="desk-conditions-budget"),
    path("bao-cao/dieu-kien/<slug:slug>", desk_conditions.one, name="desk-conditions-one"),
)
