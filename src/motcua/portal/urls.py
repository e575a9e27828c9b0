"""The addresses of the citizens' door. Everything here is public on purpose."""

from django.urls import path

from motcua.portal.views import home, kiosk, lookup, procedures

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("thu-tuc", procedures.listing, name="procedures"),
    path("thu-tuc/<slug:office>/<slug:slug>", procedures.procedure, name="procedure"),
    path("tra-cuu", lookup.lookup, name="lookup"),
    path("kiosk", kiosk.start, name="kiosk"),
    path("kiosk/tra-cuu", kiosk.lookup, name="kiosk-lookup"),
    path("kiosk/thu-tuc", kiosk.procedures, name="kiosk-procedures"),
    path("kiosk/thu-tuc/<slug:office>/<slug:slug>", kiosk.procedure, name="kiosk-procedure"),
    path("kiosk/chu-va-tieng", kiosk.letters, name="kiosk-letters"),
]
