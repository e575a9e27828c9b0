"""The JSON contract of `motcua clock`."""

import io
import json
from typing import Any

import pytest

from motcua.core.clock import cases

GOOD = {"id": "a", "received_at": "2017-01-24T10:00", "allowance": {"working_days": 5}}


def ask(**changes: Any) -> dict[str, Any]:
    (answer,) = cases.answer([GOOD | changes])
    return answer


def run(text: str, encoding: str = "utf-8") -> tuple[int, str, str]:
    raw, errors = io.BytesIO(), io.StringIO()
    out = io.TextIOWrapper(raw, encoding=encoding)
    status = cases.run(io.StringIO(text), out, errors)
    out.flush()
    return status, raw.getvalue().decode(encoding), errors.getvalue()


def test_an_answer_has_id_due_time_mark_and_derivation() -> None:
    answer = ask()

    assert list(answer) == ["id", "due_at", "provisional", "explanation"]
    assert (answer["id"], answer["due_at"], answer["provisional"]) == (
        "a",
        "2017-02-07T10:00",
        False,
    )
    assert answer["explanation"][0] == {
        "from": "2017-01-24T10:00",
        "to": "2017-01-24T11:30",
        "minutes": 90,
        "counted": True,
        "reason": "giờ làm việc",
        "source": "giờ làm việc hành chính 8 giờ một ngày",
    }


def test_absent_and_null_options_are_the_same() -> None:
    assert ask(cutoff=None, pauses=None, calendar=None) == ask(pauses=[], calendar={}) == ask()


def test_a_pause_tells_its_document_and_may_be_open() -> None:
    stop = {"from": "2017-01-25T09:00", "document": "Phiếu 1", "source": "NĐ 61/2018"}

    answer = ask(pauses=[stop])

    assert answer["due_at"] is None
    assert answer["provisional"] is False
    assert answer["explanation"][-1] == {
        "from": "2017-01-25T09:00",
        "to": None,
        "minutes": None,
        "counted": False,
        "reason": "tạm dừng: Phiếu 1",
        "source": "NĐ 61/2018",
    }


def test_a_cutoff_moves_the_start() -> None:
    assert ask(cutoff="10:00")["due_at"] == "2017-02-07T17:30"
    assert ask(cutoff="10:00:59")["due_at"] == "2017-02-07T17:30"
    assert ask(cutoff="10:01")["due_at"] == "2017-02-07T10:00"


def test_seconds_are_cut_everywhere() -> None:
    stop = {"from": "2017-01-25T09:00:59", "to": "2017-01-25T09:00:01"}

    assert ask(received_at="2017-01-24T10:00:59.999", pauses=[stop])["due_at"] == "2017-02-07T10:00"


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        ({"off": []}, ("2017-01-31T10:00", False)),
        ({"off": ["2017-01-25"], "work": ["2017-01-28"]}, ("2017-01-31T10:00", False)),
        ({"work": ["2017-01-28"]}, ("2017-02-06T10:00", False)),
        (
            {"sessions": {"tue": [["07:30", "11:30"]], "wed": [["07:30", "11:30"]]}},
            ("2017-03-07T10:00", False),
        ),
    ],
)
def test_a_key_of_a_calendar_replaces_the_national_one_whole(
    calendar: dict[str, Any], expected: tuple[str, bool]
) -> None:
    answer = ask(calendar=calendar)

    assert (answer["due_at"], answer["provisional"]) == expected


def test_a_calendar_with_its_own_days_off_is_confirmed_without_end() -> None:
    far = ask(received_at="2039-03-01T10:00", calendar={"off": []})
    inherited = ask(received_at="2027-03-01T10:00", calendar={"work": []})
    unknown = ask(received_at="2039-03-01T10:00", calendar={"work": []})

    assert (far["due_at"], far["provisional"]) == ("2039-03-08T10:00", False)
    assert inherited["provisional"] is True
    assert set(unknown) == {"id", "error"}


@pytest.mark.parametrize(
    "changes",
    [
        {"received_at": None},
        {"received_at": 5},
        {"received_at": "2017-01-24"},
        {"received_at": "2017-01-24 10:00"},
        {"received_at": "2017-01-24T10:00+07:00"},
        {"received_at": "2017-01-24T10:00Z"},
        {"received_at": "2017-02-30T10:00"},
        {"received_at": "2017-01-24T24:00"},
        {"received_at": "2017-01-24T10:00:60"},
        {"received_at": "２017-01-24T10:00"},
        {"received_at": "2014-12-31T10:00"},
        {"received_at": "2028-01-01T10:00"},
        {"allowance": None},
        {"allowance": {"working_days": 0}},
        {"allowance": {"working_days": True}},
        {"allowance": {"working_days": 1, "working_hours": 1}},
        {"cutoff": "15h"},
        {"cutoff": "24:00"},
        {"cutoff": 15},
        {"pauses": {}},
        {"pauses": ["2017-01-25T10:00"]},
        {"pauses": [{"to": "2017-01-25T10:00"}]},
        {"pauses": [{"from": "2017-01-25T10:00", "to": "2017-01-25T09:00"}]},
        {"pauses": [{"from": "2017-01-25T10:00", "to": "tomorrow"}]},
        {"calendar": []},
        {"calendar": {"holidays": []}},
        {"calendar": {"off": None}},
        {"calendar": {"off": "2017-01-26"}},
        {"calendar": {"off": ["26/01/2017"]}},
        {"calendar": {"off": ["2017-02-30"]}},
        {"calendar": {"off": [20170126]}},
        {"calendar": {"work": {}}},
        {"calendar": {"sessions": []}},
        {"calendar": {"sessions": {}}},
        {"calendar": {"sessions": {"monday": []}}},
        {"calendar": {"sessions": {"mon": None}}},
        {"calendar": {"sessions": {"mon": ["07:30-11:30"]}}},
        {"calendar": {"sessions": {"mon": [["07:30"]]}}},
        {"calendar": {"sessions": {"mon": [["7:30", "11:30"]]}}},
        {"calendar": {"sessions": {"mon": [["11:30", "07:30"]]}}},
        {"calendar": {"sessions": {"mon": [["07:30", "11:30"], ["11:00", "12:00"]]}}},
        {"calendar": {"sessions": {"mon": [["13:30", "17:30"], ["07:30", "11:30"]]}}},
        {"calendar": {"sessions": {"mon": [["07:30", "11:30"], ["07:30", "11:30"]]}}},
    ],
)
def test_a_case_that_cannot_be_answered_has_only_id_and_error(changes: dict[str, Any]) -> None:
    answer = ask(**changes)

    assert list(answer) == ["id", "error"]
    assert answer["id"] == "a"
    assert answer["error"]


