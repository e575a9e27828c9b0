"""The addresses of boards and of the catalogue's quality, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views import boards, confirming, quality

PATTERNS = (
    path("niem-yet", boards.boards_page, name="boards"),
    path("niem-yet/<slug:office>/<slug:field>", boards.board, name="board"),
    path("niem-yet/<slug:office>/<slug:field>/<slug:size>.pdf", boards.paper, name="board-paper"),
    path("danh-muc/chat-luong", quality.quality_page, name="quality"),
    path("danh-muc/chat-luong.csv", quality.as_csv, name="quality-csv"),
    path("thu-tuc/<slug:slug>/doi-chieu", confirming.confirm, name="confirming"),
    path("doi-chieu/<uuid:uuid>/duyet", confirming.approve, name="confirmation-approve"),
    path("doi-chieu/<uuid:uuid>/rut", confirming.withdraw, name="confirmation-withdraw"),
)
