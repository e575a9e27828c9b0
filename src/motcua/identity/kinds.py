"""The kinds of position. A step of a process names one of the first five."""

from enum import StrEnum


class PositionKind(StrEnum):
    """What a post is for; rights belong to kinds, never to names."""

    DESK_CLERK = "BP_MOT_CUA"
    CASE_OFFICER = "CHUYEN_VIEN"
    DEPARTMENT_HEAD = "LANH_DAO_PHONG"
    CHAIR = "LANH_DAO_UBND"
    RECORDS_CLERK = "VAN_THU"
    CATALOGUE_OFFICER = "KIEM_SOAT_TTHC"
    HOME_AFFAIRS = "NOI_VU"
    ADMINISTRATOR = "QUAN_TRI"
    OVERSEER = "CAP_TREN"
    PROGRAM = "CHUONG_TRINH"


WORDS = {
    PositionKind.DESK_CLERK: "Cán bộ một cửa",
    PositionKind.CASE_OFFICER: "Chuyên viên",
    PositionKind.DEPARTMENT_HEAD: "Lãnh đạo phòng",
    PositionKind.CHAIR: "Lãnh đạo UBND",
    PositionKind.RECORDS_CLERK: "Văn thư",
    PositionKind.CATALOGUE_OFFICER: "Cán bộ kiểm soát TTHC",
    PositionKind.HOME_AFFAIRS: "Cán bộ nội vụ",
    PositionKind.ADMINISTRATOR: "Quản trị",
    PositionKind.OVERSEER: "Cấp trên",
    PositionKind.PROGRAM: "Chương trình",
}
LEADERS = frozenset({PositionKind.DEPARTMENT_HEAD, PositionKind.CHAIR})
