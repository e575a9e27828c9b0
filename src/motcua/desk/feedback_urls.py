"""The addresses of ratings and complaints, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import complaints, feedback

PATTERNS = (
    path("danh-gia", feedback.figures, name="feedback"),
    path("danh-gia.csv", feedback.as_csv, name="feedback-csv"),
    path("danh-gia/ho-so", feedback.behind, name="feedback-behind"),
    path("phan-anh", complaints.listing, name="complaints"),
    path("phan-anh.pdf", complaints.list_paper, name="complaints-paper"),
    path("phan-anh/moi", complaints.new, name="complaint-new"),
    path("phan-anh/da-ghi/<str:number>", complaints.taken, name="complaint-slip"),
    path("phan-anh/<str:number>.pdf", complaints.paper, name="complaint-paper"),
    path("phan-anh/<str:number>", complaints.one, name="complaint"),
    path("phan-anh/<str:number>/giao", complaints.give_out, name="complaint-give"),
    path("phan-anh/<str:number>/tra-loi", complaints.reply, name="complaint-answer"),
)
