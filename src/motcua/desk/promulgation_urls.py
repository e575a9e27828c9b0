"""The addresses of decisions that publish procedures, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views.promulgations import changes, comparing, entering, listing, writing

PATTERNS = (
    path("cong-bo", listing.promulgations, name="promulgations"),
    path("cong-bo/tep", listing.upload, name="promulgation-upload"),
    path("cong-bo/tep-mau.xlsx", listing.sample, name="promulgation-sample"),
    path("cong-bo/moi", entering.begin, name="promulgation-new"),
    path("cong-bo/doi-moi", changes.changes, name="changes"),
    path("cong-bo/<uuid:uuid>", comparing.compare, name="promulgation"),
    path("cong-bo/<uuid:uuid>/duyet", comparing.approve, name="promulgation-approve"),
    path("cong-bo/<uuid:uuid>/rut", comparing.withdraw, name="promulgation-withdraw"),
    path("cong-bo/<uuid:uuid>/tep-goc", comparing.original, name="promulgation-file"),
    path("cong-bo/<uuid:uuid>/ho-so/<slug:slug>", comparing.dossiers, name="promulgation-dossiers"),
    path("cong-bo/<uuid:uuid>/thu-tuc", entering.choose, name="promulgation-choose"),
    path("cong-bo/<uuid:uuid>/thu-tuc/<slug:slug>", writing.entry, name="promulgation-entry"),
)
