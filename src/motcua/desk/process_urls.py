"""The addresses of the pages of internal processes, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views.processes import editor, listing, publishing

PATTERNS = (
    path("quy-trinh", listing.processes, name="processes"),
    path("quy-trinh/nhap/<uuid:uuid>", editor.edit, name="process-draft"),
    path("quy-trinh/nhap/<uuid:uuid>/tinh", editor.reckon, name="process-reckon"),
    path("quy-trinh/nhap/<uuid:uuid>/giu", editor.keep, name="process-keep"),
    path("quy-trinh/nhap/<uuid:uuid>/bo-thay-doi", editor.undo, name="process-undo"),
    path("quy-trinh/nhap/<uuid:uuid>/bo", editor.drop, name="process-drop"),
    path("quy-trinh/nhap/<uuid:uuid>/ban-hanh", publishing.publish, name="process-publish"),
    path("quy-trinh/ban/<uuid:uuid>.pdf", publishing.paper, name="process-paper"),
    path("quy-trinh/ban/<uuid:uuid>/thu-hoi", publishing.take_back, name="process-take-back"),
    path("quy-trinh/ban/<uuid:uuid>/chep", publishing.copy, name="process-copy"),
    path("quy-trinh/<slug:slug>", listing.process, name="process"),
    path("quy-trinh/<slug:slug>/soan", listing.begin, name="process-begin"),
)
