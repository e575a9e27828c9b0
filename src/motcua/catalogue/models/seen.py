"""Up to which day a person has been told what changed in the procedures of their office."""

from django.db import models


class ChangesSeen(models.Model):
    """`seen_on`: all that took effect until that day, itself included, was shown and put away."""

    account = models.OneToOneField("identity.Account", models.CASCADE, related_name="+")
    seen_on = models.DateField("đã xem đến ngày")

    def __str__(self) -> str:
        return f"{self.account_id} {self.seen_on}"
