"""Background work: what runs, waits, failed or stalled, and the schedule; run again, drop."""

from collections.abc import Callable
from datetime import datetime

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.administration.care import SCHEDULE_WORDS
from motcua.desk.views.administration.frame import back, draw
from motcua.identity.grants import Duty
from motcua.identity.services.watching import cancel_job, retry_job
from motcua.jobs import runs
from motcua.jobs.board import JobRow, board
from motcua.organization.timekeeping import real_now

TASK_WORDS = {
    "motcua.config.tasks.backup": "Sao lưu hằng đêm",
    "motcua.config.tasks.reminders": "Nhắc nhận kết quả",
    "motcua.config.tasks.warnings": "Cảnh báo, bản đầu ngày",
    "motcua.config.tasks.waiting_times": "Tính thời gian chờ công bố",
    "motcua.config.tasks.housekeeping": "Dọn tệp thừa, phiên cũ",
    "motcua.papers.tasks.print_batch": "In hàng loạt",
    "motcua.dossiers.tasks.bring_register": "Kiểm tra, ghi sổ theo dõi nhập vào",
    "motcua.jobs.sweep": "Tìm việc bị treo",
}
CRON_WORDS = {
    "* * * * *": "mỗi phút",
    "*/15 * * * *": "15 phút một lần, làm khi đến lúc",
    "5 3 * * *": "03:05 hằng đêm",
}
STANDING = {
    "failed": ("Hỏng", "tag--late"),
    "stalled": ("Bị treo", "tag--late"),
    "held": ("Giữ lại sau phục hồi", "tag--near"),
    "doing": ("Đang chạy", "tag--done"),
    "todo": ("Đang đợi", ""),
    "later": ("Hẹn giờ", "tag--paused"),
}
DOING: dict[str, tuple[Callable[..., str], str]] = {
    "chay-lai": (retry_job, "Đã xếp lại để chạy"),
    "bo": (cancel_job, "Đã bỏ"),
}


@official(Duty.ADMINISTER)
def board_page(request: DeskRequest) -> HttpResponse:
    """Failed and stalled first. It changes by itself: read it again to see."""
    return _draw(request)


@official(Duty.ADMINISTER)
@require_POST
def act(request: DeskRequest, what: str) -> HttpResponse:
    """Run a job again, or drop it; a second press is told that it is done."""
    if what not in DOING:
        raise Http404("no such act")
    service, words = DOING[what]
    given = request.POST.get("job", "")
    job = int(given) if given.isascii() and given.isdigit() and len(given) < 19 else 0
    try:
        name = service(job, at=real_now(), by=request.actor)
    except Refused as refused:
        return _draw(request, 409, said(refused))
    return back("desk:admin-jobs", f"{words}: {TASK_WORDS.get(name, name)}.")


def _draw(request: DeskRequest, status: int = 200, fault: str = "") -> HttpResponse:
    shown = board()
    context = {
        "jobs": [_row(job) for job in shown.jobs],
        "more": shown.more,
        "beat_at": _local(shown.beat_at),
        "schedule": [
            (TASK_WORDS.get(s.task, s.task), CRON_WORDS.get(s.cron, s.cron), _local(s.queued_at))
            for s in shown.schedule
        ],
        "runs": [
            (SCHEDULE_WORDS.get(r.name, r.name), _local(r.succeeded_at), _local(r.failed_at), r)
            for r in runs.last_runs()
        ],
        "now": real_now(),
        "fault": fault,
    }
    return draw(request, "jobs", "jobs", context, status)


def _row(job: JobRow) -> dict[str, object]:
    words, css = STANDING[job.standing]
    return {
        "id": job.id,
        "name": TASK_WORDS.get(job.task, job.task),
        "words": words,
        "css": css,
        "attempts": job.attempts,
        "last_at": _local(job.last_at),
        "not_before_at": _local(job.not_before_at) if job.standing == "later" else None,
        "again": job.standing in ("failed", "stalled", "held", "later"),
        "drop": job.standing != "doing",
    }


def _local(moment: datetime | None) -> datetime | None:
    return moment.astimezone(VN) if moment else None
