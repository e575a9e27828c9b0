"""Rows of the aggregate. Truth is `Event`; what else describes progress is a cache of it."""

from motcua.dossiers.models.book import BookEntry
from motcua.dossiers.models.collecting import CollectionTerm, ShelfPlace
from motcua.dossiers.models.desk import ActKey, CodeBook, Draft
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.models.filing import Attachment
from motcua.dossiers.models.history import DossierStep, Event, Text
from motcua.dossiers.models.intake import DossierComponent, Party
from motcua.dossiers.models.opinion import AskedOpinion
from motcua.dossiers.models.reasons import OfficeReason
from motcua.dossiers.models.registers import RegisterColumn, RegisterImport
from motcua.dossiers.models.scanning import Scan

__all__ = [
    "ActKey",
    "AskedOpinion",
    "Attachment",
    "BookEntry",
    "CodeBook",
    "CollectionTerm",
    "Dossier",
    "DossierComponent",
    "DossierStep",
    "Draft",
    "Event",
    "OfficeReason",
    "Party",
    "RegisterColumn",
    "RegisterImport",
    "Scan",
    "ShelfPlace",
    "Text",
]
