"""Books in which what was done on the spot is written down: certified copies, extracts."""

from django.db import models


class BookEntry(models.Model):
    """One line of a book, a derivation of the event `done_now`."""

    dossier = models.OneToOneField("dossiers.Dossier", models.CASCADE, related_name="book_entry")
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    book = models.CharField("quyển", max_length=40)
    number = models.PositiveIntegerField("số")
    copies = models.PositiveIntegerField("số bản")
    pages = models.PositiveIntegerField("số trang")
    done_at = models.DateTimeField("làm lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "book", "number"], name="one_line_a_number"),
        ]
        indexes = [models.Index(fields=["office", "done_at"], name="book_of_the_day")]

    def __str__(self) -> str:
        return f"{self.number} {self.book}"
