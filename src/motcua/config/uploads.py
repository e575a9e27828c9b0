"""What a form may carry: measured while it streams, and cut off where it is too much.

Every form passes here before anyone asks who sent it, so nothing is trusted and little is kept.
"""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from motcua.config import refusals
from motcua.config.middleware import Answer

SLACK = 1_000_000
"""Bytes of a form beside its files."""


class Measured(FileUploadHandler):
    """Stops one file at the limit of a file; the view is told by `too_large` on the request."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.read = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.read += len(raw_data)
        if self.read > settings.MOTCUA_FILES.file_bytes:
            self.request.too_large = [*too_large(self.request), self.field_name]  # type: ignore[union-attr]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def too_large(request: HttpRequest | None) -> list[str]:
    """The fields whose file was cut off."""
    return list(getattr(request, "too_large", ()))


class MeasuredForms:
    """Refuses a form that says it is larger than any may be, before a byte of it is read.

    A form that does not say how long it is, is read as empty (Django reads what was announced).
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = settings.MOTCUA_FILES.form_bytes + SLACK
        if length.isdecimal() and int(length) > most:
            return _refused(request, most)
        return self.get_response(request)


def _refused(request: HttpRequest, most: int) -> HttpResponse:
    said = f"Lần gửi này lớn hơn {most // 1_000_000} MB nên không nhận. Gửi từng phần nhỏ hơn."
    answer = refusals.answer(request, "too_much", said)
    answer.headers["Connection"] = "close"
    return answer
