"""The addresses of what is said at a post, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import inbox_views, warnings, workload

PATTERNS = (
    path("khoi-luong", workload.loads, name="workload"),
    path("khoi-luong/giao", workload.reassign, name="workload-give"),
    path("khoi-luong/<slug:kind>", workload.behind, name="workload-behind"),
    path("hop-viec/bo-loc", inbox_views.kept_views, name="inbox-views"),
    path("canh-bao", warnings.warnings_page, name="warnings"),
    path("canh-bao/thu", warnings.mail, name="warnings-mail"),
    path("canh-bao/<uuid:uuid>", warnings.opened, name="warning"),
)
