"""Log lines: JSON, one request number each, and never a word anybody typed."""

import json
import logging
import sys

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import ResolverMatch

from motcua.config import logfiles
from motcua.config.logging import JsonLines
from motcua.config.middleware import RequestLog

NAME = "Nguyễn Thị Sen Mẫu"


def line_of(record: logging.LogRecord) -> dict[str, object]:
    return dict(json.loads(JsonLines().format(record)))


def test_a_request_is_one_line_with_its_route_and_without_its_address(caplog):
    request = RequestFactory().post(f"/can-bo/ho-so/{NAME}?q={NAME}", {"ten": NAME})

    def view(asked):
        asked.resolver_match = ResolverMatch(view, (), {}, route="can-bo/ho-so/<code>")
        return HttpResponse(status=201)

    with caplog.at_level("INFO", "motcua.request"):
        answer = RequestLog(view)(request)

    (record,) = caplog.records
    line = line_of(record)
    assert line["route"] == "can-bo/ho-so/<code>"
    assert (line["method"], line["status"]) == ("POST", 201)
    assert line["request"] == answer["X-Request-Id"]
    assert NAME not in json.dumps(line, ensure_ascii=False)


def test_an_error_is_logged_by_kind_and_place_without_its_message():
    try:
        raise ValueError(NAME)
    except ValueError:
        record = logging.LogRecord(
            "motcua", logging.ERROR, __file__, 1, "unforeseen", None, sys.exc_info()
        )

    line = line_of(record)

    assert line["error"]["kind"] == "ValueError"
    assert "test_logging.py" in line["error"]["at"][-1]
    assert NAME not in json.dumps(line, ensure_ascii=False)


def test_extras_that_are_not_on_the_list_do_not_travel():
    record = logging.makeLogRecord({"msg": "x", "applicant": NAME, "act": "receive"})

    line = line_of(record)

    assert line["act"] == "receive"
    assert "applicant" not in line


@pytest.mark.parametrize(("size", "kept"), [(logfiles.SMALLEST, True), (10, False)])
def test_a_big_log_is_put_aside_and_its_writer_goes_on_in_the_same_file(tmp_path, size, kept):
    log = tmp_path / "motcua.log"
    with log.open("a") as writer:
        writer.write("x" * size)
        writer.flush()

        logfiles.rotate(tmp_path)
        writer.write("after")

    assert (tmp_path / "motcua.log.1").exists() is kept
    assert log.read_text() == ("after" if kept else "x" * size + "after")


def test_no_more_than_fourteen_old_logs_are_kept(tmp_path):
    log = tmp_path / "motcua.log"
    for _ in range(logfiles.KEPT + 3):
        log.write_text("x" * logfiles.SMALLEST)
        logfiles.rotate(tmp_path)

    assert len(list(tmp_path.iterdir())) == logfiles.KEPT + 1
