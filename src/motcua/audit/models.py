"""Audit rows, and the blocks that seal them."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models


class AuditRow(models.Model):
    """One touch. References only: no names of citizens, no words searched for.

    `transaction` is PostgreSQL's own number of the writing transaction: sealing takes only rows
    below the oldest one still running, so none can slip in behind a seal.
    """

    at = models.DateTimeField("lúc")
    action = models.CharField("việc", max_length=40)
    account = models.UUIDField("người", null=True)
    position = models.UUIDField("vị trí", null=True)
    office = models.CharField("đơn vị", max_length=60, blank=True)
    subject_kind = models.CharField("loại đối tượng", max_length=20, blank=True)
    subject = models.CharField("đối tượng", max_length=80, blank=True)
    purpose = models.CharField("mục đích", max_length=300, blank=True)
    transaction = models.BigIntegerField()
    block = models.ForeignKey("audit.Block", models.PROTECT, null=True, related_name="rows")

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="audit_unsealed", condition=models.Q(block=None)),
            models.Index(fields=["subject_kind", "subject", "at"], name="audit_of_subject"),
            BrinIndex(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return self.action


class Block(models.Model):
    """Sealed rows, in the order of their ids, chained to the block before."""

    number = models.PositiveBigIntegerField(unique=True)
    sealed_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    previous = models.BinaryField(max_length=32, null=True)
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.number)


class DaySeal(models.Model):
    """The heads of all dossiers at the end of a day, as one hash, chained into the audit.

    The hash is also written as an audit row, so that changing this one breaks a block.
    """

    day_on = models.DateField(unique=True)
    sealed_at = models.DateTimeField()
    until_at = models.DateTimeField()
    dossiers = models.PositiveIntegerField()
    hash = models.BinaryField(max_length=32)

    def __str__(self) -> str:
        return str(self.day_on)