def test_a_case_without_an_id_is_an_error_and_the_others_are_answered() -> None:
    nameless = {key: GOOD[key] for key in ("received_at", "allowance")}

    first, second = cases.answer([nameless, GOOD])

    assert list(first) == ["id", "error"]
    assert second["due_at"] == "2017-02-07T10:00"


@pytest.mark.parametrize("cases_given", [None, {}, "[]", 5, [GOOD, 5], [[GOOD]]])
def test_what_is_no_list_of_cases_raises_a_typed_error(cases_given: object) -> None:
    with pytest.raises(cases.NotCases):
        cases.answer(cases_given)


def test_the_run_answers_on_stdout_with_status_0() -> None:
    status, out, errors = run("\ufeff" + json.dumps([GOOD, GOOD | {"id": 7.5}]))

    assert status == 0
    assert [answer["id"] for answer in json.loads(out)] == ["a", 7.5]
    assert "giờ làm việc" in out
    assert errors == ""


def test_no_cases_have_no_answers() -> None:
    assert run("[]") == (0, "[]\n", "")


def test_one_bad_case_makes_status_1_and_the_good_ones_stand() -> None:
    status, out, errors = run(json.dumps([GOOD, GOOD | {"cutoff": "x"}]))

    assert status == 1
    assert ["error" in answer for answer in json.loads(out)] == [False, True]
    assert errors == ""


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", "[" * 100_000, "null", "[" + "9" * 5000])
def test_input_that_is_no_list_of_cases_makes_status_2_and_a_sentence(text: str) -> None:
    status, out, errors = run(text)

    assert (status, out) == (2, "")
    assert errors.startswith("motcua clock: ")
    assert "Traceback" not in errors


def test_numbers_that_json_does_not_know_spoil_only_their_case() -> None:
    status, out, _ = run(
        '[{"id":1,"received_at":"2017-01-24T10:00","allowance":{"working_days":NaN}}]'
    )

    assert status == 1
    assert set(json.loads(out)[0]) == {"id", "error"}


@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_an_output_that_cannot_show_a_sign_gets_it_escaped(encoding: str) -> None:
    status, out, _ = run(json.dumps([GOOD | {"id": "\ud800"}]), encoding)

    assert status == 0
    assert json.loads(out)[0]["id"] == "\ud800"


VECTORS = [
    ("2017-01-24T10:00", {"working_days_civil": 5}, "2017-02-07"),
    ("2017-04-05T15:30", {"same_day": True}, "2017-04-07"),
    ("2017-04-03T10:00", {"working_days_civil": 10}, "2017-04-18"),
    ("2017-04-03T10:00", {"working_days_civil": 10, "notice": True}, "2017-04-24"),
    ("2018-04-27T10:00", {"working_days_civil": 3}, "2018-05-04"),
    ("2019-04-25T10:00", {"working_days_civil": 3}, "2019-05-03"),
    ("2019-04-25T10:00", {"working_days_civil": 4}, "2019-05-04"),
    ("2026-08-21T10:00", {"working_days_civil": 1}, "2026-08-22"),
    ("2026-11-23T15:30", {"same_day": True}, "2026-11-25"),
]
NOTICE = {"from": "2017-04-10T10:00", "to": "2017-04-14T10:00", "document": "Thông báo"}


def test_all_worked_examples_come_out_of_one_file_in_its_order() -> None:
    asked = [
        {
            "id": str(number),
            "received_at": received,
            "allowance": {kind: n for kind, n in allowance.items() if kind != "notice"},
            "cutoff": "15:00",
            "pauses": [NOTICE] if "notice" in allowance else [],
        }
        for number, (received, allowance, _) in enumerate(VECTORS)
    ]

    status, out, errors = run(json.dumps(asked))

    assert (status, errors) == (0, "")
    assert [(one["id"], one["due_at"]) for one in json.loads(out)] == [
        (str(number), f"{due_on}T17:30") for number, (_, _, due_on) in enumerate(VECTORS)
    ]
