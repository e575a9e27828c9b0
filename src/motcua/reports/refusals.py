"""The sentences of this room's refusals."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "period_backwards": "Kỳ báo cáo kết thúc trước khi bắt đầu. Sửa lại ngày đầu hoặc ngày cuối.",
}
