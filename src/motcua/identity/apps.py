"""The room of people, the positions they hold, and what a position may do."""

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "motcua.identity"
    label = "identity"
    verbose_name = "Người và vị trí"
