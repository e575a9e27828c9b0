"""The room of notices waiting to go out."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "motcua.messages"
    label = "outgoing"
    verbose_name = "Thông báo gửi đi"
