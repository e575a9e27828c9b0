"""Names of people who do not exist: every one ends in "Mẫu" (sample)."""

from random import Random

FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Mai", "Bùi", "Ngô", "Hồ", "Đinh",
    "Trịnh", "Tống", "Phan", "Đặng", "Lưu", "Cao",
)  # fmt: skip
MIDDLE = {
    "male": ("Văn", "Đình", "Xuân", "Hữu", "Đức", "Công", "Quang", "Minh"),
    "female": ("Thị", "Thu", "Ngọc", "Thị Kim", "Thị Minh", "Thị Bích"),
}
GIVEN = (
    "Tre", "Cột", "Hiên", "Ngói", "Gạch", "Rèm", "Thềm", "Kèo", "Mành", "Song", "Chiếu", "Nón",
    "Đèn", "Lụa", "Sen", "Lúa", "Đê", "Bưởi", "Quế", "Hồi", "Trúc", "Mây", "Gốm", "Đồng", "Vôi",
    "Mộc", "Sành", "Thuyền", "Chèo", "Khế",
)  # fmt: skip
TRADES = ("Gạch Ngói", "Vôi Đá", "Chiếu Cói", "Gốm Sành", "Tre Trúc", "Mộc", "Đèn Lồng", "Bao Bì")
FORMS = ("Công ty TNHH", "Hợp tác xã", "Doanh nghiệp tư nhân")
STREETS = {
    "ward": "Khu phố {n}, {place}",
    "commune": "Thôn {n}, {place}",
}


def person(random: Random) -> str:
    """A made-up full name."""
    middle = random.choice(MIDDLE[random.choice(("male", "female"))])
    return f"{random.choice(FAMILY)} {middle} {random.choice(GIVEN)} Mẫu"


def organisation(random: Random) -> str:
    """A made-up company or cooperative."""
    return f"{random.choice(FORMS)} {random.choice(TRADES)} {random.choice(GIVEN)} Mẫu"


def id_number(random: Random) -> str:
    """A number no office issued: the province code of 2017 followed by three zeros and digits."""
    return f"038000{random.randrange(10**6):06d}"


def phone(random: Random) -> str:
    """A number of the range 0900 00xxxx, given to nobody in the demonstration's year."""
    return f"090000{random.randrange(10**4):04d}"


def address(random: Random, kind: str, place: str) -> str:
    """A street and unit; the unit is real, nobody lives at the number."""
    return STREETS["commune" if kind == "commune" else "ward"].format(
        n=random.randrange(1, 14), place=place
    )
