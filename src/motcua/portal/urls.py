"""The addresses of the citizens' door. Everything here is public on purpose."""

from django.urls import path

from motcua.portal.views import (
    boards,
    checking,
    codes,
    feedback,
    home,
    kiosk,
    lookup,
    maps,
    open_data,
    procedures,
    results,
)

app_name = "portal"

urlpatterns = [
    path("", home.home, name="home"),
    path("thu-tuc", procedures.listing, name="procedures"),
    path("thu-tuc/<slug:office>/<slug:slug>", procedures.procedure, name="procedure"),
    path("tthc/<str:key>", codes.code, name="code"),
    path("bieu-mau/<str:sha256>", codes.form, name="form"),
    path("niem-yet/<slug:office>/<slug:field>", boards.board, name="board"),
    path("du-lieu-mo", open_data.fields, name="open-data"),
    path("sitemap.xml", maps.sitemap, name="sitemap"),
    path("robots.txt", maps.robots, name="robots"),
    path("tra-cuu", lookup.lookup, name="lookup"),
    path("ket-qua/<str:code>/<str:key>", results.result, name="result"),
    path("kiem-tra-ma", checking.check_paper, name="check-paper"),
    path("kiem-tra-van-ban", checking.check_document, name="check-document"),
    path("khoa-kiem-tra.json", checking.public_keys, name="public-keys"),
    path("Q/<str:subject>/<str:sign>", checking.scanned, name="scanned"),
    path("gop-y", feedback.rating, name="rate"),
    path("gop-y/cam-on", feedback.thanks, name="thanks"),
    path("phan-anh", feedback.complaining, name="complain"),
    path("phan-anh/tra-cuu", feedback.complaint, name="complaint"),
    path("kiosk/gop-y", feedback.rating, {"kiosk": True}, name="kiosk-rate"),
    path("kiosk/gop-y/cam-on", feedback.thanks, {"kiosk": True}, name="kiosk-thanks"),
    path("kiosk/phan-anh", feedback.complaining, {"kiosk": True}, name="kiosk-complain"),
    path("kiosk/phan-anh/tra-cuu", feedback.complaint, {"kiosk": True}, name="kiosk-complaint"),
    path("kiosk", kiosk.start, name="kiosk"),
    path("kiosk/tra-cuu", kiosk.lookup, name="kiosk-lookup"),
    path("kiosk/thu-tuc", kiosk.procedures, name="kiosk-procedures"),
    path("kiosk/thu-tuc/<slug:office>/<slug:slug>", kiosk.procedure, name="kiosk-procedure"),
    path("kiosk/chu-va-tieng", kiosk.letters, name="kiosk-letters"),
]
