"""The sentences of the section on quality: what was received, how it went, and why not in time."""

from collections.abc import Mapping, Sequence

from motcua.core.money import format_number
from motcua.core.narrative import share
from motcua.dossiers.reasons import reasons
from motcua.reports.narrative.drafting_below import from_below
from motcua.reports.narrative.facts import Earlier, Facts
from motcua.reports.narrative.words import (
    LEVELS,
    Figure,
    Paragraph,
    What,
    figure_of,
    item,
    paragraph,
)
from motcua.reports.phu_luc_ii import NO_REASON
from motcua.reports.phu_luc_ii_table import EVERYTHING, REASON

EARLY_FROM, EARLY_TO = 2, 5
"""Working days; what 43/BC-UBND speaks of ("trước hạn 2-5 ngày")."""


def quality(facts: Facts) -> Sequence[Paragraph]:
    """What was received, how it went, why not in time, and the three noes."""
    work = facts.work
    if not work.received:
        return [
            paragraph("Trong kỳ ", _sheet("0", "received", "received"), " hồ sơ được tiếp nhận."),
            *from_below(facts), *_three_no(facts), *_listed(facts),
        ]  # fmt: skip
    levels: Sequence[str | Figure] = ()
    if facts.desks.below:
        levels = (
            f" (cấp {LEVELS.get(facts.kind, '')}: ",
            _sheet(format_number(facts.of_group("A")), "received-top", "received", "tong:A"),
            ", cấp xã, phường: ",
            _sheet(format_number(facts.of_group("B")), "received-below", "received", "tong:B"),
            ")",
        )  # fmt: skip
    first = paragraph(
        "Trong kỳ tiếp nhận ", _sheet(format_number(work.received), "received", "received"),
        " hồ sơ", *levels, "; đúng hạn và trước hạn ",
        _sheet(format_number(work.on_time), "on-time", "on_time"), " hồ sơ (đạt ",
        _sheet(share(work.on_time, work.received), "on-time-share", "on_time"), "), quá hạn ",
        _sheet(format_number(work.overdue), "overdue", "overdue"), " hồ sơ (",
        _sheet(share(work.overdue, work.received), "overdue-share", "overdue"),
        "), có phụ lục kèm theo. Trong số đúng hạn có ",
        _sheet(format_number(work.still_open), "still-open", "on_time", "con-mo"),
        " hồ sơ đang giải quyết, chưa đến hạn.", *_own(facts),
    )  # fmt: skip
    return [
        first, *from_below(facts), *_finished(facts), *_late(facts), *_beside_others(facts),
        *_three_no(facts), *_listed(facts), *_money(facts),
    ]  # fmt: skip


def _own(facts: Facts) -> Sequence[str | Figure]:
    """How the office itself did, where those below it hide it in the sum."""
    own = [unit for unit in facts.units if unit.group == "A"]
    received, on_time = (sum(n) for n in ((u.received for u in own), (u.on_time for u in own)))
    if not (facts.desks.below and received):
        return ()
    return (
        f" Riêng cấp {LEVELS.get(facts.kind, '')} đúng hạn và trước hạn ",
        _sheet(format_number(on_time), "on-time-top", "on_time", "tong:A"), " hồ sơ (đạt ",
        _sheet(share(on_time, received), "on-time-top-share", "on_time", "tong:A"), "), quá hạn ",
        _sheet(format_number(received - on_time), "overdue-top", "overdue", "tong:A"), " hồ sơ.",
    )  # fmt: skip


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
    codes = {one.words: one.code for one in reversed(reasons())}
    return [
        paragraph("Lý do quá hạn:"),
        *(
            item(
                f"{words.rstrip('.')}: ",
                _sheet(format_number(count), f"reason-{place}", "overdue", _line_of(words, codes)),
                " hồ sơ.",
            )
            for place, (words, count) in enumerate(facts.work.reasons, start=1)
        ),
    ]  # fmt: skip


def _beside_others(facts: Facts) -> Sequence[Paragraph]:
    both = {"before": facts.before, "year-before": facts.year_before}
    without = [one.name for one in both.values() if not one.received]
    said = [_compared(facts, one, key) for key, one in both.items() if one.received]
    if without:
        said.append(
            paragraph(
                f"Phần mềm chưa có hồ sơ của {' và '.join(without)}, nên chưa so sánh được với "
                "kỳ này."
            )
        )
    return said


def _compared(facts: Facts, earlier: Earlier, key: str) -> Paragraph:
    work = facts.work
    return paragraph(
        f"So với {earlier.name} (tiếp nhận ",
        figure_of(format_number(earlier.received), key, "earlier", "received", key),
        " hồ sơ, quá hạn ",
        figure_of(format_number(earlier.overdue), f"{key}-overdue", "earlier", "overdue", key),
        " hồ sơ), số hồ sơ tiếp nhận ", *_moved(work.received - earlier.received, key),
        "; số hồ sơ quá hạn ", *_moved(work.overdue - earlier.overdue, f"{key}-overdue"), ".",
    )  # fmt: skip


def _moved(change: int, key: str) -> Sequence[str | Figure]:
    if change == 0:
        return ("không đổi",)
    said = figure_of(format_number(abs(change)), f"{key}-change", "reckoned")
    return ("tăng " if change > 0 else "giảm ", said)


def _three_no(facts: Facts) -> Sequence[Paragraph]:
    desks, work = facts.desks, facts.work
    return [
        paragraph(
            "Nguyên tắc “3 không”: ",
            figure_of(f"{desks.three_no:02d}/{desks.units:02d}", "three-no", "desks"),
            " đơn vị (", figure_of(share(desks.three_no, desks.units), "three-no-share", "desks",
                    figure="three-no"),
            ") niêm yết. Trong kỳ có ",
            figure_of(format_number(facts.count("complaints")), "complaints", "complaints"),
            " phản ánh về phiền hà, sách nhiễu, thái độ; ",
            _set(format_number(work.asked_again), "asked-again", "again"),
            " hồ sơ bị yêu cầu bổ sung quá 1 lần; ",
            _sheet(format_number(work.overdue), "missed", "overdue"), " hồ sơ trễ hẹn.",
        )
    ]  # fmt: skip


def _listed(facts: Facts) -> Sequence[Paragraph]:
    told = facts.listing
    return [
        paragraph(
            "Niêm yết công khai TTHC, thời hạn, phí, lệ phí: ",
            figure_of(f"{told.current:02d}/{told.units:02d}", "listing", "boards"), " đơn vị (",
            figure_of(share(told.current, told.units), "listing-share", "boards", figure="listing"),
            ") treo đủ bản đang áp dụng.",
        )
    ]  # fmt: skip


def _money(facts: Facts) -> Sequence[Paragraph]:
    if not facts.count("receipts"):
        return ()
    return [
        paragraph(
            "Việc thu phí, lệ phí có biên lai: ",
            figure_of(format_number(facts.count("receipts")), "receipts", "money"),
            " biên lai lập trên phần mềm, tổng số tiền ",
            figure_of(format_number(facts.count("receipts_vnd")), "receipts-vnd", "money"),
            " đồng.",
        )
    ]  # fmt: skip


def _sheet(text: str, key: str, column: str, line: str = EVERYTHING) -> Figure:
    return Figure(text, key, "sheet", line, column)


def _set(text: str, key: str, what: What, figure: str = "") -> Figure:
    return figure_of(text, key, what, "", figure)


def _line_of(words: str, codes: Mapping[str, str]) -> str:
    """The line of Phụ lục II's table that holds a reason."""
    code = "-" if words == NO_REASON else words
    return REASON + codes.get(words.rstrip("."), code)
