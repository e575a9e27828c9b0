"""The sentences of the draft: each says what the figures show, and nothing besides.

A praise the figures do not bear ("no appointment was missed" beside 24 that were) is not drafted;
whoever signs may write it, beside the figure.
"""

from collections.abc import Callable, Mapping, Sequence

from motcua.core.money import format_number
from motcua.core.narrative import share
from motcua.organization.selectors import office_by_slug
from motcua.reports.narrative.facts import Earlier, Facts
from motcua.reports.narrative.words import Figure, Paragraph, item, paragraph, two

EARLY_FROM, EARLY_TO = 2, 5
"""Working days; what 43/BC-UBND speaks of ("trước hạn 2-5 ngày")."""
LEVELS = {"province": "tỉnh", "town": "thị xã", "ward": "phường", "commune": "xã"}
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
                f"{facts.name} có ", _figure(two(desks.units), "units", "desks"), f" {DESK}{by}."
            )
        ]
    lines = [
        paragraph(
            "Đến nay có ", _figure(two(desks.units), "units", "desks"),
            f" đơn vị thực hiện cơ chế một cửa, cơ chế một cửa liên thông{by}. Trong đó:",
        ),
        item(
            f"Cấp {LEVELS.get(facts.kind, '')}: ", _figure(two(desks.top), "units-top", "desks"),
            f" {DESK} ({facts.name}).",
        ),
        item(
            "Cấp xã, phường: ",
            _figure(f"{desks.below:02d}/{desks.units_below:02d}", "units-below", "desks"),
            " đơn vị thực hiện cơ chế một cửa, cơ chế một cửa liên thông.", *_conditions(facts),
        ),
    ]  # fmt: skip
    return [*lines, *_unmet(facts)]


def _conditions(facts: Facts) -> Sequence[str | Figure]:
    desks = facts.desks
    if not desks.judged:
        return (" Quy định hiện hành chưa có ngưỡng về diện tích, trang thiết bị để đánh giá.",)
    return (
        " Trong đó ", _figure(two(desks.met), "desks-met", "desks"), " đơn vị (đạt ",
        _figure(share(desks.met, desks.judged), "desks-met-share", "desks"),
        f") có {DESK} bảo đảm các điều kiện theo {desks.rule} về diện tích, cơ sở vật chất và "
        "trang thiết bị.",
    )  # fmt: skip


def _unmet(facts: Facts) -> Sequence[Paragraph]:
    if not facts.desks.unmet:
        return ()
    said: list[str | Figure] = ["Chưa bảo đảm: "]
    for place, one in enumerate(facts.desks.unmet):
        said.append("; " if place else "")
        said.append(_figure(one.name, f"unmet-{one.slug}", "desks", one.slug))
        said.append(f" (thiếu {', '.join(words.lower() for words in one.missing)})")
    return [paragraph(*said, ".")]


def _procedures(facts: Facts) -> Sequence[Paragraph]:
    told = facts.procedures
    own: list[str | Figure] = [
        _catalogue(told.one_stop, "one-stop", facts.office, "one_stop"), " theo cơ chế một cửa; ",
        _catalogue(told.interlinked, "interlinked", facts.office, "interlinked"),
        " theo cơ chế một cửa liên thông",
    ]  # fmt: skip
    whole = (
        "Tổng số thủ tục hành chính (TTHC) thực hiện theo cơ chế một cửa, một cửa liên thông: ",
        _catalogue(told.total, "procedures", facts.office),
    )
    if facts.desks.below:
        first = paragraph(
            *whole, f" TTHC, trong đó cấp {LEVELS.get(facts.kind, '')}: ",
            _catalogue(told.top, "procedures-top", facts.office), " TTHC (", *own,
            "), cấp xã, phường: ",
            _catalogue(told.below, "procedures-below", _widest(facts)), " TTHC.",
        )  # fmt: skip
    else:
        first = paragraph(*whole, " TTHC (", *own, ").")
    online = item(
        f"Số dịch vụ công trực tuyến {told.online_words}: ",
        _figure(format_number(told.online_high), "online-high", "online", facts.office), " TTHC.",
    )  # fmt: skip
    return [first, *_elsewhere(facts), online]


