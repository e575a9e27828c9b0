"""The head of a decision against the calendar and against other decisions."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from motcua.catalogue.decisions.asked import Fault, Head
from motcua.catalogue.models import Promulgation, PromulgationItem


def faults_of_head(
    head: Head, day: date, today: date, rebased_on: date | None, decision: int
) -> Iterator[Fault]:
    """What is wrong with the days and the number of a decision that is to hold from `day`."""
    if head.signed_on > today:
        yield Fault(f"Ngày ký {head.signed_on:%d/%m/%Y} chưa đến. Xem lại.", key="signed_on")
    if head.effective_on < head.signed_on:
        yield Fault("Ngày có hiệu lực trước ngày ký. Xem lại hai ngày.", key="effective_on")
    if day <= today and rebased_on is None:
        yield Fault(
            f"Ngày có hiệu lực {day:%d/%m/%Y} đã đến hoặc đã qua. Phiên bản đang có hiệu lực không "
            f"đổi lùi: chọn áp dụng lại từ một ngày sắp tới, sớm nhất "
            f"{today + timedelta(days=1):%d/%m/%Y}, rồi xem chỗ khác ở trang so sánh.",
            key="rebased_on",
        )
    elif day <= today:
        yield Fault("Ngày áp dụng lại phải từ ngày mai trở đi.", key="rebased_on")
    same = Promulgation.objects.filter(
        number=head.number, issuer=head.issuer, signed_on=head.signed_on, withdrawn_at=None
    ).exclude(pk=decision)
    if same.exists():
        yield Fault("Quyết định này đã nhập rồi. Mở ở danh sách quyết định.", key="number")


def same_day(names: Mapping[str, str], day: date, decision: int) -> Iterator[Fault]:
    """Other decisions, approved or waiting, over the same procedures on the same day. `names` are
    theirs by slug."""
    others = (
        PromulgationItem.objects.filter(slug__in=names, promulgation__withdrawn_at=None)
        .exclude(promulgation=decision)
        .select_related("promulgation")
    )
    for other in others:
        about = other.promulgation
        if (about.rebased_on or about.effective_on) == day:
            yield Fault(
                f"Quyết định {about.number} cùng ngày hiệu lực cũng nói về thủ tục này. Hai quyết "
                "định thành một phiên bản; chỗ trùng thì quyết định ký sau được lấy.",
                sheet=names[other.slug],
            )
