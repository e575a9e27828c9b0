"""The tallies: equal to a recount at all times, whatever is taken back, folded or rebuilt."""

import subprocess
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection

import watching
from motcua.core.clock import VN
from motcua.core.movements import Movement
from motcua.dossiers import services
from motcua.dossiers.figures import all_standings
from motcua.dossiers.models import Dossier
from motcua.reports import tallying
from motcua.reports.models import FieldTally, OfficeTally
from office import Office
from postgres_session import Server


def sums() -> Counter[str]:
    """What is kept, by movement."""
    found: Counter[str] = Counter()
    for row in OfficeTally.objects.all():
        found[row.movement] += row.count
    return +found


@pytest.fixture(scope="module")
def moved(office: Office) -> Dossier:
    """One of each fate: early, late, withdrawn, void, open."""
    for after, said in ((10, {}), (20 * 24 * 60, {"overdue_reason": "qua-tai"})):
        dossier = office.received()
        office.act(services.hand_over, dossier, "clerk")
        office.act(services.hand_over, dossier, "officer")
        office.act(services.approve, dossier, "head")
        office.act(services.approve, dossier, "chair")
        office.act(services.return_to_desk, dossier, "records", after=after, **said)
    office.act(services.withdraw, office.received(), "clerk", reason="Đổi ý")
    office.act(services.void, office.received(), "clerk", reason="Nhập nhầm")
    return office.received()


def test_dossiers_stand_for_what_became_of_them(moved: Dossier) -> None:
    assert sums() == {
        Movement.RECEIVED: 4, Movement.EARLY: 2, Movement.OVERDUE: 1, Movement.VOIDED: 1,
        Movement.FELL_DUE: 2, Movement.SETTLED_LATE: 1,
    }  # fmt: skip


def test_what_is_kept_equals_a_recount(moved: Dossier) -> None:
    counted = tallying.recount(all_standings())

    assert [kept.sums() for kept in tallying.TALLIES] == list(counted)
    assert list(tallying.differences()) == []


def test_a_movement_counts_in_the_half_month_it_happened_in(moved: Dossier) -> None:
    overdue = OfficeTally.objects.get(movement=Movement.OVERDUE)

    assert overdue.received_on == date(2017, 3, 1)
    assert overdue.moved_on == date(2017, 3, 15)


def test_the_channel_is_kept_of_what_was_received_alone(moved: Dossier) -> None:
    rows = FieldTally.objects.all()

    channels = {(row.movement == Movement.RECEIVED, row.channel) for row in rows}

    assert channels == {(True, "direct"), (False, "")}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE reports_officetally SET count = count + 1 WHERE movement = 'voided'", "ghi 2"),
        ("DELETE FROM reports_fieldtally WHERE movement = 'overdue'", "ghi 0, đếm lại 1"),
        ("UPDATE reports_officetally SET moved_on = '2017-01-01'", "01/01/2017"),
    ],
)
def test_a_changed_count_is_named_and_rebuilding_mends_it(
    moved: Dossier, change: str, said: str
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(change)
    named = list(tallying.differences())

    tallying.rebuild()

    assert [line for line in named if said in line]
    assert list(tallying.differences()) == []
    assert sums()[Movement.RECEIVED] == 4


def test_rebuilding_twice_gives_the_same_rows(moved: Dossier) -> None:
    def written() -> list[tuple[object, ...]]:
        fields = ("office_id", "received_on", "moved_on", "movement", "count")
        return list(OfficeTally.objects.order_by("id").values_list(*fields))

    tallying.rebuild()
    first = written()

    tallying.rebuild()

    assert written() == first


def test_folding_leaves_one_row_a_grain_and_every_sum_as_it_was(
    moved: Dossier, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.received()
    office.received()
    before = [kept.sums() for kept in tallying.TALLIES]
    monkeypatch.setattr(tallying, "FOLD_FROM", 1)

    gone = tallying.fold()

    assert gone > 0
    assert [kept.sums() for kept in tallying.TALLIES] == before
    assert [kept.model.objects.count() for kept in tallying.TALLIES] == [len(b) for b in before]
    assert tallying.fold() == 0


def test_the_next_act_adds_to_what_was_rebuilt(moved: Dossier, office: Office) -> None:
    tallying.rebuild()

    office.received(at=datetime(2017, 3, 7, 8, 0, tzinfo=VN) + timedelta(hours=1))

    assert list(tallying.differences()) == []


def test_the_command_names_an_altered_row_and_repairs_it(
    moved: Dossier, server: Server, tmp_path: Path
) -> None:
    name = connection.settings_dict["NAME"]
    around = watching.environment(tmp_path, DATABASE_URL=server.url(name))

    def tallies(*more: str) -> tuple[int, str]:
        done = subprocess.run(
            [*watching.PROGRAM, "tallies", *more],
            env=around, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    OfficeTally.objects.filter(movement=Movement.VOIDED).update(count=7)

    named, repaired, again = tallies(), tallies("--repair"), tallies()

    assert named[0] == 1
    assert "ghi 7, đếm lại 1" in named[1]
    assert "1 sai lệch. Thêm --repair để đếm lại." in named[1]
    assert repaired == (
        0,
        named[1].replace("Thêm --repair để đếm lại.", "Đã đếm lại, còn 0 sai lệch."),
    )
    assert again == (0, "Bảng đếm: 0 sai lệch.\n")
    assert sums()[Movement.VOIDED] == 1
