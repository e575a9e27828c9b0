"""The books numbers are taken from, without gap or repeat."""

from django.db import models


class NumberBook(models.Model):
    """The last number given; locked, last of all, by the transaction that takes one."""

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=12)
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "kind", "year"], name="one_number_book"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"
