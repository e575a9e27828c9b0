"""The addresses of the administrator's pages, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import password
from motcua.desk.views.administration import (
    calendars,
    care,
    jobs,
    keys,
    lending,
    parts,
    people,
    posts,
    registers,
    reorganizing,
    roster,
    trail,
)

PATTERNS = (
    path("mat-khau", password.own_password, name="password"),
    path("quan-tri", people.people, name="administration"),
    path("quan-tri/nguoi-moi", people.new, name="admin-new-person"),
    path("quan-tri/nguoi/<uuid:uuid>", people.person, name="admin-person"),
    path("quan-tri/nguoi/<uuid:uuid>/ho-ten", people.rename, name="admin-rename"),
    path("quan-tri/nguoi/<uuid:uuid>/giao-vi-tri", people.place, name="admin-place"),
    path("quan-tri/nguoi/<uuid:uuid>/dong", people.close, name="admin-close"),
    path("quan-tri/nguoi/<uuid:uuid>/vao-lai/<slug:how>", people.let_in, name="admin-let-in"),
    path(
        "quan-tri/nguoi/<uuid:uuid>/vi-tri/<uuid:position>/ket-thuc",
        posts.leave,
        name="admin-leave",
    ),
    path("quan-tri/vi-tri", posts.posts, name="admin-posts"),
    path("quan-tri/don-vi", parts.parts, name="admin-parts"),
    path("quan-tri/don-vi/<slug:what>", parts.keep, name="admin-part"),
    path("quan-tri/don-vi/<slug:what>/ket-thuc", parts.end, name="admin-part-end"),
    path("quan-tri/lich", calendars.calendar, name="admin-calendar"),
    path("quan-tri/lich/<int:year>", calendars.year_entry, name="admin-calendar-year"),
    path("quan-tri/uy-quyen", lending.lending, name="admin-lending"),
    path("quan-tri/uy-quyen/moi", lending.lend, name="admin-lend"),
    path("quan-tri/uy-quyen/ket-thuc", lending.end, name="admin-lend-end"),
    path("quan-tri/nhap-danh-sach", roster.roster, name="admin-roster"),
    path("quan-tri/nhap-danh-sach/mau.xlsx", roster.sample, name="admin-roster-sample"),
    path("quan-tri/nhap-so", registers.listing, name="register-imports"),
    path("quan-tri/nhap-so/<uuid:uuid>", registers.one, name="register-import"),
    path(
        "quan-tri/nhap-so/<uuid:uuid>/dong-can-sua.csv",
        registers.bad,
        name="register-import-bad",
    ),
    path("quan-tri/nhap-so/<uuid:uuid>/<slug:what>", registers.act, name="register-import-act"),
    path("quan-tri/khoa-ky-so", keys.keys, name="admin-keys"),
    path("quan-tri/khoa-ky-so/<uuid:uuid>/bo", keys.remove, name="admin-key-remove"),
    path("quan-tri/suc-khoe", care.care, name="admin-care"),
    path("quan-tri/sap-xep", reorganizing.listing, name="reorganizations"),
    path("quan-tri/sap-xep/moi/<slug:kind>", reorganizing.new, name="reorganization-new"),
    path("quan-tri/sap-xep/<uuid:uuid>", reorganizing.one, name="reorganization"),
    path(
        "quan-tri/sap-xep/<uuid:uuid>/<slug:what>",
        reorganizing.decide,
        name="reorganization-decide",
    ),
    path("quan-tri/viec-nen", jobs.board_page, name="admin-jobs"),
    path("quan-tri/viec-nen/<slug:what>", jobs.act, name="admin-job"),
    path("quan-tri/nhat-ky", trail.trail, name="admin-trail"),
    path("quan-tri/nhat-ky/tep", trail.export, name="admin-trail-export"),
)
