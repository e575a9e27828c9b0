"""The room of what is said at a post."""

from django.apps import AppConfig


class BoxesConfig(AppConfig):
    name = "motcua.boxes"
    label = "boxes"
    verbose_name = "Hộp việc"
