"""Internal processes (quy trình nội bộ): as published, and as they are being written."""

from django.db import models
from django.db.models import Q

from motcua.catalogue.models.procedure import Procedure


class Process(models.Model):
    """An internal process: for all offices that handle the procedure, for those of one kind, or
    for one office. The narrowest that is in force counts.

    `under` is the office that set it for those below it; None for one office, and for what ships
    with the program and holds everywhere. `document` is a process in the format of
    `motcua check process`, found without fault before it was stored. Never changed: a dossier
    keeps the one it was received under. Before its day it may be taken back, and stays on record.
    """

    uuid = models.UUIDField(unique=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="processes")
    office = models.ForeignKey("organization.Office", models.PROTECT, null=True, related_name="+")
    office_kind = models.CharField("cho các đơn vị loại", max_length=10, blank=True)
    under = models.ForeignKey("organization.Office", models.PROTECT, null=True, related_name="+")
    effective_on = models.DateField("ngày có hiệu lực")
    document = models.JSONField()
    derived = models.BooleanField("suy ra từ thời hạn", default=False)
    source = models.CharField("nguồn", max_length=300, blank=True)
    published_at = models.DateTimeField("ban hành lúc", null=True)
    published_by = models.ForeignKey(
        "identity.Account", models.PROTECT, null=True, related_name="+"
    )
    published_as = models.ForeignKey(
        "identity.Position", models.PROTECT, null=True, related_name="+"
    )
    taken_back_at = models.DateTimeField("thu hồi lúc", null=True)
    taken_back_by = models.ForeignKey(
        "identity.Account", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "office", "office_kind", "under", "effective_on"],
                condition=Q(taken_back_at=None),
                nulls_distinct=False,
                name="one_process_in_a_day",
            ),
            models.CheckConstraint(
                condition=Q(office=None) | Q(office_kind=""), name="process_scope_single"
            ),
            models.CheckConstraint(
                condition=Q(office=None) | Q(under=None), name="process_of_one_or_of_those_under"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class ProcessDraft(models.Model):
    """A process being written. It may have faults; `Process` may not.

    Removed when it is published; `revision` grows with each saving, so that of two people at the
    same draft the second is told. `owner_office` writes it: for itself or one below (`office`), or
    for those below it. `earlier` holds the documents before, the last one last, for who wants a
    change undone.
    """

    uuid = models.UUIDField(unique=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="drafts")
    office = models.ForeignKey("organization.Office", models.PROTECT, null=True, related_name="+")
    office_kind = models.CharField("cho các đơn vị loại", max_length=10, blank=True)
    owner_office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    effective_on = models.DateField("ngày có hiệu lực", null=True)
    document = models.JSONField()
    source = models.CharField("nguồn", max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=1)
    earlier = models.JSONField(default=list)
    edited_at = models.DateTimeField("sửa lúc")
    edited_by = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(office=None) | Q(office_kind=""), name="draft_scope_single"
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)
