"""Ratings and complaints in the words of officials' pages."""

from collections.abc import Mapping

from motcua.core.hearing import Finding, Kind, Score, Standing

SCORES: Mapping[int, str] = {
    Score.VERY_GOOD: "Rất hài lòng",
    Score.GOOD: "Hài lòng",
    Score.FAIR: "Bình thường",
    Score.BAD: "Không hài lòng",
    Score.VERY_BAD: "Rất không hài lòng",
}
KINDS: Mapping[str, str] = {
    Kind.HARASSMENT: "Gây phiền hà, nhũng nhiễu",
    Kind.ATTITUDE: "Thái độ phục vụ",
    Kind.PAPERS: "Đòi giấy tờ ngoài danh mục",
    Kind.LATENESS: "Chậm, trễ hẹn",
    Kind.OTHER: "Việc khác",
}
FINDINGS: Mapping[str, str] = {
    Finding.FOUNDED: "Phản ánh đúng",
    Finding.PARTLY: "Đúng một phần",
    Finding.UNFOUNDED: "Chưa có cơ sở",
}
STANDINGS: Mapping[str, str] = {
    Standing.RECEIVED: "Chưa giao",
    Standing.GIVEN: "Đang xử lý",
    Standing.ANSWERED: "Đã trả lời",
}
