"""Background work in the database, as an application."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "motcua.jobs"
    label = "jobs"
    verbose_name = "Việc nền"
