"""The map of a route: stations from top to bottom, ways as thick as they were often gone, and in
each station the time it took, all to one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from motcua.core.flow.process.levels import Way, levels, ways
from motcua.core.waits import Spread
from motcua.desk.drawing.rows import Grid, Places, laid_in_rows
from motcua.desk.drawing.wrapping import wrapped

WIDE, HIGH, EDGE = 252, 86, 34
GRID = Grid(WIDE, HIGH, beside=18, below=40, edge=EDGE)
SIGNS, LINES = 30, 2
INSIDE = 10
THICK = 5.0
LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Stop:
    """What is drawn of a station: its name, what is said of its times, and the times."""

    key: str
    name: str
    said: str
    office: Spread | None
    citizen: Spread | None
    url: str


@dataclass(frozen=True, slots=True)
class Box:
    """A station as drawn, from its upper left corner. `median`, `ninetieth` and `citizen` are
    lengths, of the office's time and of the citizen's median; 0 for none."""

    stop: Stop
    number: int
    x: float
    y: float
    lines: Sequence[tuple[float, str]]
    median: float
    ninetieth: float
    citizen: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way: its path, its head, how thick, and its count with the count's place."""

    path: str
    head: str
    thick: float
    count: int
    x: float
    y: float
    back: bool


@dataclass(frozen=True, slots=True)
class RouteDrawing:
    """All of it with its size and that of a box; `words` says the ways in a sentence each."""

    width: float
    height: float
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]
    words: Sequence[str]
    box: Grid = GRID


def route_drawing(
    stops: Sequence[Stop], gone: Mapping[tuple[str, str], int]
) -> RouteDrawing | None:
    """The drawing of stations in their order; None without any."""
    if not stops:
        return None
    keys = [stop.key for stop in stops]
    edges = {key: [goal for start, goal in gone if start == key] for key in keys}
    places, width, height = laid_in_rows(keys, levels(keys[0], edges), GRID)
    longest = max(
        (s.ninetieth for stop in stops for s in (stop.office, stop.citizen) if s), default=0
    )
    numbers = {key: place + 1 for place, key in enumerate(keys)}
    most = max(gone.values(), default=1)
    found = [
        _arrow(way, places, width, gone[way.start, way.goal], most) for way in ways(keys[0], edges)
    ]
    return RouteDrawing(
        width=width,
        height=height,
        boxes=[_box(stop, numbers[stop.key], places[stop.key], longest or 1) for stop in stops],
        arrows=sorted(found, key=lambda arrow: arrow.back),
        words=[
            f"Bước {numbers[start]} sang bước {numbers[goal]}: {count} lượt."
            for (start, goal), count in gone.items()
        ],
    )


def _box(stop: Stop, number: int, place: tuple[float, float], longest: int) -> Box:
    lines = [(18.0 + 15 * n, text) for n, text in enumerate(wrapped(stop.name, SIGNS, LINES))]

    def long(minutes: int) -> float:
        return max(LEAST, (WIDE - 2 * INSIDE) * minutes / longest) if minutes else 0.0

    office, citizen = stop.office, stop.citizen
    return Box(
        stop,
        number,
        *place,
        lines,
        long(office.median) if office else 0.0,
        long(office.ninetieth) if office else 0.0,
        long(citizen.median) if citizen else 0.0,
    )


def _arrow(way: Way, places: Places, width: float, count: int, most: int) -> Arrow:
    (x1, y1), (x2, y2) = places[way.start], places[way.goal]
    thick = max(1.0, THICK * (count / most) ** 0.5)
    if way.back:
        return _back(x1 + WIDE, y1 + HIGH / 2, x2 + WIDE, y2 + HIGH / 2, width, thick, count)
    start, end = (x1 + WIDE / 2, y1 + HIGH), (x2 + WIDE / 2, y2)
    bend = (end[1] - start[1]) / 2
    path, middle = _ahead(start, end, bend, min(x1, x2) - EDGE + 14)
    return Arrow(path, _head(*end), thick, count, *middle, back=False)


def _ahead(
    start: tuple[float, float], end: tuple[float, float], bend: float, side: float
) -> tuple[str, tuple[float, float]]:
    """Straight down to what is next; past what lies between, along the left edge."""
    (x1, y1), (x2, y2) = start, end
    if y2 - y1 <= GRID.below or x1 != x2:
        path = f"M{x1:g} {y1:g} C{x1:g} {y1 + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2 - 6:g}"
        return path, ((x1 + x2) / 2 + 8, (y1 + y2) / 2 + 1)
    turn = GRID.below / 2
    path = (
        f"M{x1:g} {y1:g} C{x1:g} {y1 + turn:g} {side:g} {y1:g} {side:g} {y1 + turn:g} "
        f"V{y2 - turn:g} C{side:g} {y2:g} {x2:g} {y2 - turn:g} {x2:g} {y2 - 6:g}"
    )
    return path, (side + 5, (y1 + y2) / 2)


def _back(
    x1: float, y1: float, x2: float, y2: float, width: float, thick: float, count: int
) -> Arrow:
    """Up along the right edge, clear of every box; onto itself beside its own."""
    side = width - 22
    low, high = (y1 + 12, y2 - 12) if (x1, y1) == (x2, y2) else (y1, y2)
    path = f"M{x1:g} {low:g}C{side:g} {low:g} {side:g} {low:g} {side:g} {(low + high) / 2:g}"
    path += f"C{side:g} {high:g} {side:g} {high:g} {x2 + 6:g} {high:g}"
    head = f"M{x2:g} {high:g}l7 -4v8z"
    return Arrow(path, head, min(thick, 2.0), count, side + 3, (low + high) / 2, back=True)


def _head(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-5 -8h10z"
