"""The desk's world: the real offices and catalogue, a person in each kind of position, no dossier.

Each module works on its own copy; what its tests write stays in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from motcua.core.clock import VN
from postgres_session import Server

NOW = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
PASSWORD = "mat-khau-mau-1"  # noqa: S105 (an invented one)
PEOPLE = (
    ("clerk", "Lê Thị Quầy Mẫu", "BP_MOT_CUA", "Cán bộ một cửa, Quầy 2", "bim-son", ""),
    ("clerk2", "Lê Văn Quầy Mẫu", "BP_MOT_CUA", "Cán bộ một cửa, Quầy 1", "bim-son", ""),
    ("officer", "Trần Văn Cột Mẫu", "CHUYEN_VIEN", "Chuyên viên 2", "bim-son", "TX-QLDT"),
    ("head", "Vũ Đình Kèo Mẫu", "LANH_DAO_PHONG", "Trưởng phòng", "bim-son", "TX-QLDT"),
    ("chair", "Nguyễn Văn Nóc Mẫu", "LANH_DAO_UBND", "Phó Chủ tịch", "bim-son", ""),
    ("records", "Hồ Thị Dấu Mẫu", "VAN_THU", "Văn thư", "bim-son", ""),
    ("affairs", "Mai Văn Tổng Mẫu", "NOI_VU", "Chuyên viên tổng hợp", "bim-son", ""),
    ("admin", "Đỗ Văn Máy Mẫu", "QUAN_TRI", "Quản trị", "bim-son", ""),
    ("books", "Bùi Thị Sách Mẫu", "KIEM_SOAT_TTHC", "Kiểm soát thủ tục", "bim-son", ""),
    ("above", "Phạm Văn Trên Mẫu", "CAP_TREN", "Thanh tra tỉnh", "thanh-hoa", ""),
    ("ward", "Ngô Thị Phường Mẫu", "BP_MOT_CUA", "Cán bộ một cửa", "ba-dinh", ""),
)


@dataclass
class World:
    """Signs people in without their password, which costs a quarter of a second."""

    clients: dict[str, Client] = field(default_factory=dict)

    def as_(self, username: str) -> Client:
        """A browser in which `username` is signed in; the same one each time."""
        if username not in self.clients:
            self.clients[username] = self.fresh(username)
        return self.clients[username]

    def fresh(self, username: str) -> Client:
        """Another browser of the same person."""
        from motcua.identity.models import Account

        client = Client()
        client.force_login(
            Account.objects.get(username=username),
            backend="motcua.identity.entering.WithPosts",
        )
        return client


@pytest.fixture(scope="session")
def desk_template(server: Server, django_db_setup: None, django_db_blocker: Any) -> str:
    """A template with reference data and people."""
    with django_db_blocker.unblock():
        return server._template("desk_world", source=server.blank(), fill=_people)


@pytest.fixture(scope="module")
def world(server: Server, desk_template: str, django_db_blocker: Any) -> Iterator[World]:
    """A copy of the world for this module, standing at 09:42 of 31/03/2017."""
    with django_db_blocker.unblock():
        name = server.copy(desk_template)
        before = server.use(name)
        _forget()
        _fill_consumers()
        yield World()
        server.use(before)
        server.drop(name)
        _forget()


def _people(url: str) -> None:
    from motcua.config import reference
    from motcua.identity import services
    from motcua.identity.kinds import PositionKind
    from motcua.organization import timekeeping
    from motcua.organization.selectors import department_by_code, office_by_slug

    _forget()
    reference.load()
    timekeeping.set_demonstration(NOW)
    for username, full_name, kind, title, slug, code in PEOPLE:
        office = office_by_slug(slug)
        department = department_by_code(office.id, code)
        account = services.add_person(
            username=username, full_name=full_name, password=PASSWORD, demo=True
        )
        position = services.add_position(
            office_id=office.id,
            kind=PositionKind(kind),
            title=title,
            department_id=department.id if department else None,
        )
        services.give_position(account, position, from_on=date(2017, 1, 1))
    _receipt_book()


def _receipt_book() -> None:
    """Without a book of receipts the town's desk takes no money."""
    from motcua.fees.services import open_book
    from motcua.fees.services.books import NewBook
    from motcua.identity.actors import actors_of
    from motcua.identity.models import Account

    (admin,) = actors_of(Account.objects.get(username="admin").pk, NOW)
    book = NewBook("01BLP2-001", "TH-17T", 1, 500)
    open_book(admin.office_id, book, by=admin, at=NOW)


def _forget() -> None:
    """What this process remembers of another copy's rows."""
    from motcua.catalogue import selectors as catalogue
    from motcua.dossiers import reasons
    from motcua.organization import selectors as organization
    from motcua.organization import timekeeping

    organization.forget()
    reasons.forget()
    organization.calendar_by_edition.cache_clear()
    timekeeping.forget()
    catalogue.forget()
    catalogue.process.cache_clear()


def _fill_consumers() -> None:
    """While no room above follows the events, one that adds nothing stands in."""
    from motcua.dossiers import consumers

    try:
        consumers.filled()
    except RuntimeError:
        nothing = consumers.Consumer("nothing", "derivation", lambda facts, events: (), lambda: ())
        consumers.fill((nothing,))
