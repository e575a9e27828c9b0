"""The settings of what goes out: the mail server, and the provider of SMS and Zalo."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from motcua.config.said import SettingRefused

Security = Literal["starttls", "tls", "none"]
SECURITIES: tuple[Security, ...] = ("starttls", "tls", "none")

ROWS: tuple[tuple[str, Literal["text", "url", "count"], str, str], ...] = (
    ("MOTCUA_SMTP_HOST", "text", "", "Máy chủ thư gửi đi; để trống thì không gửi thư điện tử."),
    ("MOTCUA_SMTP_PORT", "count", "587", "Cổng của máy chủ thư."),
    (
        "MOTCUA_SMTP_SECURITY",
        "text",
        "starttls",
        "Mã hoá đường tới máy chủ thư: starttls, tls hoặc none.",
    ),
    ("MOTCUA_SMTP_USER", "text", "", "Tên đăng nhập máy chủ thư, nếu cần."),
    ("MOTCUA_SMTP_PASSWORD", "text", "", "Mật khẩu của tên ấy; nên ghi trong motcua.conf."),
    ("MOTCUA_SMTP_FROM", "text", "", "Địa chỉ người gửi ghi trên thư, cần khi có máy chủ thư."),
    ("MOTCUA_SMS_URL", "url", "", "Địa chỉ dịch vụ gửi SMS; để trống thì không gửi SMS."),
    ("MOTCUA_SMS_KEY", "text", "", "Khoá của dịch vụ gửi SMS."),
    ("MOTCUA_ZALO_URL", "url", "", "Địa chỉ dịch vụ gửi tin Zalo; để trống thì không gửi Zalo."),
    ("MOTCUA_ZALO_KEY", "text", "", "Khoá của dịch vụ gửi tin Zalo."),
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Where letters and short notices leave by. `providers`: channel to its address and key."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    sender: str
    providers: Mapping[str, tuple[str, str]]


def outgoing(value: Mapping[str, str]) -> Outgoing:
    """The settings of `value`, by name. Raises SettingRefused."""
    host, sender = value["MOTCUA_SMTP_HOST"], value["MOTCUA_SMTP_FROM"]
    if host and "@" not in sender:
        raise SettingRefused(
            "Có MOTCUA_SMTP_HOST thì cần MOTCUA_SMTP_FROM là địa chỉ người gửi. "
            "Ví dụ đúng: motcua@bimson.gov.vn."
        )
    return Outgoing(
        host=host,
        port=_port(value["MOTCUA_SMTP_PORT"]),
        security=_security(value["MOTCUA_SMTP_SECURITY"]),
        user=value["MOTCUA_SMTP_USER"],
        password=value["MOTCUA_SMTP_PASSWORD"],
        sender=sender,
        providers={
            name: (_url(f"MOTCUA_{name.upper()}_URL", value), value[f"MOTCUA_{name.upper()}_KEY"])
            for name in ("zalo", "sms")
        },
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingRefused(f"MOTCUA_SMTP_PORT là “{text}”; cần một số từ 1 đến 65535.")
    return int(text)


def _security(text: str) -> Security:
    for known in SECURITIES:
        if text.lower() == known:
            return known
    raise SettingRefused(
        f"MOTCUA_SMTP_SECURITY là “{text}”; cần một trong: {', '.join(SECURITIES)}."
    )


def _url(name: str, value: Mapping[str, str]) -> str:
    text = value[name]
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname):
        raise SettingRefused(f"{name} là “{text}”, không phải địa chỉ web.")
    return text
