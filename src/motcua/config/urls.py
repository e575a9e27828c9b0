"""Every address of the house; each door brings its own."""

from django.urls import include, path

from motcua.config import display
from motcua.config.installing.address import public_address
from motcua.config.installing.page import first_run

handler400 = "motcua.config.refusals.bad_request"
handler403 = "motcua.config.refusals.forbidden"
handler404 = "motcua.config.refusals.not_found"
handler500 = "motcua.config.refusals.broken"

urlpatterns = [
    path("hien-thi", display.choose, name="display"),
    path("thiet-lap", first_run, name="first-run"),
    path("can-bo/quan-tri/dia-chi-web", public_address, name="admin-address"),
    path("can-bo/", include("motcua.desk.urls")),
    path("api/v1/", include("motcua.api.urls")),
    path("du-lieu-mo/", include("motcua.api.open_data_urls")),
    path("", include("motcua.portal.urls")),
]