def _elsewhere(facts: Facts) -> Sequence[Paragraph]:
    told = facts.procedures
    if not told.elsewhere:
        return ()
    first = paragraph(
        "Có ", _figure(format_number(told.not_at_desk), "not-at-desk", "elsewhere", facts.office),
        f" TTHC không thực hiện tại {DESK}:",
    )  # fmt: skip
    return [
        first,
        *(
            item(
                _figure(two(one.count), f"not-at-desk-{place}", "elsewhere", facts.office,
                        one.field),
                f" TTHC lĩnh vực {one.field}{f' ({_lower(one.reason)})' if one.reason else ''}"
                f"{'.' if place == len(told.elsewhere) else ';'}",
            )
            for place, one in enumerate(told.elsewhere, start=1)
        ),
    ]  # fmt: skip


def _quality(facts: Facts) -> Sequence[Paragraph]:
    work = facts.work
    if not work.received:
        return [
            paragraph("Trong kỳ ", _sheet("0", "received"), " hồ sơ được tiếp nhận."),
            *_three_no(facts), *_listed(facts),
        ]  # fmt: skip
    levels: Sequence[str | Figure] = ()
    if facts.desks.below:
        levels = (
            f" (cấp {LEVELS.get(facts.kind, '')}: ",
            _sheet(format_number(facts.of_group("A")), "received-top"), ", cấp xã, phường: ",
            _sheet(format_number(facts.of_group("B")), "received-below"), ")",
        )  # fmt: skip
    first = paragraph(
        "Trong kỳ tiếp nhận ", _sheet(format_number(work.received), "received"), " hồ sơ", *levels,
        "; đúng hạn và trước hạn ", _sheet(format_number(work.on_time), "on-time"), " hồ sơ (đạt ",
        _sheet(share(work.on_time, work.received), "on-time-share"), "), quá hạn ",
        _sheet(format_number(work.overdue), "overdue"), " hồ sơ (",
        _sheet(share(work.overdue, work.received), "overdue-share"),
        ") (có phụ lục kèm theo). Trong số đúng hạn có ",
        _sheet(format_number(work.still_open), "still-open"),
        " hồ sơ đang giải quyết, chưa đến hạn.",
    )  # fmt: skip
    return [
        first, *_finished(facts), *_late(facts), *_beside_others(facts), *_three_no(facts),
        *_listed(facts), *_money(facts),
    ]  # fmt: skip


def _finished(facts: Facts) -> Sequence[Paragraph]:
    work = facts.work
    if not work.finished:
        return ()
    within = work.saved_between(EARLY_FROM, EARLY_TO)
    return [
        paragraph(
            "Trong ", _set(format_number(work.finished), "finished", "early", "finished"),
            " hồ sơ đã giải quyết xong: ", _set(format_number(work.early), "early", "early"),
            " hồ sơ trước hạn (đạt ",
            _set(share(work.early, work.finished), "early-share", "early"), "), ",
            _set(format_number(work.finished_on_time), "finished-on-time", "early", "on_time"),
            " hồ sơ đúng hạn, ",
            _set(format_number(work.finished_late), "finished-late", "early", "late"),
            f" hồ sơ quá hạn. Trước hạn từ {EARLY_FROM} đến {EARLY_TO} ngày làm việc so với quy "
            "định: ", _set(format_number(within), "saved", "saved"), " hồ sơ (",
            _set(share(within, work.finished), "saved-share", "saved"),
            " số hồ sơ đã giải quyết).",
        )
    ]  # fmt: skip


def _late(facts: Facts) -> Sequence[Paragraph]:
    if not facts.work.reasons:
        return ()
    return [
        paragraph("Lý do quá hạn:"),
        *(
            item(
                f"{words.rstrip('.')}: ",
                _sheet(format_number(count), f"reason-{place}"), " hồ sơ.",
            )
            for place, (words, count) in enumerate(facts.work.reasons, start=1)
        ),
    ]  # fmt: skip


def _beside_others(facts: Facts) -> Sequence[Paragraph]:
    return [
        _compared(facts, facts.before, "before"),
        _compared(facts, facts.year_before, "year-before"),
    ]


def _compared(facts: Facts, earlier: Earlier, key: str) -> Paragraph:
    if not earlier.received:
        return paragraph(
            "Phần mềm có ", _figure("0", key, "earlier", figure=key),
            f" hồ sơ của {earlier.name}, nên chưa so sánh được với kỳ này.",
        )  # fmt: skip
    return paragraph(
        f"So với {earlier.name} (",
        _figure(format_number(earlier.received), key, "earlier", figure=key),
        " hồ sơ), số hồ sơ tiếp nhận ", *_moved(facts.work.received - earlier.received, key),
        "; số hồ sơ quá hạn ", *_moved(facts.work.overdue - earlier.overdue, f"{key}-overdue"),
        ".",
    )  # fmt: skip


