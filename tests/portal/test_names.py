"""No public page or answer of the whole demonstration holds a name, masked or not."""

import re
from collections.abc import Sequence

import pytest
from django.core.cache import cache

from asking import passer_by, slip_check
from motcua.catalogue import selectors as catalogue
from motcua.dossiers.models import Dossier, Party
from motcua.identity.models import Account
from motcua.organization import timekeeping
from motcua.organization.selectors import offices_with_desk

MASKED = re.compile(r"\*{2,}|•{2,}|\b[A-ZĐ]\.\s?[A-ZĐ]\.\s|x{3,}\d{2,}", re.IGNORECASE)
# 64 letters drawn anew for each page: in some draw any pattern is found.
TOKEN = re.compile(r'(?<=name="csrfmiddlewaretoken" value=")[^"]+')


@pytest.fixture(scope="module")
def chosen(demo: str) -> Sequence[Dossier]:
    """Dossiers of every office and stage, the late and the sensitive ones among them."""
    cache.clear()
    found: dict[int, Dossier] = {}
    every = Dossier.objects.order_by("office", "stage", "id")
    per_kind: dict[tuple[int, str, bool], int] = {}
    for dossier in every.iterator():
        sensitive = catalogue.version(dossier.procedure_version_id).sensitive
        kind = (dossier.office_id, dossier.stage, sensitive)
        per_kind[kind] = per_kind.get(kind, 0) + 1
        if per_kind[kind] <= 4 or dossier.overdue_reason:
            found[dossier.pk] = dossier
    return list(found.values())


@pytest.fixture(scope="module")
def published(chosen: Sequence[Dossier]) -> str:
    """All that anyone can read: pages and answers, each line once."""
    day = timekeeping.now().date()
    paths = ["/", "/tra-cuu", "/kiosk", "/kiosk/tra-cuu", "/kiosk/thu-tuc", "/kiosk/chu-va-tieng"]
    for office in offices_with_desk():
        paths += [f"/thu-tuc?don-vi={office.slug}", f"/api/v1/procedures?office={office.slug}"]
        for row in catalogue.procedures_of(office.id, day)[::9]:
            paths.append(f"/thu-tuc/{office.slug}/{row.slug}")
            paths.append(f"/kiosk/thu-tuc/{office.slug}/{row.slug}")
    for dossier in chosen:
        asked = f"ma={dossier.code}&kt={slip_check(dossier.code)}"
        paths += [f"/tra-cuu?{asked}", f"/tra-cuu?ma={dossier.code}", f"/kiosk/tra-cuu?{asked}"]
        paths.append(f"/api/v1/dossiers/{dossier.code}?kt={slip_check(dossier.code)}")
    lines: set[str] = set()
    for path in paths:
        answer = passer_by().get(path)
        assert answer.status_code == 200, path
        said = TOKEN.sub("", answer.content.decode())
        lines.update(line.strip() for line in said.splitlines())
    return "\n".join(sorted(lines))


def test_the_sample_is_of_every_office_and_of_every_stage(chosen: Sequence[Dossier]) -> None:
    assert len({dossier.office_id for dossier in chosen}) == 9
    assert {dossier.stage for dossier in chosen} == set(
        Dossier.objects.values_list("stage", flat=True).distinct()
    )
    assert len(chosen) > 100


def test_no_name_of_an_applicant_is_public(published: str) -> None:
    names = set(Party.objects.values_list("name", flat=True))

    assert len(names) > 1000
    assert [name for name in names if name in published] == []


def test_no_name_of_an_official_is_public(published: str) -> None:
    names = set(Account.objects.filter(demo=True).values_list("full_name", flat=True))

    assert len(names) > 50
    assert [name for name in names if name in published] == []


def test_no_number_that_leads_to_a_person_is_public(published: str) -> None:
    numbers = set(Party.objects.exclude(id_number="").values_list("id_number", flat=True))
    numbers |= set(Party.objects.exclude(phone="").values_list("phone", flat=True))

    assert len(numbers) > 1000
    assert [number for number in numbers if number in published] == []


def test_no_address_of_an_applicant_is_public(published: str) -> None:
    addresses = set(Party.objects.exclude(address="").values_list("address", flat=True))

    assert addresses
    assert [address for address in addresses if address in published] == []


def test_no_name_is_masked_either(published: str) -> None:
    assert [line for line in published.splitlines() if MASKED.search(line)] == []


def test_no_user_name_is_public(published: str) -> None:
    names = [name for name in Account.objects.values_list("username", flat=True) if "." in name]

    assert names
    assert [name for name in names if name in published] == []


def test_a_sensitive_dossier_shows_neither_procedure_nor_way(chosen: Sequence[Dossier]) -> None:
    sensitive = [
        dossier for dossier in chosen if catalogue.version(dossier.procedure_version_id).sensitive
    ]

    assert sensitive
    for dossier in sensitive:
        version = catalogue.version(dossier.procedure_version_id)
        asked = {"ma": dossier.code, "kt": slip_check(dossier.code)}
        page = passer_by().get("/tra-cuu", asked).content.decode()
        answer = passer_by().get(f"/api/v1/dossiers/{dossier.code}", asked).json()
        assert version.name not in page
        assert 'class="way"' not in page
        assert "Đang ở" not in page
        assert not {"procedure", "steps"} & set(answer)
        assert answer["holder"] == ""
