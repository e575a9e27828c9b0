"""What an administrator looks at first: the last good backup, the jobs, who holds what."""

from django.http import HttpResponse

from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.identity.grants import Duty
from motcua.identity.selectors import actors_in_post
from motcua.jobs import runs
from motcua.organization.selectors import office_ids_below

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


@official(Duty.ADMINISTER)
def administration(request: DeskRequest) -> HttpResponse:
    """Read only; each line says what to do when it is not well."""
    schedules = runs.last_runs()
    mine = office_ids_below(request.actor.office_id)
    context = {
        "backup": next((run for run in schedules if run.name == BACKUP), None),
        "schedules": schedules,
        "jobs": [(JOB_WORDS.get(name, name), n) for name, n in runs.standing().items()],
        "people": [one for one in actors_in_post(request.at) if one.office_id in mine],
    }
    return page(request, "desk/administration.html", context, here="admin")
