"""The addresses of the office's documents."""

from django.urls import path

from motcua.desk.views import documents

PATTERNS = (
    path("van-ban", documents.listing, name="documents"),
    path("van-ban/moi", documents.new, name="document-new"),
    path("van-ban/ky", documents.sign_several, name="documents-sign"),
    path("van-ban/so-van-ban-di.xlsx", documents.workbook, name="documents-workbook"),
    path("van-ban/so-van-ban-di.pdf", documents.register, name="documents-register"),
    path("van-ban/<uuid:uuid>", documents.one, name="document"),
    path("van-ban/<uuid:uuid>.pdf", documents.paper, name="document-paper"),
    path("van-ban/<uuid:uuid>/sua", documents.change, name="document-change"),
)
