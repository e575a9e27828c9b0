"""The officials' door as a Django app, for its templates."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """No rows: what the desk shows and does belongs to the rooms below."""

    name = "motcua.desk"
    label = "desk"
