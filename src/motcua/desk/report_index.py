"""The reports there are, as the page of reports lists them: one table that every room adds to.

A line names its page (an address of `desk`), what it tells in a sentence, the rule it follows (""
for our own), and which duties open it; what a position may not open is not listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of

KSTT = "TT 01/2020/TT-VPCP"


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the page."""

    route: str
    name: str
    says: str
    rule: str = ""
    needs: tuple[Duty, ...] = (Duty.REPORT,)
    slug: str = ""

    @property
    def url(self) -> str:
        """The address; `slug` names the one of several reports a page draws."""
        return reverse(self.route, args=[self.slug] if self.slug else [])


GROUPS: Sequence[tuple[str, Sequence[Listed]]] = (
    (
        "Biểu mẫu theo quy định",
        (
            Listed(
                "desk:report",
                "Phụ lục II",
                "Kết quả một cửa, một cửa liên thông của từng đơn vị trong kỳ, lý do quá hạn.",
                "QĐ 09/2015/QĐ-TTg; Công văn 496/SNV-CCHC",
            ),
            *(
                Listed("desk:report-sheet", name, says, KSTT, slug=slug)
                for slug, name, says in (
                    (
                        "ii-06a",
                        "Biểu II.06a",
                        "Nhận, đã giải quyết, đang giải quyết theo lĩnh vực, của riêng đơn vị.",
                    ),
                    (
                        "ii-06b",
                        "Biểu II.06b",
                        "Như trên, cấp huyện và cấp xã, theo lĩnh vực hoặc theo đơn vị.",
                    ),
                    (
                        "ii-06c",
                        "Biểu II.06c",
                        "Như trên, trên địa bàn, theo cấp tỉnh, huyện, xã.",
                    ),
                    ("ii-07", "Biểu II.07", "Nguyên nhân quá hạn theo lĩnh vực."),
                )
            ),
            Listed(
                "desk:report-sheet",
                "Báo cáo cải cách hành chính",
                "Số liệu giải quyết thủ tục của một năm, hoặc kỳ bất kỳ, bên kỳ trước.",
                slug="cchc-nam",
            ),
        ),
    ),
    (
        "Báo cáo bằng lời",
        (
            Listed(
                "desk:narratives",
                "Báo cáo tình hình triển khai",
                "Dự thảo từ số liệu, góp ý, bảng kiểm, ký, lấy số; chốt kèm dữ liệu.",
                "QĐ 09/2015/QĐ-TTg; NĐ 30/2020/NĐ-CP",
                (Duty.REPORT, Duty.ISSUE_REPORT),
            ),
            Listed(
                "desk:desk-conditions",
                "Điều kiện bộ phận một cửa",
                "Diện tích, trang thiết bị so với quy định; còn thiếu gì, cần bao nhiêu tiền.",
                "QĐ 09/2015/QĐ-TTg; NĐ 61/2018/NĐ-CP",
                (Duty.REPORT, Duty.KEEP_DESKS),
            ),
        ),
    ),
    (
        "Thu từ bên dưới",
        (
            Listed(
                "desk:consolidations",
                "Thu số liệu từ bên dưới",
                "Đơn vị bên dưới xác nhận số liệu đúng hạn, nơi tổng hợp nhắc, trả lại, chốt.",
                "QĐ 09/2015/QĐ-TTg; TT 01/2020/TT-VPCP",
                (Duty.REPORT, Duty.CONSOLIDATE, Duty.CONFIRM_FIGURES, Duty.ENTER_FIGURES),
            ),
        ),
    ),
    (
        "Sổ và danh sách",
        (
            Listed(
                "desk:register",
                "Sổ theo dõi hồ sơ",
                "Mọi số đơn vị đã cấp trong kỳ, theo thứ tự nhận.",
                "TT 01/2018/TT-VPCP; TT 03/2025/TT-VPCP",
                (Duty.REGISTER,),
            ),
        ),
    ),
    (
        "Để điều hành",
        (
            Listed(
                "desk:sights",
                "Biểu đồ: hôm nay",
                "Hồ sơ đến, đi từng giờ; hồ sơ đang giải quyết theo tuổi.",
                needs=(Duty.CHARTS,),
            ),
            Listed(
                "desk:sight-on-time",
                "Biểu đồ: đúng hạn",
                "Tỷ lệ đúng hạn của từng đơn vị theo thời gian, sớm trễ bao nhiêu ngày, vì sao.",
                needs=(Duty.CHARTS,),
            ),
            Listed(
                "desk:sight-arrivals",
                "Biểu đồ: lúc nào đến",
                "Hồ sơ tiếp nhận theo thứ và giờ.",
                needs=(Duty.CHARTS,),
            ),
            Listed(
                "desk:sight-waiting",
                "Biểu đồ: chờ ở đâu",
                "Đường đi của hồ sơ một thủ tục, thời gian từng bước, phần chờ người dân để riêng.",
                needs=(Duty.CHARTS,),
            ),
            Listed(
                "desk:report-sheet",
                "Trễ hạn: hai cách nhìn",
                "Quá hạn như luật viết, và khi trừ thời gian chờ người dân.",
                slug="tre-han-hai-cach",
            ),
            Listed(
                "desk:lateness",
                "Chậm ở đâu",
                "Bước và ý kiến quá thời gian, theo nơi giữ.",
                needs=(Duty.OVERVIEW,),
            ),
            Listed(
                "desk:feedback",
                "Đánh giá của người dân",
                "Mức hài lòng theo bộ phận một cửa.",
                needs=(Duty.FEEDBACK,),
            ),
        ),
    ),
)


def listed_for(actor: Actor) -> Sequence[tuple[str, Sequence[Listed]]]:
    """The groups with what the position may open; a group with nothing is left out. No query."""
    found = [
        (head, [one for one in group if any(scope_of(actor, need) for need in one.needs)])
        for head, group in GROUPS
    ]
    return [(head, group) for head, group in found if group]
