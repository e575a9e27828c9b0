"""The charts of now and of a period, each with the numbers it is drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from motcua.core.money import format_number
from motcua.desk.drawing.columns import Column, Columns, Part, columns
from motcua.desk.drawing.lines import Line, least_of, line
from motcua.desk.drawing.strips import Segment, square, strip
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.sight_words import (
    FACES,
    GAPS,
    NO_REASON,
    WEEKDAYS,
    age_words,
    gap_words,
)
from motcua.desk.views.sights.asking import Seen, chart
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors import sights
from motcua.identity.grants import Duty
from motcua.reports.on_time import Share, Stretch, on_time, stretches

WORKED = range(7, 18)
"""Hours shown even when nothing came in them."""
TILES = (
    ("received", "nhan-hom-nay", "Tiếp nhận", ""),
    ("finished", "xong-hom-nay", "Có kết quả", ""),
    ("returned", "tra-hom-nay", "Đã trả", ""),
    ("due_today", "den-han-hom-nay", "Còn đến hạn hôm nay", "near"),
    ("late", "qua-han", "Đang quá hạn", "late"),
    ("to_return", "cho-tra", "Chờ trả", ""),
)


@dataclass(frozen=True, slots=True)
class Number:
    """One figure: how many, where they open, and what it counts for who hears the page."""

    count: int
    url: str
    said: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its drawing: name, strip, its figures."""

    name: str
    strip: Sequence[Segment]
    numbers: Sequence[Number]


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """An office over the stretches: its line, a figure for each, and the whole period."""

    name: str
    line: Line
    shares: Sequence[tuple[Share, Number, Number]]
    whole: Share
    settled: Number
    late: Number


@official(Duty.CHARTS)
def today(request: DeskRequest) -> HttpResponse:
    """What came and went today, hour by hour, and how old what is open is."""
    return chart(request, "sights", _today, of_period=False)


@official(Duty.CHARTS)
def in_time(request: DeskRequest) -> HttpResponse:
    """On time by office over time, how early or late, and why late."""
    return chart(request, "sight-on-time", _in_time, of_period=True)


@official(Duty.CHARTS)
def arrivals(request: DeskRequest) -> HttpResponse:
    """When dossiers come in, by weekday and hour."""
    return chart(request, "sight-arrivals", _arrivals, of_period=True)


def _today(seen: Seen) -> dict[str, Any]:
    counts = sights.today(seen.view)
    hours = _hours(seen)
    ages = _ages(seen)
    return {
        "tiles": [
            (words, Number(counts[name], seen.behind(kind), words), tone)
            for name, kind, words, tone in TILES
        ],
        "hours": hours,
        "hours_drawn": _hours_drawn(hours),
        "ages": ages,
        "ages_total": sum(row.numbers[0].count for row in ages),
        "faces": [words for words, _ in FACES.values()],
    }


def _hours(seen: Seen) -> Sequence[tuple[int, Number, Number]]:
    came, went = (figure.counts(seen.view) for figure in (sights.CAME_TODAY, sights.WENT_TODAY))
    busy = sorted({*WORKED, *(hour for (hour,) in (*came, *went))})
    if not came and not went:
        return ()
    return [
        (
            hour,
            Number(came.get((hour,), 0), seen.behind("nhan-theo-gio", gio=hour), "tiếp nhận"),
            Number(went.get((hour,), 0), seen.behind("tra-theo-gio", gio=hour), "trả kết quả"),
        )
        for hour in range(busy[0], busy[-1] + 1)
    ]


def _hours_drawn(hours: Sequence[tuple[int, Number, Number]]) -> Columns | None:
    if not hours:
        return None
    return columns(
        [
            Column(
                (f"{hour} giờ",),
                _part(came, "b-ok", f"{hour} giờ: {format_number(came.count)} tiếp nhận"),
                _part(went, "b-done", f"{hour} giờ: {format_number(went.count)} trả kết quả"),
            )
            for hour, came, went in hours
        ]
    )


def _part(number: Number, css: str, said: str) -> Part:
    return Part(number.count, css, number.url, said)


def _ages(seen: Seen) -> Sequence[Row]:
    counts = sights.OPEN.counts(seen.view)
    totals = {age: sum(counts.get((age, face), 0) for face in FACES) for age in _classes()}
    longest = max(totals.values(), default=0)
    if not longest:
        return ()
    return [
        Row(
            age_words(age).capitalize(),
            strip([(css, counts.get((age, face), 0)) for face, (_, css) in FACES.items()], longest),
            [
                Number(total, seen.behind("tuoi", tuoi=age), age_words(age)),
                *(
                    Number(
                        counts.get((age, face), 0),
                        seen.behind("tuoi", tuoi=age, hen=face),
                        f"{words}, {age_words(age)}",
                    )
                    for face, (words, _) in FACES.items()
                ),
            ],
        )
        for age, total in totals.items()
    ]


def _classes() -> Sequence[int]:
    return (*sights.AGES, sights.OLDER)


