"""The room of offices, departments, calendars and the time of the office."""

from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "motcua.organization"
    label = "organization"
    verbose_name = "Đơn vị"
