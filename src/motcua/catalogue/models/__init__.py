"""Rows of the catalogue: procedures in versions, decisions, processes, what hangs on boards."""

from motcua.catalogue.models.confirmation import MarkConfirmation
from motcua.catalogue.models.posting import PostedEdition
from motcua.catalogue.models.procedure import (
    Channel,
    Level,
    Mechanism,
    OnlineScope,
    Procedure,
    ProcedureVersion,
    VersionQuerySet,
    usual_channels,
)
from motcua.catalogue.models.process import Process, ProcessDraft
from motcua.catalogue.models.promulgation import ItemKind, Promulgation, PromulgationItem
from motcua.catalogue.models.requirements import (
    Case,
    Component,
    FeeKind,
    FeeRule,
    FormTemplate,
    ResultKind,
)
from motcua.catalogue.models.seen import ChangesSeen

__all__ = [
    "Case",
    "ChangesSeen",
    "Channel",
    "Component",
    "FeeKind",
    "FeeRule",
    "FormTemplate",
    "ItemKind",
    "Level",
    "MarkConfirmation",
    "Mechanism",
    "OnlineScope",
    "PostedEdition",
    "Procedure",
    "ProcedureVersion",
    "Process",
    "ProcessDraft",
    "Promulgation",
    "PromulgationItem",
    "ResultKind",
    "VersionQuerySet",
    "usual_channels",
]
