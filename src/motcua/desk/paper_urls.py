"""The addresses of letters, control sheets, the register and hand-over lists."""

from django.urls import path

from motcua.desk.views import control, handing_over, letters, register

PATTERNS = (
    path("ho-so/<str:code>/giay-to/<int:seq>.pdf", letters.letter, name="letter"),
    path("ho-so/<str:code>/phieu-kiem-soat", control.control, name="control"),
    path("ho-so/<str:code>/phieu-kiem-soat.pdf", control.control_paper, name="control-paper"),
    path("so-theo-doi", register.register, name="register"),
    path("so-theo-doi/quyen-<int:volume>.pdf", register.volume, name="register-volume"),
    path("so-theo-doi.xlsx", register.workbook, name="register-workbook"),
    path("ban-giao", handing_over.lists_page, name="handover-lists"),
    path("ban-giao/lap", handing_over.make, name="handover-make"),
    path("ban-giao/<str:code>.pdf", handing_over.paper, name="handover-paper"),
    path("ban-giao/<str:code>", handing_over.one, name="handover-list"),
)
