"""The room of printed forms and their numbers."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "motcua.papers"
    label = "papers"
    verbose_name = "Giấy tờ"
