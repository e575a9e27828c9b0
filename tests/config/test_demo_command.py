"""What `motcua demo` understands before it touches anything."""

import argparse
import io
from datetime import datetime

import pytest

from motcua.config import progress
from motcua.config.commands import demo
from motcua.core.clock import VN


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("31/03/2017 09:42", datetime(2017, 3, 31, 9, 42, tzinfo=VN)),
        ("05/04/2017", datetime(2017, 4, 5, 9, 42, tzinfo=VN)),
        ("2017-04-05", datetime(2017, 4, 5, 9, 42, tzinfo=VN)),
        ("2017-04-05T16:00", datetime(2017, 4, 5, 16, 0, tzinfo=VN)),
    ],
)
def test_a_date_is_read_day_first_and_means_the_morning(text, read):
    assert demo.moment(text) == read


def test_what_is_no_date_is_refused_with_an_example():
    with pytest.raises(argparse.ArgumentTypeError, match="31/03/2017"):
        demo.moment("hôm qua")


def test_progress_is_a_few_lines_where_there_is_no_terminal(monkeypatch):
    said = io.StringIO()
    monkeypatch.setattr("sys.stderr", said)

    with progress.bar("Nạp") as tell:
        for done in range(1000):
            tell(done + 1, 1000)

    assert [line.split(": ")[-1] for line in said.getvalue().splitlines()[:-1]] == [
        "0%",
        "25%",
        "50%",
        "75%",
        "100%",
    ]
