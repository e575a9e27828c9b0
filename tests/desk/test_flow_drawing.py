"""The drawing of a process: boxes that do not overlap, an arrow for every way, words for each."""

import random

from core.flow.processes import drawn
from motcua.desk.flow_drawing import GRID, HIGH, WIDE, Drawing, drawing


def drawn_well(found: Drawing) -> bool:
    """Whether all boxes lie inside and apart."""
    places = [(box.x, box.y) for box in found.boxes]
    inside = all(0 <= x <= found.width - WIDE and 0 <= y <= found.height - HIGH for x, y in places)
    apart = all(
        abs(a[0] - b[0]) >= WIDE + GRID.beside or abs(a[1] - b[1]) > HIGH
        for n, a in enumerate(places)
        for b in places[:n]
    )
    return inside and apart


def test_any_process_is_drawn_without_overlap_with_every_way_as_an_arrow_and_in_words() -> None:
    chance = random.Random(5)  # noqa: S311
    for _ in range(200):
        process = drawn(chance)

        found = drawing(process)

        assert found is not None
        assert drawn_well(found), process
        ways = sum(len(set(step["next"])) for step in process["steps"])
        assert len(found.arrows) == len(found.words) == ways


def test_a_process_with_faults_is_drawn_as_far_as_it_goes() -> None:
    steps = [
        {"key": "a", "next": ["a", "ma", "b"]},
        {"key": "b", "name": "Một việc có tên rất dài không viết hết được ở đây", "next": ["a"]},
        {"key": "lac", "next": []},
        {"key": "b", "next": []},
    ]

    found = drawing({"steps": steps}, frozenset({"a"}))

    assert found is not None
    assert drawn_well(found)
    assert [box.number for box in found.boxes] == [1, 2, 3]
    assert "box--late" in found.boxes[0].css
    assert found.boxes[1].lines[-1][1].endswith("…")
    assert "Bước 2 quay lại bước 1." in found.words


def test_nothing_is_drawn_of_an_empty_process() -> None:
    assert drawing({"steps": []}) is None
