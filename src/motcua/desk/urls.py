"""The addresses of the officials' door, all under `/can-bo/`."""

from django.urls import path

from motcua.desk.administration_urls import PATTERNS
from motcua.desk.box_urls import PATTERNS as BOXES
from motcua.desk.consolidation_urls import PATTERNS as CONSOLIDATIONS
from motcua.desk.document_urls import PATTERNS as DOCUMENTS
from motcua.desk.feedback_urls import PATTERNS as FEEDBACK
from motcua.desk.file_urls import PATTERNS as FILES
from motcua.desk.listing_urls import PATTERNS as LISTING
from motcua.desk.money_urls import PATTERNS as MONEY
from motcua.desk.narrative_urls import PATTERNS as NARRATIVES
from motcua.desk.notice_urls import PATTERNS as NOTICES
from motcua.desk.paper_urls import PATTERNS as PAPERS
from motcua.desk.process_urls import PATTERNS as PROCESSES
from motcua.desk.promulgation_urls import PATTERNS as PROMULGATIONS
from motcua.desk.report_urls import PATTERNS as REPORTS
from motcua.desk.sight_urls import PATTERNS as SIGHTS
from motcua.desk.views import (
    acts,
    apologies,
    arriving,
    at_once,
    catalogue,
    correcting,
    counter,
    dossier,
    drafting,
    filling,
    front,
    gate,
    handed,
    inbox,
    lateness,
    listing,
    looked,
    morning,
    opinions,
    overview,
    posting,
    printing,
    rating,
    reasons,
    receiving,
    rescheduling,
    returning,
    scanning,
    sending,
    uncollected,
    wall,
)

app_name = "desk"

urlpatterns = [
    path("", front.front, name="front"),
    path("dang-nhap", gate.sign_in, name="sign-in"),
    path("dang-xuat", gate.sign_out, name="sign-out"),
    path("vi-tri", gate.position, name="position"),
    path("tro-giup", front.help_page, name="help"),
    path("tiep-nhan", counter.counter, name="counter"),
    path("tiep-nhan/thu-tuc", filling.procedures, name="procedures"),
    path("tiep-nhan/nguoi-nop", filling.known, name="known"),
    path("tiep-nhan/giay-hen.pdf", printing.receipts, name="receipts"),
    path("tiep-nhan/xem-truoc", filling.preview, name="preview"),
    path("cho-kiem-tra", arriving.arriving, name="arriving"),
    path("lam-ngay", at_once.at_once, name="at-once"),
    path("nhap/<uuid:uuid>", drafting.autosave, name="draft"),
    path("nhap/<uuid:uuid>/bo", drafting.drop, name="draft-drop"),
    path("tim", scanning.find, name="find"),
    path("hop-viec", inbox.waiting, name="inbox"),
    path("hop-viec/dem", inbox.counts, name="inbox-counts"),
    path("hop-viec/y-kien", opinions.opinions, name="opinions"),
    path("hop-viec/nhieu", inbox.together, name="together"),
    path("tra-ket-qua", returning.returning, name="returning"),
    path("tra-ket-qua/cho-de", returning.shelve, name="shelve"),
    path("tra-ket-qua/da-tra/<uuid:key>", handed.handed, name="handed"),
    path("tra-ket-qua/da-tra/<uuid:key>.pdf", handed.handed_paper, name="handed-paper"),
    path("tra-ket-qua/chua-nhan", uncollected.uncollected_list, name="uncollected"),
    path("tra-ket-qua/chua-nhan.pdf", uncollected.uncollected_paper, name="uncollected-paper"),
    path("tra-ket-qua/chua-nhan/so-ngay", uncollected.days, name="collection-days"),
    path("tra-ket-qua/dien-tu", sending.sending, name="sending"),
    path("tra-ket-qua/buu-dien", posting.posting, name="posting"),
    path("tra-ket-qua/buu-dien/<uuid:key>", posting.posting_list, name="posting-list"),
    *PAPERS,
    *MONEY,
    path("man-hinh", wall.screen, name="wall"),
    path("ho-so", listing.dossiers, name="dossiers"),
    path("ho-so/<str:code>", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/da-nhan", receiving.received, name="received"),
    path("ho-so/<str:code>/khong-nhan", receiving.refused, name="refused"),
    path("ho-so/<str:code>/huong-dan", arriving.guided, name="guided"),
    path("ho-so/<str:code>/mo", dossier.unmask, name="unmask"),
    path("ho-so/<str:code>/giay-hen.pdf", printing.receipt, name="receipt"),
    path("ho-so/<str:code>/tra-ket-qua", returning.one, name="return-one"),
    path("ho-so/<str:code>/sua-loi-ghi", correcting.correct, name="correct"),
    path("ho-so/<str:code>/danh-gia", rating.ask, name="rate"),
    path("ho-so/<str:code>/ai-da-xem", looked.who_looked, name="who-looked"),
    *FILES,
    path("ho-so/<str:code>/<slug:slug>", acts.act, name="act"),
    path("sang-nay", morning.morning_page, name="morning"),
    path("sang-nay.pdf", morning.morning_paper, name="morning-paper"),
    path("sang-nay/phieu-xin-loi", apologies.waiting, name="apologies"),
    path("sang-nay/<slug:kind>", morning.morning_list, name="morning-list"),
    path("dieu-hanh", overview.morning, name="overview"),
    path("dieu-hanh/hen-cho-xac-nhan", rescheduling.promises, name="rescheduling"),
    path("dieu-hanh/ly-do-qua-han", reasons.reasons, name="reasons"),
    path("dieu-hanh/ly-do-qua-han/<slug:what>", reasons.keep, name="reason-keep"),
    path("dieu-hanh/cham-o-dau", lateness.by_holder, name="lateness"),
    path("dieu-hanh/cham-o-dau/<slug:kind>", lateness.behind, name="lateness-behind"),
    path("dieu-hanh/<slug:kind>", overview.behind_number, name="behind"),
    *REPORTS,
    path("thu-tuc", catalogue.procedures, name="catalogue"),
    path("thu-tuc/<slug:slug>", catalogue.procedure, name="procedure"),
    *BOXES,
    *CONSOLIDATIONS,
    *DOCUMENTS,
    *FEEDBACK,
    *PATTERNS,
    *LISTING,
    *NARRATIVES,
    *NOTICES,
    *PROCESSES,
    *PROMULGATIONS,
    *SIGHTS,
]
