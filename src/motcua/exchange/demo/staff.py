"""The people of the demonstration: one for every post a dossier passes, all invented."""

from collections.abc import Iterator, Sequence
from datetime import date
from random import Random

from motcua.exchange.demo import names
from motcua.exchange.demo.wards import WARDS_FROM
from motcua.identity.kinds import PositionKind as Kind
from motcua.identity.services import Post
from motcua.organization.selectors import DepartmentRow, OfficeRow, departments, offices

PASSWORD = "mau-2017"  # noqa: S105 - printed for everyone; demo accounts live in demo folders only
FROM_ON = date(2016, 1, 1)
IN_2017 = date(2017, 3, 31)


def posts() -> Sequence[Post]:
    """Everybody of 2017, in the order of offices. The same people at every load."""
    random = Random(20170331)  # noqa: S311 - invented names
    return [post for office in offices(IN_2017) for post in _posts(office, random)]


def posts_of_wards() -> Sequence[Post]:
    """Everybody at the two wards of 2025 and the bodies they work with."""
    random = Random(20261125)  # noqa: S311 - invented names
    return [post for office in offices(WARDS_FROM) for post in _posts_now(office, random)]


def _posts_now(office: OfficeRow, random: Random) -> Iterator[Post]:
    if office.kind in ("ward", "commune"):
        yield from _ward(office, random)
    else:
        yield from _posts(office, random)


def _ward(office: OfficeRow, random: Random) -> Iterator[Post]:
    """A ward's People's Committee since 1/7/2025: three rooms and the service centre."""
    parts = {d.code: d for d in departments(office.id)}
    desk, bureau = parts["TTPVHCC"], parts["VP"]
    place = office.short_name[0].lower() + office.short_name[1:]
    yield _post(office, "motcua", Kind.DESK_CLERK, "Công chức một cửa, Quầy 1", random, desk)
    yield _post(office, "motcua2", Kind.DESK_CLERK, "Công chức một cửa, Quầy 2", random, desk)
    for code, part in parts.items():
        short = code.lower()
        title = f"Chuyên viên {part.name}"
        yield _post(office, f"chuyenvien.{short}", Kind.CASE_OFFICER, title, random, part)
        head = f"Lãnh đạo {part.name}"
        yield _post(office, f"truongphong.{short}", Kind.DEPARTMENT_HEAD, head, random, part)
    yield _post(office, "chutich", Kind.CHAIR, f"Chủ tịch UBND {place}", random)
    yield _post(office, "phochutich", Kind.CHAIR, f"Phó Chủ tịch UBND {place}", random)
    yield _post(office, "vanthu", Kind.RECORDS_CLERK, f"Văn thư UBND {place}", random, bureau)
    yield _post(
        office, "kiemsoat", Kind.CATALOGUE_OFFICER, "Công chức kiểm soát TTHC", random, bureau
    )
    yield _post(
        office, "noivu", Kind.HOME_AFFAIRS, "Chuyên viên tổng hợp nội vụ", random, parts["VHXH"]
    )
    yield _post(office, "quantri", Kind.ADMINISTRATOR, "Quản trị hệ thống", random, bureau)


def _posts(office: OfficeRow, random: Random) -> Iterator[Post]:
    if office.kind == "province":
        yield _post(office, "captren", Kind.OVERSEER, "Chuyên viên Văn phòng UBND tỉnh", random)
    elif office.kind == "outside":
        title = f"Chuyên viên {office.short_name}"
        yield _post(office, "", Kind.CASE_OFFICER, title, random)
    elif office.kind == "town":
        yield from _town(office, random)
    else:
        yield from _commune(office, random)


def _town(office: OfficeRow, random: Random) -> Iterator[Post]:
    parts = {d.code: d for d in departments(office.id)}
    desk = parts["TX-VP"]
    yield _post(office, "motcua", Kind.DESK_CLERK, "Cán bộ một cửa, Quầy 1", random, desk)
    yield _post(office, "motcua2", Kind.DESK_CLERK, "Cán bộ một cửa, Quầy 2", random, desk)
    for code, part in parts.items():
        short = code.removeprefix("TX-").lower()
        yield _post(
            office,
            f"chuyenvien.{short}",
            Kind.CASE_OFFICER,
            f"Chuyên viên {part.name}",
            random,
            part,
        )
        yield _post(
            office, f"truongphong.{short}", Kind.DEPARTMENT_HEAD, f"Lãnh đạo {part.name}", random,
            part,
        )  # fmt: skip
    yield _post(office, "chutich", Kind.CHAIR, "Chủ tịch UBND thị xã", random)
    yield _post(office, "phochutich", Kind.CHAIR, "Phó Chủ tịch UBND thị xã", random)
    yield _post(office, "vanthu", Kind.RECORDS_CLERK, "Văn thư UBND thị xã", random, desk)
    yield _post(office, "kiemsoat", Kind.CATALOGUE_OFFICER, "Cán bộ kiểm soát TTHC", random, desk)
    yield _post(
        office, "noivu", Kind.HOME_AFFAIRS, "Chuyên viên tổng hợp Phòng Nội vụ", random,
        parts["TX-NV"],
    )  # fmt: skip
    yield _post(office, "quantri", Kind.ADMINISTRATOR, "Quản trị hệ thống", random, desk)


def _commune(office: OfficeRow, random: Random) -> Iterator[Post]:
    parts = {d.code: d for d in departments(office.id)}
    desk = parts["VPTK"]
    yield _post(office, "motcua", Kind.DESK_CLERK, "Cán bộ một cửa", random, desk)
    for code, part in parts.items():
        yield _post(office, code.lower(), Kind.CASE_OFFICER, f"Công chức {part.name}", random, part)
    place = office.short_name[0].lower() + office.short_name[1:]
    yield _post(office, "chutich", Kind.CHAIR, f"Chủ tịch UBND {place}", random)
    yield _post(office, "vanthu", Kind.RECORDS_CLERK, f"Văn thư UBND {place}", random, desk)


def _post(
    office: OfficeRow,
    role: str,
    kind: Kind,
    title: str,
    random: Random,
    part: DepartmentRow | None = None,
) -> Post:
    username = f"{role}.{office.slug}" if role else office.slug
    return Post(username, names.person(random), kind, title, office.id, part.id if part else None)
