"""Which dossiers of a register are here already."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from motcua.core.clock import VN
from motcua.core.text import search_key
from motcua.dossiers.asked import Intake
from motcua.dossiers.models import Dossier, Party
from motcua.dossiers.models.intake import Role

Known = tuple[int, int, str, str, datetime]


def known_key(intake: Intake) -> Known:
    """What tells one without a code: office, version, the owner's name and number, receipt."""
    owner = intake.owners[0]
    return (
        intake.by.office_id, intake.version_id, search_key(owner.name), owner.id_number,
        intake.at.astimezone(VN),
    )  # fmt: skip


def known_dossiers(intakes: Sequence[Intake]) -> Counter[Known]:
    """How many dossiers of each key are here, those of `intakes` and perhaps more. One query."""
    if not intakes:
        return Counter()
    moments = [intake.at for intake in intakes]
    owners = Party.objects.filter(
        role=Role.OWNER,
        ordinal=0,
        dossier__office_id__in={intake.by.office_id for intake in intakes},
        dossier__received_at__range=(min(moments), max(moments)),
    ).values_list(
        "dossier__office_id", "dossier__procedure_version_id", "search_key", "id_number",
        "dossier__received_at",
    )  # fmt: skip
    return Counter((o, v, name, number, at.astimezone(VN)) for o, v, name, number, at in owners)


def known_codes(codes: Collection[str]) -> frozenset[str]:
    """Those of `codes` that a dossier bears. One query."""
    found = Dossier.objects.filter(code__in=list(codes)).values_list("code", flat=True)
    return frozenset(found)
