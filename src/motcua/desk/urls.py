"""The addresses of the officials' door, all under `/can-bo/`."""

from django.urls import path

from motcua.desk.views import (
    acts,
    administration,
    at_once,
    catalogue,
    counter,
    dossier,
    drafting,
    front,
    gate,
    inbox,
    listing,
    overview,
    printing,
    receiving,
    report,
    scanning,
)

app_name = "desk"

urlpatterns = [
    path("", front.front, name="front"),
    path("dang-nhap", gate.sign_in, name="sign-in"),
    path("dang-xuat", gate.sign_out, name="sign-out"),
    path("vi-tri", gate.position, name="position"),
    path("tro-giup", front.help_page, name="help"),
    path("tiep-nhan", counter.counter, name="counter"),
    path("tiep-nhan/thu-tuc", counter.procedures, name="procedures"),
    path("tiep-nhan/xem-truoc", counter.preview, name="preview"),
    path("lam-ngay", at_once.at_once, name="at-once"),
    path("nhap/<uuid:uuid>", drafting.autosave, name="draft"),
    path("nhap/<uuid:uuid>/bo", drafting.drop, name="draft-drop"),
    path("tim", scanning.find, name="find"),
    path("hop-viec", inbox.waiting, name="inbox"),
    path("hop-viec/nhieu", inbox.together, name="together"),
    path("tra-ket-qua", listing.returning, name="returning"),
    path("ho-so", listing.dossiers, name="dossiers"),
    path("ho-so/<str:code>", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/da-nhan", receiving.received, name="received"),
    path("ho-so/<str:code>/khong-nhan", receiving.refused, name="refused"),
    path("ho-so/<str:code>/mo", dossier.unmask, name="unmask"),
    path("ho-so/<str:code>/giay-hen.pdf", printing.receipt, name="receipt"),
    path("ho-so/<str:code>/<slug:slug>", acts.act, name="act"),
    path("dieu-hanh", overview.morning, name="overview"),
    path("dieu-hanh/<slug:kind>", overview.behind_number, name="behind"),
    path("bao-cao", report.reports, name="reports"),
    path("bao-cao/phu-luc-ii", report.phu_luc_ii, name="report"),
    path("bao-cao/phu-luc-ii/ho-so", report.drill, name="report-drill"),
    path("bao-cao/phu-luc-ii.<slug:form>", report.download, name="report-download"),
    path("thu-tuc", catalogue.procedures, name="catalogue"),
    path("thu-tuc/<slug:slug>", catalogue.procedure, name="procedure"),
    path("quan-tri", administration.administration, name="administration"),
]
