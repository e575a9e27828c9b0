"""Whether an installation is well, in plain words: what is wrong and what to do about it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

GIGABYTE = 1_000_000_000
FULL = (0.05, GIGABYTE)
FILLING = (0.15, 5 * GIGABYTE)
BACKUP_LATE = timedelta(hours=36)
JOBS_LATE = timedelta(minutes=15)
CLOCK_BACK = timedelta(minutes=5)
KEY_ENDS_SOON = timedelta(days=30)
"""From when on the end of a signing key's certificate is told."""

State = Literal["done", "near", "late"]


@dataclass(frozen=True, slots=True)
class Health:
    """What was measured, at `at` of the machine's clock.

    `clock_kept` is whether the machine's clock is set by the network, None when it does not say;
    `written_at` the latest moment anything was written; `jobs_oldest_at` since when the oldest job
    that may run is waiting; `keys_until` whose each signing key is, and when its certificate ends.
    """

    at: datetime
    disk_free: int
    disk_total: int
    backup_at: datetime | None = None
    backup_failed_at: datetime | None = None
    backup_note: str = ""
    clock_kept: bool | None = None
    written_at: datetime | None = None
    mail_waiting: int = 0
    mail_held: int = 0
    mail_late: int = 0
    mail_for_a_person: int = 0
    mail_failing: str = ""
    mail_channels: int = 0
    jobs_failed: int = 0
    jobs_held: int = 0
    jobs_oldest_at: datetime | None = None
    log_bytes: int = 0
    keys_until: Sequence[tuple[str, datetime]] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the care page: how it stands, what is so, and what to do (empty when well)."""

    subject: str
    state: State
    what: str
    todo: str = ""


def judge(health: Health) -> Sequence[Finding]:
    """Every subject with its state, in the order of the page."""
    return (
        _disk(health), _backup(health), _clock(health), _mail(health), *_jobs(health),
        *_keys(health), _log(health),
    )  # fmt: skip


def troubles(findings: Sequence[Finding]) -> Sequence[Finding]:
    """What is not well, the worst first."""
    ranks = {"late": 0, "near": 1}
    return sorted((f for f in findings if f.state != "done"), key=lambda f: ranks[f.state])


def _disk(health: Health) -> Finding:
    free, share = health.disk_free, health.disk_free / max(1, health.disk_total)
    what = f"Ổ đĩa còn {_size(free)} trên {_size(health.disk_total)}."
    todo = "Xoá bớt tệp không dùng trên máy, hoặc chuyển thư mục dữ liệu sang ổ lớn hơn."
    if share < FULL[0] or free < FULL[1]:
        return Finding("Ổ đĩa", "late", what + " Sắp không ghi được hồ sơ.", f"Làm ngay: {todo}")
    if share < FILLING[0] or free < FILLING[1]:
        return Finding("Ổ đĩa", "near", what, todo)
    return Finding("Ổ đĩa", "done", what)


def _backup(health: Health) -> Finding:
    last, failed = health.backup_at, health.backup_failed_at
    if failed is not None and (last is None or failed > last):
        good = f"Bản tốt gần nhất: {_moment(last)}." if last else "Chưa có bản tốt nào."
        return Finding(
            "Sao lưu", "late", f"Sao lưu hỏng lúc {_moment(failed)}. {good} {health.backup_note}",
            "Kiểm tra ổ đĩa còn chỗ, rồi chạy: motcua backup TÊN_TỆP",
        )  # fmt: skip
    if last is None:
        return Finding(
            "Sao lưu", "near", "Chưa có bản sao lưu nào.",
            "Bản đầu tiên được làm trong vòng 15 phút khi chương trình đang chạy. "
            "Muốn làm ngay, chạy: motcua backup TÊN_TỆP",
        )  # fmt: skip
    if health.at - last > BACKUP_LATE:
        return Finding(
            "Sao lưu", "late", f"Bản sao lưu gần nhất đã cũ: {_moment(last)}.",
            "Để chương trình chạy qua đêm, hoặc chạy: motcua backup TÊN_TỆP",
        )  # fmt: skip
    words = f"Sao lưu xong gần nhất: {_moment(last)}. {health.backup_note}"
    return Finding("Sao lưu", "done", words.strip())


def _clock(health: Health) -> Finding:
    now = f"Máy đang là {_moment(health.at)}."
    if health.written_at is not None and health.written_at - health.at > CLOCK_BACK:
        return Finding(
            "Đồng hồ", "late",
            f"{now} Đồng hồ chạy lùi: đã có việc ghi lúc {_moment(health.written_at)}.",
            "Chỉnh lại ngày giờ của máy rồi bật tự chỉnh giờ: timedatectl set-ntp true",
        )  # fmt: skip
    if health.clock_kept is False:
        return Finding(
            "Đồng hồ", "near", f"{now} Đồng hồ không được chỉnh theo mạng.",
            "So với đồng hồ đúng giờ, rồi bật tự chỉnh giờ: timedatectl set-ntp true",
        )  # fmt: skip
    return Finding("Đồng hồ", "done", now)


def _mail(health: Health) -> Finding:
    if health.mail_held:
        return Finding(
            "Tin nhắn", "near", f"{health.mail_held} tin được giữ lại sau khi phục hồi.",
            "Xem xong rồi cho đi tiếp: motcua restore --release",
        )  # fmt: skip
    if health.mail_failing:
        return Finding(
            "Tin nhắn", "late", f"Tin không gửi được. {health.mail_failing}",
            "Bấm gửi thử ở Quản trị, Tin báo; kiểm tra máy chủ thư và dịch vụ gửi tin.",
        )  # fmt: skip
    if health.mail_late:
        return Finding(
            "Tin nhắn", "late", f"{health.mail_late} tin quá giờ gửi mà chưa gửi.",
            "Khởi động lại chương trình; nếu vẫn vậy, gửi tệp log/motcua.log cho người hỗ trợ.",
        )  # fmt: skip
    return _mail_well(health)


def _mail_well(health: Health) -> Finding:
    waiting = f"{health.mail_waiting} tin đang đợi gửi."
    if health.mail_for_a_person and not health.mail_channels:
        return Finding(
            "Tin nhắn", "near", f"Chưa nối kênh gửi nào; {health.mail_for_a_person} tin cần gọi "
            f"điện hoặc in thư. {waiting}",
            "Người trông máy đặt máy chủ thư hoặc dịch vụ gửi tin trong motcua.conf.",
        )  # fmt: skip
    by_hand = health.mail_for_a_person
    told = f" {by_hand} tin cần gọi điện hoặc in thư." if by_hand else ""
    return Finding("Tin nhắn", "done", f"{waiting}{told}")


def _jobs(health: Health) -> Iterator[Finding]:
    if health.jobs_held:
        yield Finding(
            "Việc nền", "near", f"{health.jobs_held} việc được giữ lại sau khi phục hồi.",
            "Xem xong rồi cho chạy tiếp: motcua restore --release",
        )  # fmt: skip
    oldest = health.jobs_oldest_at
    if oldest is not None and health.at - oldest > JOBS_LATE:
        yield Finding(
            "Việc nền", "late", f"Việc nền không chạy: có việc đợi từ {_moment(oldest)}.",
            "Khởi động lại chương trình; nếu vẫn vậy, gửi tệp log/motcua.log cho người hỗ trợ.",
        )  # fmt: skip
    elif health.jobs_failed:
        yield Finding(
            "Việc nền", "near", f"{health.jobs_failed} việc nền đã hỏng.",
            "Xem bảng việc theo lịch ở dưới; gửi tệp log/motcua.log cho người hỗ trợ.",
        )  # fmt: skip
    elif not health.jobs_held:
        yield Finding("Việc nền", "done", "Việc nền chạy bình thường.")


def _keys(health: Health) -> Iterator[Finding]:
    """Each certificate that is over or soon will be; else when the first one ends."""
    ends = sorted(health.keys_until, key=lambda key: key[1])
    soon = [(whose, at) for whose, at in ends if at - health.at <= KEY_ENDS_SOON]
    todo = "Xin nơi cấp chứng thư mới, rồi thay tệp ở Quản trị, Khoá ký số."
    for whose, at in soon:
        over = at < health.at
        said = "đã hết hạn, không ký được nữa" if over else f"còn {(at - health.at).days} ngày"
        yield Finding(
            "Khoá ký số", "late" if over else "near",
            f"Chứng thư của {whose}: đến {_moment(at)}, {said}.", todo,
        )  # fmt: skip
    if ends and not soon:
        whose, at = ends[0]
        what = f"{len(ends)} khoá. Hết hạn sớm nhất: {whose}, {_moment(at)}."
        yield Finding("Khoá ký số", "done", what)


def _log(health: Health) -> Finding:
    return Finding(
        "Nhật ký máy", "done",
        f"Nhật ký chiếm {_size(health.log_bytes)}; tệp quá 1 MB được cất mỗi đêm, giữ 14 bản.",
    )  # fmt: skip


def _moment(at: datetime | None) -> str:
    return f"{at:%H:%M %d/%m/%Y}" if at else ""


def _size(amount: int) -> str:
    if amount < GIGABYTE:
        return f"{amount / 1_000_000:.0f} MB"
    return f"{amount / GIGABYTE:.1f} GB".replace(".", ",")
