"""Rows of papers: their numbers, lists, prints, templates, documents."""

from motcua.papers.models.documents import Document, DocumentHappening, SigningKey
from motcua.papers.models.handing_over import HandoverDifference, HandoverLine, HandoverList
from motcua.papers.models.numbers import NumberBook
from motcua.papers.models.prints import OfficeMark, Print, PrintBatch
from motcua.papers.models.templates import DocumentTemplate, DocumentVersion, Filling

__all__ = [
    "Document",
    "DocumentHappening",
    "DocumentTemplate",
    "DocumentVersion",
    "Filling",
    "HandoverDifference",
    "HandoverLine",
    "HandoverList",
    "NumberBook",
    "OfficeMark",
    "Print",
    "PrintBatch",
    "SigningKey",
]
