"""The care page: what is wrong with the installation, and what to do about it, in plain words."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse

from motcua.audit import trail
from motcua.core.care import Finding, Health, judge, troubles
from motcua.core.clock import VN
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.views.administration.frame import draw
from motcua.identity.grants import Duty
from motcua.jobs import runs
from motcua.messages import delivering
from motcua.organization.timekeeping import clock_is_kept, now, real_now
from motcua.papers.signing.keys import ends

BACKUP = "config.backup"
JOB_WORDS = {
    "todo": "đang đợi",
    "doing": "đang chạy",
    "failed": "hỏng",
    "held": "giữ lại sau khi phục hồi",
    "succeeded": "đã xong",
    "cancelled": "đã bỏ",
    "aborted": "đã dừng",
}
SCHEDULE_WORDS = {
    BACKUP: "Sao lưu hằng đêm",
    "messages.sending": "Gửi tin báo",
    "messages.reminders": "Nhắc nhận kết quả hằng đêm",
    "reports.waits": "Tính thời gian chờ công bố hằng đêm",
    "dossiers.apologies": "Soạn phiếu xin lỗi cho hồ sơ sắp quá hạn, 15 phút một lần",
    "boxes.warnings": "Cảnh báo và bản đầu ngày, 15 phút một lần",
    "reference.organization": "Nạp danh mục đơn vị",
    "reference.catalogue": "Nạp danh mục thủ tục",
    "config.demonstration": "Nạp dữ liệu mẫu",
}


@official(Duty.ADMINISTER)
def care(request: DeskRequest) -> HttpResponse:
    """Every subject, well or not, then the schedule and the queue."""
    findings = measured()
    context = {
        "findings": findings,
        "troubles": troubles(findings),
        "schedules": [(SCHEDULE_WORDS.get(r.name, r.name), r) for r in runs.last_runs()],
        "jobs": [(JOB_WORDS.get(name, name), n) for name, n in runs.standing().items()],
    }
    return draw(request, "care", "care", context)


def measured() -> Sequence[Finding]:
    """How the installation stands now, by the machine's clock. Six queries."""
    disk = shutil.disk_usage(_that_exists(Path(settings.MOTCUA_DATA)))
    ran = {run.name: run for run in runs.last_runs()}
    backup, sending = ran.get(BACKUP), ran.get(delivering.NAME)
    standing = runs.standing()
    outbox = delivering.standing(now())
    written, oldest = trail.last_at(), runs.oldest_waiting()
    return judge(
        Health(
            at=real_now(),
            disk_free=disk.free,
            disk_total=disk.total,
            backup_at=_local(backup.succeeded_at) if backup else None,
            backup_failed_at=_local(backup.failed_at) if backup else None,
            backup_note=backup.note if backup else "",
            clock_kept=clock_is_kept(),
            written_at=_local(written),
            mail_waiting=outbox.waiting,
            mail_held=outbox.kept_back,
            mail_late=outbox.late,
            mail_for_a_person=outbox.for_a_person,
            mail_failing=sending.note if sending and sending.failing else "",
            mail_channels=len(outbox.channels),
            jobs_failed=standing.get("failed", 0),
            jobs_held=standing.get("held", 0),
            jobs_oldest_at=_local(oldest),
            keys_until=ends(),
            log_bytes=_log_bytes(Path(settings.MOTCUA_DATA) / "log"),
        )
    )


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(VN) if moment else None


def _log_bytes(folder: Path) -> int:
    try:
        return sum(one.stat().st_size for one in folder.iterdir())
    except OSError:
        return 0


def _that_exists(folder: Path) -> Path:
    """The folder, or the nearest above it: with an outside database it is made when first used."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())
