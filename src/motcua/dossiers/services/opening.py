"""The first day: an office moves in with its first administrator and the number to go on from."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from motcua.core.clock import VN
from motcua.core.codes import LAST_NUMBER
from motcua.core.refusal import Refused
from motcua.dossiers.models import CodeBook
from motcua.identity import passwords, selectors
from motcua.identity.kinds import PositionKind
from motcua.identity.services import add_person, add_position, give_position
from motcua.organization.noting import note
from motcua.organization.selectors import OfficeRow
from motcua.organization.services import DeskHours, Founding, found, keep_hours

LOCK = 0x6D6F7466  # beside reference's


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """Who can sign in first, and under which title they administer."""

    username: str
    full_name: str
    title: str
    password: str


@transaction.atomic
def open_office(
    founding: Founding,
    administrator: FirstPerson,
    *,
    hours: DeskHours | None = None,
    next_number: int = 1,
    at: datetime,
) -> OfficeRow:
    """The office that moved in, whole or not at all; two at once wait for one another.

    `next_number` is that of the first dossier of the day of `at`: lower ones were given elsewhere.
    Refused: founded_already, bad_next_number, and as `found`, `keep_hours`, `check_strength` and
    `add_person`. Hashing the password costs about a quarter of a second.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    if selectors.anybody_can_sign_in():
        raise Refused("founded_already")
    passwords.check_strength(
        administrator.password,
        username=administrator.username,
        full_name=administrator.full_name,
    )
    office = found(founding, at=at)
    if hours is not None:
        keep_hours(office.id, hours, at=at, by=None)
    _seat(administrator, office, at)
    _continue_numbers(office, next_number, at)
    return office


def _seat(person: FirstPerson, office: OfficeRow, at: datetime) -> None:
    account = add_person(
        username=person.username, full_name=person.full_name, password=person.password
    )
    position = add_position(
        office_id=office.id, kind=PositionKind.ADMINISTRATOR, title=person.title
    )
    give_position(account, position, from_on=at.astimezone(VN).date())


def _continue_numbers(office: OfficeRow, next_number: int, at: datetime) -> None:
    if not 1 <= next_number <= LAST_NUMBER:
        raise Refused("bad_next_number", most=LAST_NUMBER)
    if next_number == 1:
        return
    before = next_number - 1
    CodeBook.objects.create(
        office_id=office.id, day_on=at.astimezone(VN).date(), last=before, before=before
    )
    note("continue_numbers", f"{office.slug} {next_number}", by=None)
