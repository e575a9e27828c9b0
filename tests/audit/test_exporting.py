"""An exported audit proves itself with Python alone; whatever is touched in it is found."""

import hashlib
import importlib.util
import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from motcua.audit import sealing
from motcua.audit.exporting import Eyes, seal_all, write
from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.ledger import FORM, event_hash

pytestmark = pytest.mark.usefixtures("own_database")

SCRIPT = Path(__file__).parents[2] / "deploy" / "verify_audit.py"
AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
DAY, END = date(2017, 3, 31), datetime(2017, 4, 1, tzinfo=VN)
DOSSIER = UUID("8d0f6d9e-0000-4000-8000-000000000001")
Judge = Callable[..., tuple[int, str]]
Lines = list[dict[str, Any]]


@pytest.fixture
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_audit", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def judge(script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Judge:
    """What the script says of files with these bytes."""

    def judged(*files: bytes, more: Sequence[str] = ()) -> tuple[int, str]:
        paths = []
        for number, raw in enumerate(files):
            path = tmp_path / f"{number}.jsonl"
            path.write_bytes(raw)
            paths.append(str(path))
        return script.main([*paths, *more]), capsys.readouterr().out

    return judged


def touches(count: int, at: datetime = AT, office: str = "bim-son") -> None:
    for number in range(count):
        record("view_dossier", at=at, office=office, subject=f"hồ sơ {number}", purpose="Thanh tra")


def events() -> Lines:
    """A history of two events."""
    found: Lines = []
    previous: bytes | None = None
    for seq in (1, 2):
        at = AT + timedelta(minutes=seq)
        payload = {"note": "ký", "to": seq}
        mine = event_hash(FORM, DOSSIER, seq, "seen", 1, at, at, ["p", "a"], payload, previous)
        found.append(
            {"kind": "event", "dossier": DOSSIER, "seq": seq, "event": "seen", "version": 1,
             "at": at, "recorded_at": at, "actor": ["p", "a"], "payload": payload,
             "previous": previous and previous.hex(), "hash": mine.hex()}
        )  # fmt: skip
        previous = mine
    return found


def exported(eyes: Eyes | None = None, first: date = DAY, last: date = DAY) -> bytes:
    return b"".join(write(first, last, AT, eyes or Eyes(), events(), whole=True))


def whole_file() -> bytes:
    """Two blocks, a sealed day and a history."""
    touches(2)
    sealing.seal(AT)
    touches(1)
    heads = [(str(DOSSIER), 2, bytes.fromhex(events()[1]["hash"]))]
    sealing.seal_heads(DAY, END, heads, AT)
    seal_all(AT)
    return exported()


def with_new_end(lines: Lines, script: ModuleType) -> bytes:
    """As somebody who knows the program would close a file they changed."""
    raw = b"".join(script.canonical(line) + b"\n" for line in lines[:-1])
    end = {"kind": "end", "sha256": hashlib.sha256(raw).hexdigest()}
    return raw + bytes(script.canonical(end)) + b"\n"


def test_a_file_as_it_was_written_agrees(judge: Judge) -> None:
    status, said = judge(whole_file())

    assert status == 0, said
    assert "4 rows in 2 blocks (0 rows not sealed yet), 2 events of 1 dossiers" in said


def test_any_byte_changed_is_found(judge: Judge) -> None:
    raw = whole_file()

    unfound = [
        place
        for place in range(len(raw))
        if judge(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])[0] == 0
    ]

    assert len(raw) > 2000
    assert unfound == []


def test_a_file_cut_short_or_made_longer_is_found(judge: Judge) -> None:
    raw = whole_file()
    lines = raw.splitlines(keepends=True)

    assert judge(b"".join(lines[:-1]))[0] == 1
    assert judge(raw + lines[1])[0] == 1
    assert judge(b"")[0] == 1


@pytest.mark.parametrize(
    ("kind", "field", "value", "expected"),
    [
        ("row", "row", None, "block 1 was changed"),
        ("block", "sealed_at", "2017-03-31T10:00:00.000000+07:00", "block 1 was changed"),
        ("seal", "hash", "0" * 64, "no row tells of it"),
        ("event", "payload", {"note": "khác"}, "event 1 was changed"),
    ],
)
def test_who_closes_the_file_anew_is_found_by_the_chains(
    judge: Judge, script: ModuleType, kind: str, field: str, value: Any, expected: str
) -> None:
    lines = [json.loads(line) for line in whole_file().splitlines()]
    changed = next(line for line in lines if line["kind"] == kind)
    changed[field] = value or {**changed[field], "purpose": "khác"}

    status, said = judge(with_new_end(lines, script))

    assert status == 1
    assert expected in said


def test_a_row_left_out_with_a_new_end_is_found(judge: Judge, script: ModuleType) -> None:
    lines = [json.loads(line) for line in whole_file().splitlines()]

    status, said = judge(with_new_end([lines[0], *lines[2:]], script))

    assert status == 1
    assert "block 1: 1 rows, 2 when it was sealed" in said


def test_a_history_written_anew_is_found_by_the_seal_of_its_day(
    judge: Judge, script: ModuleType
) -> None:
    lines = [json.loads(line) for line in whole_file().splitlines()]
    without_last = [one for one in lines if (one["kind"], one.get("seq")) != ("event", 2)]

    status, said = judge(with_new_end(without_last, script))

    assert status == 1
    assert "a history before that day was written anew" in said


def test_everything_recomputed_is_found_by_the_hash_written_down_elsewhere(judge: Judge) -> None:
    raw = whole_file()
    last = judge(raw)[1].split("last block: ")[1].strip()

    assert judge(raw, more=["--last", last])[0] == 0
    assert judge(raw, more=["--last", "0" * 64])[0] == 1


def test_files_of_periods_that_follow_are_one_chain_and_a_gap_is_found(judge: Judge) -> None:
    files = []
    for days in (0, 1, 2):
        touches(1, AT + timedelta(days=days))
        sealing.seal(AT)
        day = DAY + timedelta(days=days)
        files.append(b"".join(write(day, day, AT, Eyes())))

    assert judge(*files)[0] == 0
    assert judge(files[0], files[2])[0] == 1
    assert "block 2 is missing" in judge(files[0], files[2])[1]


def test_rows_of_other_offices_leave_only_their_hash_and_the_chain_still_holds(
    judge: Judge,
) -> None:
    touches(2)
    touches(1, office="ba-dinh")
    seal_all(AT)

    raw = exported(Eyes(frozenset({"ba-dinh"})))

    assert judge(raw)[0] == 0
    assert raw.decode().count("Thanh tra") == 1
    assert raw.decode().count('{"block":1,"hash":') == 2


def test_rows_not_sealed_yet_are_told_as_such(judge: Judge) -> None:
    touches(2)

    assert "2 rows in 0 blocks (2 rows not sealed yet)" in judge(exported())[1]