def _in_time(seen: Seen) -> dict[str, Any]:
    over = stretches(seen.view.from_on, seen.view.to_on)
    found = on_time(seen.view, over)
    least = least_of([share.per_cent for shares in found.values() for share in shares])
    gaps = sights.SETTLED.counts(seen.view, "gap")
    reasons = sights.REASONS.counts(seen.view)
    lines = [
        _office_line(seen, office.id, office.name, office.slug, over, found[office.id], least)
        for office in seen.offices
        if office.id in found
    ]
    return {
        "over": over,
        "by_month": len(over) > 0 and (over[0].to_on - over[0].from_on).days > 15,
        "lines": lines,
        "least": least,
        "settled_count": sum(one.settled.count for one in lines),
        "late_count": sum(one.late.count for one in lines),
        "gaps": _gaps(seen, gaps),
        "gaps_drawn": _gaps_drawn(seen, gaps),
        "reasons": _reasons(seen, reasons),
    }


def _office_line(
    seen: Seen,
    office_id: int,
    name: str,
    slug: str,
    over: Sequence[Stretch],
    shares: Sequence[Share],
    least: int,
) -> OfficeLine:
    def opening(one: Stretch, share: Share) -> tuple[Share, Number, Number]:
        days = {"tu": f"{one.from_on:%d/%m/%Y}", "den": f"{one.to_on:%d/%m/%Y}", "dv": slug}
        said = f"{name}, từ {one.from_on:%d/%m/%Y} đến {one.to_on:%d/%m/%Y}"
        return (
            share,
            Number(share.settled, seen.behind("co-ket-qua", **days), f"có kết quả, {said}"),
            Number(
                share.late, seen.behind("co-ket-qua", **days, xet="overdue"), f"quá hạn, {said}"
            ),
        )

    whole = Share(sum(s.settled for s in shares), sum(s.late for s in shares))
    return OfficeLine(
        name,
        line([share.per_cent for share in shares], least),
        [opening(one, share) for one, share in zip(over, shares, strict=True)],
        whole,
        Number(whole.settled, seen.behind("co-ket-qua", dv=slug), f"có kết quả, {name}"),
        Number(whole.late, seen.behind("co-ket-qua", dv=slug, xet="overdue"), f"quá hạn, {name}"),
    )


def _gaps(seen: Seen, counts: Mapping[tuple[object, ...], int]) -> Sequence[Number]:
    if not counts:
        return ()
    shown = [gap for gap in GAPS if gap != sights.UNPROMISED or (gap,) in counts]
    return [
        Number(counts.get((gap,), 0), seen.behind("co-ket-qua", lech=gap), gap_words(gap))
        for gap in shown
    ]


def _gaps_drawn(seen: Seen, counts: Mapping[tuple[object, ...], int]) -> Columns | None:
    if not counts:
        return None
    drawn = []
    for gap, number in zip(GAPS, _gaps(seen, counts), strict=False):
        css = "b-late" if gap.startswith("late") else "b-ok"
        said = f"{number.said.capitalize()}: {format_number(number.count)} hồ sơ"
        drawn.append(Column(GAPS[gap], _part(number, css, said)))
    return columns(drawn)


def _reasons(seen: Seen, counts: Mapping[tuple[object, ...], int]) -> Sequence[Row]:
    longest = max(counts.values(), default=0)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0][0])))
    found = []
    for (code,), count in ranked:
        words = reason_words(str(code)) if code else NO_REASON
        number = Number(count, seen.behind("ly-do", ly=code), words)
        found.append(Row(words, strip([("b-late", count)], longest), [number]))
    return found


def _arrivals(seen: Seen) -> dict[str, Any]:
    counts = sights.ARRIVALS.counts(seen.view)
    total = sum(counts.values())
    if not total:
        return {"total": 0}
    hours = [hour for _, hour in counts]
    shown = range(min(*WORKED, *hours), max(*WORKED, *hours) + 1)
    most = max(counts.values())
    days = sorted({*range(1, 6), *(day for day, _ in counts)})
    rows = []
    for day in days:
        cells = [
            (
                square(counts.get((day, hour), 0), most),
                Number(
                    counts.get((day, hour), 0),
                    seen.behind("den-luc", thu=day, gio=hour),
                    f"tiếp nhận {WEEKDAYS[day - 1]}, từ {hour} giờ",
                ),
            )
            for hour in shown
        ]
        whole = sum(number.count for _, number in cells)
        rows.append(
            (WEEKDAYS[day - 1], cells, Number(whole, seen.behind("den-luc", thu=day), "cả ngày"))
        )
    feet = [
        Number(
            sum(counts.get((day, hour), 0) for day in days),
            seen.behind("den-luc", gio=hour),
            f"tiếp nhận từ {hour} giờ",
        )
        for hour in shown
    ]
    busiest = max(counts, key=lambda key: counts[key])
    return {
        "total": total,
        "whole": Number(total, seen.behind("den-luc"), "tiếp nhận trong kỳ"),
        "shown": shown,
        "rows": rows,
        "feet": feet,
        "busiest": f"{WEEKDAYS[int(str(busiest[0])) - 1]}, từ {busiest[1]} giờ",
        "busiest_count": most,
    }
