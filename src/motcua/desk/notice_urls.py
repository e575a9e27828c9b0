"""The addresses of notices to citizens, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import notices
from motcua.desk.views.administration import notices as administration

PATTERNS = (
    path("tin-bao", notices.outbox_page, name="notices"),
    path("tin-bao/goi-dien", notices.calls, name="notice-calls"),
    path("tin-bao/thu", notices.post, name="notice-post"),
    path("tin-bao/thu.pdf", notices.paper, name="notice-paper"),
    path("tin-bao/hop-thu-thu", notices.trial, name="notice-trial"),
    path("tin-bao/<int:message>", notices.notice, name="notice"),
    path("quan-tri/tin-bao", administration.wordings, name="admin-notices"),
    path("quan-tri/tin-bao/gui-thu", administration.trial, name="admin-notice-trial"),
    path(
        "quan-tri/tin-bao/<slug:office>/<slug:kind>/<slug:form>",
        administration.wording,
        name="admin-wording",
    ),
)
