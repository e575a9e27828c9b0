"""Who touched what: the pages that tell the audit, and those on which it is read and taken away."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from acting import OWNER, receive, words
from motcua.identity.touched import WORDS
from motcua.organization.timekeeping import real_now
from world import World

SCRIPT = Path(__file__).parents[2] / "deploy" / "verify_audit.py"
TRAIL = "/can-bo/quan-tri/nhat-ky"
JOBS = "/can-bo/quan-tri/viec-nen"


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def told(since: int = 0) -> list[tuple[Any, ...]]:
    """What the audit took in after the row `since`: action, kind, subject."""
    return rows(
        "SELECT action, subject_kind, subject FROM audit_auditrow WHERE id > %s ORDER BY id", since
    )


def last() -> int:
    return int(rows("SELECT coalesce(max(id), 0) FROM audit_auditrow")[0][0])


@pytest.fixture(scope="module")
def code(world: World) -> str:
    return receive(world.as_("clerk"))


@pytest.mark.parametrize(
    ("who", "path", "expected"),
    [
        ("clerk", "/can-bo/ho-so", ("view_list", "list", "dossiers")),
        ("clerk", "/can-bo/tra-ket-qua", ("view_list", "list", "returning")),
        ("officer", "/can-bo/hop-viec", ("view_list", "list", "inbox")),
        ("head", "/can-bo/dieu-hanh/qua-han", ("view_list", "list", "behind qua-han")),
        ("clerk", "/can-bo/sang-nay", ("view_list", "list", "morning")),
    ],
)  # fmt: skip
def test_a_list_that_names_people_is_noted(
    world: World, code: str, who: str, path: str, expected: tuple[str, ...]
) -> None:
    before = last()

    assert world.as_(who).get(path).status_code == 200

    assert told(before) == [expected]


def test_a_page_of_one_dossier_is_noted_under_its_code(world: World, code: str) -> None:
    before = last()

    world.as_("clerk").get(f"/can-bo/ho-so/{code}/da-nhan")
    world.as_("clerk").get(f"/can-bo/ho-so/{code.lower()}/sua-loi-ghi")

    assert told(before) == [("view_dossier", "dossier", code)] * 2


def test_what_names_nobody_or_is_refused_is_not_noted(world: World, code: str) -> None:
    before = last()

    world.as_("chair").get("/can-bo/dieu-hanh/dang-giai-quyet")
    world.as_("affairs").get("/can-bo/bao-cao/phu-luc-ii")
    world.as_("admin").get("/can-bo/ho-so")
    world.as_("clerk").get("/can-bo/ho-so/000.00.19.H56-170331-9999/da-nhan")

    assert told(before) == []


def test_a_chair_reads_who_looked_at_a_dossier_and_an_administrator_of_the_office(
    world: World, code: str
) -> None:
    world.as_("clerk").get(f"/can-bo/ho-so/{code}")

    page = world.as_("chair").get(f"/can-bo/ho-so/{code}/ai-da-xem")
    again = words(world.as_("admin").get(f"/can-bo/ho-so/{code}/ai-da-xem"))

    assert "Xem hồ sơ Lê Thị Quầy Mẫu" in words(page)
    assert "Xem ai đã xem hồ sơ Nguyễn Văn Nóc Mẫu" in again
    assert OWNER not in page.content.decode()


def test_others_do_not_learn_who_looked(world: World, code: str) -> None:
    answers = {
        who: world.as_(who).get(f"/can-bo/ho-so/{code}/ai-da-xem").status_code
        for who in ("clerk", "officer", "above", "affairs", "ward")
    }

    assert set(answers.values()) == {403}


def test_the_trail_is_filtered_by_kind_word_and_days(world: World, code: str) -> None:
    world.as_("clerk").get(f"/can-bo/ho-so/{code}")
    admin, today = world.as_("admin"), f"{real_now():%d/%m/%Y}"

    views = words(admin.post(TRAIL, {"loai": "xem", "q": code}))
    named = words(admin.post(TRAIL, {"q": "quay xem ho so", "tu": today, "den": today}))
    before = words(admin.post(TRAIL, {"q": code, "den": "01/01/2017"}))
    wrong = admin.post(TRAIL, {"tu": "31/12/2017", "den": "01/01/2017"})

    assert f"Xem hồ sơ {code} Lê Thị Quầy Mẫu" in views
    assert "Xem hồ sơ" in named
    assert "Không có gì ở nhật ký khớp" in before
    assert wrong.status_code == 422
    assert "Ngày cuối kỳ trước ngày đầu kỳ" in words(wrong)


def test_the_trail_turns_pages(world: World, code: str) -> None:
    for _ in range(55):
        world.as_("clerk").get("/can-bo/ho-so")

    first = words(world.as_("admin").post(TRAIL, {"q": "tat ca"}))
    second = words(world.as_("admin").post(TRAIL, {"q": "tat ca", "trang": "2"}))

    assert "Cũ hơn" in first
    assert "Mới hơn" not in first
    assert "Mới hơn" in second


def test_every_action_ever_noted_has_its_words(world: World) -> None:
    assert {action for action, _, _ in told()} - set(WORDS) == set()


def test_an_administrator_takes_the_period_away_and_that_stands_in_it(
    world: World, code: str, tmp_path: Path
) -> None:
    today = f"{real_now():%d/%m/%Y}"

    answer = world.as_("admin").post(f"{TRAIL}/tep", {"tu": today, "den": today})
    raw = b"".join(answer.streaming_content)  # type: ignore[attr-defined]

    file = tmp_path / "nhat-ky.jsonl"
    file.write_bytes(raw)
    spec = importlib.util.spec_from_file_location("verify_audit", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    lines = [json.loads(line) for line in raw.splitlines()]
    assert script.main([str(file)]) == 0
    assert any(line.get("row", {}).get("action") == "export_audit" for line in lines)
    assert OWNER not in raw.decode()


def test_a_period_too_long_or_missing_is_told_and_others_may_not(world: World) -> None:
    admin = world.as_("admin")

    long = admin.post(f"{TRAIL}/tep", {"tu": "01/01/2015", "den": "31/12/2017"})
    none = admin.post(f"{TRAIL}/tep", {})

    assert (long.status_code, none.status_code) == (422, 422)
    assert "nhiều nhất 366 ngày" in words(long)
    assert "Chưa ghi ngày đầu kỳ" in words(none)
    assert world.as_("chair").post(f"{TRAIL}/tep", {}).status_code == 403


def a_job(status: str = "failed", queue: str = "default", lock: str | None = None) -> int:
    found = rows(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, status, queueing_lock)"
        " VALUES (%s, 'motcua.config.tasks.backup', %s::procrastinate_job_status, %s) RETURNING id",
        queue, status, lock,
    )  # fmt: skip
    return int(found[0][0])


def standing(job: int) -> list[tuple[Any, ...]]:
    return rows("SELECT status::text, queue_name FROM procrastinate_jobs WHERE id = %s", job)


def test_without_jobs_the_page_says_so(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    page = words(world.as_("admin").get(JOBS))

    assert "Không có việc nào đang chạy, đang đợi hay hỏng" in page
    assert "Sao lưu hằng đêm 15 phút một lần" in page
    assert "Không có tiến trình việc nền nào đang chạy" in page


def test_a_stalled_job_is_told_by_the_heartbeat_of_its_worker(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    a_job("doing")

    page = words(world.as_("admin").get(JOBS))

    assert "Bị treo" in page
    assert "Đang chạy 0" not in page


def test_a_failed_job_is_run_again_once_however_often_the_button_is_pressed(world: World) -> None:
    job, before = a_job(), last()
    admin = world.as_("admin")

    first = admin.post(f"{JOBS}/chay-lai", {"job": job})
    second = admin.post(f"{JOBS}/chay-lai", {"job": job})

    assert (first.status_code, second.status_code) == (302, 302)
    assert standing(job) == [("todo", "default")]
    assert {action for action, _, _ in told(before)} == {"retry_job"}


def test_a_job_whose_like_waits_already_is_not_queued_twice(world: World) -> None:
    waiting, failed = a_job("todo", lock="backup"), a_job("failed", lock="backup")

    answer = world.as_("admin").post(f"{JOBS}/chay-lai", {"job": failed})

    assert answer.status_code == 302
    assert (standing(waiting), standing(failed)) == ([("todo", "default")], [])


def test_a_held_job_is_let_go_and_a_dropped_one_is_gone(world: World) -> None:
    held, failed, before = a_job("todo", "held:default"), a_job(), last()
    admin = world.as_("admin")

    admin.post(f"{JOBS}/chay-lai", {"job": held})
    admin.post(f"{JOBS}/bo", {"job": failed})
    again = admin.post(f"{JOBS}/bo", {"job": failed})

    assert standing(held) == [("todo", "default")]
    assert standing(failed) == []
    assert again.status_code == 409
    assert "đã xong hoặc đã bỏ" in words(again)
    assert [action for action, _, _ in told(before)] == ["retry_job", "cancel_job"]


def test_a_job_that_runs_is_left_alone_and_only_administrators_come_here(world: World) -> None:
    ((worker,),) = rows("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")
    job = a_job("doing")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET worker_id = %s WHERE id = %s", [worker, job])

    answer = world.as_("admin").post(f"{JOBS}/bo", {"job": job})

    assert answer.status_code == 409
    assert "đang chạy" in words(answer)
    assert world.as_("chair").get(JOBS).status_code == 403


def test_a_list_stands_in_the_trail_by_its_name_on_screen(world: World, code: str) -> None:
    world.as_("officer").get("/can-bo/hop-viec")

    page = words(world.as_("admin").post(TRAIL, {"q": "hop viec cot"}))

    assert "Xem danh sách có tên người Hộp việc Trần Văn Cột Mẫu" in page
