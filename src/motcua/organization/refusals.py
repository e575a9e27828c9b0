"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "unknown_office": "Không có đơn vị “{office}”. Kiểm tra lại tên viết tắt của đơn vị.",
    "unknown_calendar": "Không có bản lịch “{edition}”. Báo quản trị nạp lại lịch làm việc.",
}
