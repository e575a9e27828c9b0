"""The demonstration folder: loaded once, begun anew when interrupted, never beside real rows."""

import pytest

from motcua.config import demonstration, environment
from motcua.config.processes import prepare
from motcua.config.said import Said
from motcua.exchange import demo
from motcua.files import models as files
from motcua.identity import services as identity
from motcua.organization import selectors, timekeeping
from motcua.organization.models import Office


@pytest.fixture(autouse=True)
def own_database(server, blank, django_db_blocker):
    with django_db_blocker.unblock():
        name = server.copy(blank)
        before = server.use(name)
        timekeeping.forget()
        yield
        server.use(before)
        server.drop(name)
        timekeeping.forget()
        selectors.forget()


class Loader:
    """Stands in for the real one: notes each load, leaves a row, and may be interrupted."""

    def __init__(self, monkeypatch):
        self.loads, self.interrupted = 0, False
        monkeypatch.setattr(demo, "load", self)

    def __call__(self, tell):
        self.loads += 1
        files.StoredFile.objects.create(
            sha256="0" * 64, size_bytes=0, media_type="text/plain", stored_at=timekeeping.real_now()
        )
        if self.interrupted:
            raise KeyboardInterrupt
        timekeeping.set_demonstration(demo.loading.DEMO_NOW)


@pytest.fixture
def loader(monkeypatch):
    return Loader(monkeypatch)


def test_it_is_loaded_once_however_often_it_is_asked_for(loader):
    demonstration.prepare(None)
    demonstration.prepare(None)

    assert loader.loads == 1
    assert timekeeping.is_demonstration()


def test_an_interrupted_load_is_begun_anew_from_nothing(loader):
    loader.interrupted = True
    with pytest.raises(KeyboardInterrupt):
        demonstration.prepare(None)
    loader.interrupted = False

    demonstration.prepare(None)

    assert loader.loads == 2
    assert files.StoredFile.objects.count() == 1
    assert Office.objects.filter(slug="bim-son").exists()


def test_it_is_never_loaded_beside_real_dossiers(loader, monkeypatch):
    monkeypatch.setattr(demo, "has_other_dossiers", lambda: True)

    with pytest.raises(Said, match="hồ sơ thật"):
        demonstration.prepare(None)

    assert loader.loads == 0


def test_a_given_date_moves_the_folder(loader):
    later = demo.loading.DEMO_NOW.replace(month=5)

    demonstration.prepare(later)

    assert timekeeping.now() == later


@pytest.mark.parametrize(
    ("listen", "on_network", "refused"),
    [
        ("127.0.0.1:8000", False, False),
        ("0.0.0.0:8000", False, True),
        ("192.0.2.7:8000", False, True),
        ("0.0.0.0:8000", True, False),
    ],
)
def test_accounts_everybody_knows_are_not_served_to_the_network(listen, on_network, refused):
    identity.add_person(username="mau", full_name="Lúa Mẫu", password="mau-2017", demo=True)

    said = prepare.refusal(environment.read({"MOTCUA_LISTEN": listen}), on_network=on_network)

    assert ("--demo-on-network" in said) is refused


def test_a_real_office_is_served_to_the_network():
    assert (
        prepare.refusal(environment.read({"MOTCUA_LISTEN": "0.0.0.0:80"}), on_network=False) == ""
    )
