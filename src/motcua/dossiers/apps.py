"""The aggregate room: a dossier, everything that hangs on it, and every act on it."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "motcua.dossiers"
    label = "dossiers"
    verbose_name = "Hồ sơ"
