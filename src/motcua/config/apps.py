"""The top of the house as an application: it joins the rooms at start."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "motcua.config"
    label = "config"
    verbose_name = "Cấu hình"

    def ready(self) -> None:
        from motcua.config import consumers, narrating

        consumers.join()
        narrating.join()