def _moved(change: int, key: str) -> Sequence[str | Figure]:
    if change == 0:
        return (_figure("không đổi", f"{key}-change", "earlier", figure=key),)
    said = _figure(format_number(abs(change)), f"{key}-change", "earlier", figure=key)
    return ("tăng " if change > 0 else "giảm ", said)


def _three_no(facts: Facts) -> Sequence[Paragraph]:
    desks, work = facts.desks, facts.work
    return [
        paragraph(
            "Nguyên tắc “3 không”: ",
            _figure(f"{desks.three_no:02d}/{desks.units:02d}", "three-no", "desks"),
            " đơn vị (", _figure(share(desks.three_no, desks.units), "three-no-share", "desks"),
            ") niêm yết. Không phiền hà, sách nhiễu: ",
            _figure(format_number(facts.count("complaints")), "complaints", "complaints"),
            " phản ánh về phiền hà, sách nhiễu, thái độ. Không yêu cầu bổ sung hồ sơ quá 1 lần: ",
            _set(format_number(work.asked_again), "asked-again", "again"),
            " hồ sơ bị yêu cầu bổ sung quá 1 lần. Không trễ hẹn: ",
            _sheet(format_number(work.overdue), "missed"), " hồ sơ trễ hẹn.",
        )
    ]  # fmt: skip


def _listed(facts: Facts) -> Sequence[Paragraph]:
    told = facts.listing
    return [
        paragraph(
            "Niêm yết công khai TTHC, thời hạn, phí, lệ phí: ",
            _figure(f"{told.current:02d}/{told.units:02d}", "listing", "boards"), " đơn vị (",
            _figure(share(told.current, told.units), "listing-share", "boards"),
            ") treo đủ bản đang áp dụng.",
        )
    ]  # fmt: skip


def _money(facts: Facts) -> Sequence[Paragraph]:
    if not facts.count("receipts"):
        return ()
    return [
        paragraph(
            "Việc thu phí, lệ phí có biên lai: ",
            _figure(format_number(facts.count("receipts")), "receipts", "money"),
            " biên lai lập trên phần mềm, tổng số tiền ",
            _figure(format_number(facts.count("receipts_vnd")), "receipts-vnd", "money"),
            " đồng.",
        )
    ]  # fmt: skip


def _shortcomings(facts: Facts) -> Sequence[Paragraph]:
    desks = facts.desks
    if not desks.judged or desks.met == desks.judged:
        return ()
    return [
        item(
            "Trên địa bàn mới có ", _figure(f"{desks.met}/{desks.judged}", "desks-met-2", "desks"),
            f" xã, phường có {DESK} đạt điều kiện về diện tích, cơ sở vật chất, trang thiết bị "
            f"theo {desks.rule}.",
        )
    ]  # fmt: skip


def _proposals(facts: Facts) -> Sequence[Paragraph]:
    unmet = facts.desks.unmet
    if not unmet:
        return ()
    return [
        item(
            "Đề nghị Tỉnh xem xét hỗ trợ kinh phí cho ",
            _figure(two(len(unmet)), "unmet", "desks"),
            f" đơn vị chưa bảo đảm điều kiện của {DESK}: "
            f"{', '.join(one.name for one in unmet)}.",
        )
    ]  # fmt: skip


_DRAFTS: Mapping[str, Callable[[Facts], Sequence[Paragraph]]] = {
    "units": _units,
    "procedures": _procedures,
    "quality": _quality,
    "shortcomings": _shortcomings,
    "proposals": _proposals,
}


def _figure(text: str, key: str, what: str, unit: str = "", figure: str = "") -> Figure:
    return Figure(text, key, what, unit, figure)  # type: ignore[arg-type]


def _sheet(text: str, key: str) -> Figure:
    return Figure(text, key, "sheet")


def _set(text: str, key: str, what: str, figure: str = "") -> Figure:
    return _figure(text, key, what, "", figure)


def _catalogue(count: int, key: str, unit: str, mechanism: str = "") -> Figure:
    return Figure(two(count), key, "procedures", unit, mechanism)


def _widest(facts: Facts) -> str:
    """A unit below whose catalogue holds all that the level has: a commune rather than a ward."""
    below = [unit.slug for unit in facts.units if unit.group == "B"]
    communes = [slug for slug in below if office_by_slug(slug).kind == "commune"]
    return (communes or below or [facts.office])[0]


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
