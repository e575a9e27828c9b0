"""The demonstration's keys: invented, named as samples, and enough to sign with."""

from pathlib import Path

from motcua.exchange.demo.signing import make_keys
from motcua.papers.models import SigningKey
from motcua.papers.signing.checking import trust
from motcua.papers.signing.keys import open_own, open_seal
from motcua.papers.signing.samples import PIN
from office import Office
from world import NOW


def test_seal_and_chair_of_an_office_can_sign_and_say_they_are_samples(
    office: Office, tmp_path: Path, settings: object
) -> None:
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    chair = office.people["chair"]

    make_keys(("bim-son",), NOW)

    name = open_seal(chair.office_id, PIN)[0].certificate.name
    assert name.endswith("MẪU")
    assert name.count("UBND") == 1
    assert open_own(chair, PIN).certificate.name == chair.person
    assert len(trust(tmp_path).roots) == 1
    assert SigningKey.objects.filter(removed_at=None).count() == 2
