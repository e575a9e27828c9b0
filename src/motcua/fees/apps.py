"""The room of what is owed."""

from django.apps import AppConfig


class FeesConfig(AppConfig):
    name = "motcua.fees"
    label = "fees"
    verbose_name = "Phí, lệ phí"
