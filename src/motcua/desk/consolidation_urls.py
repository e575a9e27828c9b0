"""The addresses of rounds of figures from below, taken into `desk.urls`."""

from django.urls import path

from motcua.desk.views.consolidation import behind, listing, one, paper, unit

PATTERNS = (
    path("bao-cao/tong-hop", listing.consolidations, name="consolidations"),
    path("bao-cao/tong-hop/giay/<uuid:sheet>", paper.sheet, name="consolidation-paper"),
    path("bao-cao/tong-hop/giay/<uuid:sheet>/tep", paper.file, name="consolidation-paper-file"),
    path("bao-cao/tong-hop/<uuid:uuid>", one.one, name="consolidation"),
    path("bao-cao/tong-hop/<uuid:uuid>/bang", one.sheet, name="consolidation-sheet"),
    path("bao-cao/tong-hop/<uuid:uuid>.<slug:form>", one.file, name="consolidation-file"),
    path("bao-cao/tong-hop/<uuid:uuid>/so", behind.parts, name="consolidation-parts"),
    path("bao-cao/tong-hop/<uuid:uuid>/ho-so", behind.dossiers, name="consolidation-dossiers"),
    path(
        "bao-cao/tong-hop/<uuid:uuid>/ho-so/xuat",
        behind.dossiers_away, name="consolidation-dossiers-away",
    ),
    path("bao-cao/tong-hop/<uuid:uuid>/<slug:slug>", unit.unit, name="consolidation-unit"),
    path("bao-cao/tong-hop/<uuid:uuid>/<slug:slug>/nhap", paper.enter, name="consolidation-enter"),
    path(
        "bao-cao/tong-hop/<uuid:uuid>/<slug:slug>/mau.<slug:form>",
        paper.template, name="consolidation-template",
    ),
    path(
        "bao-cao/tong-hop/<uuid:uuid>/<slug:slug>/so-sanh",
        unit.compare, name="consolidation-compare",
    ),
)  # fmt: skip
