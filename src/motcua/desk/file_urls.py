"""The addresses of a dossier's files."""

from django.urls import path

from motcua.desk.views.files import downloading, filing, scanning, viewing

PATTERNS = (
    path("may-quet", scanning.waiting, name="scans"),
    path("may-quet/<uuid:uuid>/<int:page>-<slug:size>.jpg", scanning.picture, name="scan-picture"),
    path("ho-so/<str:code>/tep", filing.files, name="files"),
    path("ho-so/<str:code>/tep/tat-ca.zip", downloading.everything, name="files-all"),
    path("ho-so/<str:code>/tep/<int:number>", viewing.file, name="file"),
    path("ho-so/<str:code>/tep/<int:number>/tai", downloading.download, name="file-download"),
    path("ho-so/<str:code>/tep/<int:number>/go", filing.remove, name="file-remove"),
    path(
        "ho-so/<str:code>/tep/<int:number>/<int:page>-<slug:size>.jpg",
        viewing.picture,
        name="file-picture",
    ),
)
