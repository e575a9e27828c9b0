"""The reports there are, as the page of reports lists them: one table that every room adds to.

A line names its page (an address of `desk`), what it tells in a sentence, the rule it follows (""
for our own), and which duties open it; what a position may not open is not listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the page."""

    route: str
    name: str
    says: str
    rule: str = ""
    needs: tuple[Duty, ...] = (Duty.REPORT,)


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
