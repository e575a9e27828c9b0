"""The sentences of the draft: each says what the figures show, and nothing besides.

A praise the figures do not bear ("no appointment was missed" beside 24 that were) is not drafted;
whoever signs may write it, beside the figure.
"""

from collections.abc import Callable, Mapping, Sequence

from motcua.core.narrative import share
from motcua.reports.narrative.drafting_quality import quality
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.words import (
    LEVELS,
    Figure,
    Paragraph,
    figure_of,
    item,
    paragraph,
    two,
    within,
)

DESK = "Bộ phận Tiếp nhận và trả kết quả"


def drafted(facts: Facts) -> Mapping[str, Sequence[Paragraph]]:
    """The drafted paragraphs by the key of their section."""
    return {key: draft(facts) for key, draft in _DRAFTS.items()}


def title(facts: Facts, period: str) -> str:
    """What the report is about, as under its name."""
    return (
        "Tình hình triển khai thực hiện cơ chế một cửa, cơ chế một cửa liên thông "
        f"{period}{'' if facts.over else ' (tính đến thời điểm lập)'}"
    )


def _units(facts: Facts) -> Sequence[Paragraph]:
    desks = facts.desks
    by = f" theo {desks.rule}" if desks.rule else ""
    if not desks.below:
        return [
            paragraph(
                f"{facts.name} có ", figure_of(two(desks.units), "units", "desks"), f" {DESK}{by}."
            )
        ]
    lines = [
        paragraph(
            "Đến nay có ", figure_of(two(desks.units), "units", "desks"),
            f" đơn vị thực hiện cơ chế một cửa, cơ chế một cửa liên thông{by}. Trong đó:",
        ),
        item(
            f"Cấp {LEVELS.get(facts.kind, '')}: ", figure_of(two(desks.top), "units-top", "desks"),
            f" {DESK} ({within(facts.name)}).",
        ),
        item(
            "Cấp xã, phường: ",
            figure_of(f"{desks.below:02d}/{desks.units_below:02d}", "units-below", "desks"),
            " đơn vị thực hiện cơ chế một cửa, cơ chế một cửa liên thông.", *_conditions(facts),
        ),
    ]  # fmt: skip
    return [*lines, *_unmet(facts)]


def _conditions(facts: Facts) -> Sequence[str | Figure]:
    desks = facts.desks
    if not desks.judged:
        return (" Quy định hiện hành chưa có ngưỡng về diện tích, trang thiết bị để đánh giá.",)
    return (
        " Trong đó ", figure_of(two(desks.met), "desks-met", "desks"), " đơn vị (đạt ",
        figure_of(share(desks.met, desks.judged), "desks-met-share", "desks", figure="desks-met"),
        f") có {DESK} bảo đảm các điều kiện theo {desks.rule} về diện tích, cơ sở vật chất và "
        "trang thiết bị.",
    )  # fmt: skip


def _unmet(facts: Facts) -> Sequence[Paragraph]:
    if not facts.desks.unmet:
        return ()
    said: list[str | Figure] = ["Chưa bảo đảm: "]
    for place, one in enumerate(facts.desks.unmet):
        said.append("; " if place else "")
        said.append(figure_of(within(one.name), f"unmet-{one.slug}", "desks", one.slug))
        said.append(f" (thiếu {', '.join(words.lower() for words in one.missing)})")
    return [paragraph(*said, ".")]


def _procedures(facts: Facts) -> Sequence[Paragraph]:
    told = facts.procedures
    own: list[str | Figure] = [
        _procedure(told.one_stop, "one-stop"), " theo cơ chế một cửa; ",
        _procedure(told.interlinked, "interlinked"), " theo cơ chế một cửa liên thông",
    ]  # fmt: skip
    whole = (
        "Tổng số thủ tục hành chính (TTHC) thực hiện theo cơ chế một cửa, một cửa liên thông: ",
        _procedure(told.total, "procedures"),
    )
    if facts.desks.below:
        first = paragraph(
            *whole, f" TTHC, trong đó cấp {LEVELS.get(facts.kind, '')}: ",
            _procedure(told.top, "procedures-top"), " TTHC (", *own, "), cấp xã, phường: ",
            _procedure(told.below, "procedures-below"), " TTHC.",
        )  # fmt: skip
    else:
        first = paragraph(*whole, " TTHC (", *own, ").")
    online = item(
        f"Số dịch vụ công trực tuyến {told.online_words}: ",
        _procedure(told.online_high, "online-high"), " TTHC.",
    )  # fmt: skip
    return [first, *_elsewhere(facts), online]


def _elsewhere(facts: Facts) -> Sequence[Paragraph]:
    told = facts.procedures
    if not told.elsewhere:
        return ()
    first = paragraph(
        "Có ", _procedure(told.not_at_desk, "not-at-desk"), f" TTHC không thực hiện tại {DESK}:"
    )
    return [
        first,
        *(
            item(
                _procedure(one.count, f"not-at-desk-{place}"),
                f" TTHC lĩnh vực {one.field}{f' ({_lower(one.reason)})' if one.reason else ''}"
                f"{'.' if place == len(told.elsewhere) else ';'}",
            )
            for place, one in enumerate(told.elsewhere, start=1)
        ),
    ]


def _shortcomings(facts: Facts) -> Sequence[Paragraph]:
    desks = facts.desks
    if not desks.judged or desks.met == desks.judged:
        return ()
    return [
        paragraph(
            "Trên địa bàn mới có ",
            figure_of(f"{desks.met}/{desks.judged}", "desks-met-2", "desks", figure="desks-met"),
            f" xã, phường có {DESK} đạt điều kiện về diện tích, cơ sở vật chất, trang thiết bị "
            f"theo {desks.rule}.",
        )
    ]


def _proposals(facts: Facts) -> Sequence[Paragraph]:
    unmet = facts.desks.unmet
    if not unmet:
        return ()
    return [
        paragraph(
            "Đề nghị Tỉnh xem xét hỗ trợ kinh phí cho ",
            figure_of(two(len(unmet)), "unmet", "desks", figure="desks-unmet"),
            f" đơn vị chưa bảo đảm điều kiện của {DESK}: "
            f"{', '.join(within(one.name) for one in unmet)}.",
        )
    ]


_DRAFTS: Mapping[str, Callable[[Facts], Sequence[Paragraph]]] = {
    "units": _units,
    "procedures": _procedures,
    "quality": quality,
    "shortcomings": _shortcomings,
    "proposals": _proposals,
}


def _procedure(count: int, key: str) -> Figure:
    return Figure(two(count), key, "procedures")


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
