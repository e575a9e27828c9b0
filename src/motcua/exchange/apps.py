"""The door of files and of other systems; the demonstration comes in through it."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "motcua.exchange"
    label = "exchange"
    verbose_name = "Trao đổi dữ liệu"
