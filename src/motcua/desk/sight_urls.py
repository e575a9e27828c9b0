"""The addresses of charts, under `/can-bo/bieu-do`."""

from django.urls import path

from motcua.desk.views.sights import charting, waiting

PATTERNS = [
    path("bieu-do", charting.today, name="sights"),
    path("bieu-do/dung-han", charting.in_time, name="sight-on-time"),
    path("bieu-do/luc-den", charting.arrivals, name="sight-arrivals"),
    path("bieu-do/cho-o-dau", waiting.waiting, name="sight-waiting"),
    path("bieu-do/ho-so/<slug:kind>", waiting.behind, name="sight-behind"),
    path("bieu-do/ho-so/<slug:kind>/xuat", waiting.behind_away, name="sight-behind-away"),
]
