"""Every address of the house; each door brings its own."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from motcua.config import display

handler400 = "motcua.config.refusals.bad_request"
handler403 = "motcua.config.refusals.forbidden"
handler404 = "motcua.config.refusals.not_found"
handler500 = "motcua.config.refusals.broken"

_DOORS = [
    ("can-bo/", "motcua.desk.urls"),
    ("api/v1/", "motcua.api.urls"),
    ("", "motcua.portal.urls"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("hien-thi", display.choose, name="display"),
    *(path(prefix, include(urls)) for prefix, urls in _DOORS if find_spec(urls)),
]
