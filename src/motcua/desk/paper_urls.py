"""The addresses of letters, control sheets, the register and hand-over lists."""

from django.urls import path

from motcua.desk.views import (
    control,
    document_templates,
    handing_over,
    letters,
    paper_forms,
    print_batches,
    register,
)

PATTERNS = (
    path("ho-so/<str:code>/giay-to/<int:seq>.pdf", letters.letter, name="letter"),
    path("ho-so/<str:code>/phieu-kiem-soat", control.control, name="control"),
    path("ho-so/<str:code>/phieu-kiem-soat.pdf", control.control_paper, name="control-paper"),
    path("so-theo-doi", register.register, name="register"),
    path("so-theo-doi/quyen-<int:volume>.pdf", register.volume, name="register-volume"),
    path("so-theo-doi.<slug:form>", register.file, name="register-file"),
    path("ho-so/<str:code>/dien-mau", document_templates.choose, name="fill"),
    path("mau-docx", document_templates.listing, name="templates"),
    path(
        "mau-docx/<uuid:uuid>/xem-thu.<slug:kind>",
        document_templates.sample,
        name="template-sample",
    ),
    path("mau-docx/<uuid:uuid>/<slug:what>", document_templates.act, name="template-act"),
    path("in-hang-loat", print_batches.listing, name="batches"),
    path("in-hang-loat/<uuid:uuid>.pdf", print_batches.file, name="batch-file"),
    path("in-hang-loat/<uuid:uuid>/<slug:what>", print_batches.act, name="batch-act"),
    path("mau-giay", paper_forms.listing, name="forms"),
    path("mau-giay/<slug:form>/<slug:day>.pdf", paper_forms.specimen, name="form-specimen"),
    path("quan-tri/chan-giay", paper_forms.mark, name="admin-mark"),
    path("quan-tri/chan-giay/<slug:office>.pdf", paper_forms.mark_preview, name="mark-preview"),
    path("ban-giao", handing_over.lists_page, name="handover-lists"),
    path("ban-giao/lap", handing_over.make, name="handover-make"),
    path("ban-giao/<str:code>.pdf", handing_over.paper, name="handover-paper"),
    path("ban-giao/<str:code>", handing_over.one, name="handover-list"),
)
