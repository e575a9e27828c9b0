"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_procedure": "Không có thủ tục “{procedure}” ở đơn vị này. Tìm lại theo tên.",
}
