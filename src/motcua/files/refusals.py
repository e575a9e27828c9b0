"""The sentence for each file that is not taken: what is the matter, and what to do about it."""

from collections.abc import Mapping
from typing import Any

from motcua.core.refusal import Refused

ALLOWED = "PDF, JPEG, PNG, TIFF, DOCX hoặc XLSX"
SENTENCES: Mapping[str, str] = {
    "file_empty": "Tệp không có gì bên trong. Quét hoặc lưu lại rồi gửi lại.",
    "file_too_large": "Tệp lớn hơn {most} MB. Quét ở 200–300 dpi, hoặc tách thành nhiều tệp.",
    "file_kind": f"Tệp này không phải {ALLOWED}. Lưu lại thành PDF rồi gửi lại.",
    "file_truncated": "Tệp bị cụt, thiếu phần cuối. Quét hoặc chép lại rồi gửi lại.",
    "file_unreadable": "Tệp hỏng, không đọc được. Mở xem lại, lưu thành PDF mới rồi gửi lại.",
    "file_too_heavy": "Tệp mở ra quá nặng nên không nhận. Quét lại ở 200–300 dpi rồi gửi lại.",
    "file_password": "Tệp PDF có mật khẩu. Bỏ mật khẩu rồi gửi lại.",
    "file_active": (
        "Tệp PDF có mã lệnh hoặc tệp kèm bên trong nên không nhận. In ra PDF mới rồi gửi lại."
    ),
    "file_macros": (
        "Tệp có macro hoặc liên kết ra ngoài nên không nhận. Lưu thành PDF rồi gửi lại."
    ),
    "file_bomb": "Tệp nén bung ra quá lớn nên không nhận. Lưu thành PDF rồi gửi lại.",
    "file_pixels": "Ảnh quá lớn ({width} × {height} điểm). Quét ở 200–300 dpi rồi gửi lại.",
    "file_polyglot": (
        "Tệp chứa hai loại nội dung chồng lên nhau nên không nhận. Quét lại bản giấy rồi gửi lại."
    ),
    "file_pages": "Tệp có hơn {most} trang. Tách thành nhiều tệp rồi gửi lại.",
    "table_text": (
        "Tệp không phải XLSX hay CSV mã hoá UTF-8. Mở bằng bảng tính, lưu lại dạng XLSX hoặc "
        "“CSV UTF-8” rồi gửi lại."
    ),
    "table_unfit": (
        "Tệp XLSX này hỏng, có mật khẩu, macro hoặc liên kết ra ngoài nên không nhận. Lưu lại "
        "thành XLSX thường hoặc “CSV UTF-8” rồi gửi lại."
    ),
    "table_too_large": "Tệp lớn hơn {most} MB. Tách thành nhiều tệp, gửi từng tệp.",
    "file_link": "Đây là đường dẫn tắt, không phải tệp. Chép chính tệp ấy vào thư mục máy quét.",
}


def sentence(refused: Refused) -> str:
    """The Vietnamese sentence of `refused`; empty for a code of another room."""
    facts: dict[str, Any] = {name: str(value) for name, value in refused.facts.items()}
    return SENTENCES.get(refused.code, "").format_map(facts)
