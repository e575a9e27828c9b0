"""The public web address after the first day: who changes it, what is asked, where it goes."""

from pathlib import Path
from typing import Any

import pytest

from acting import words
from motcua.config import environment
from motcua.config.installing import address
from motcua.organization.selectors import office_by_slug

PAGE = "/can-bo/quan-tri/dia-chi-web"
NEW = {"public_url": "http://motcua.nam-son.example/", "tried": "on"}


@pytest.fixture
def folder(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, world: Any) -> Path:
    """A data folder of an office that moved in, whose settings nobody set elsewhere."""
    settings.MOTCUA_DATA = tmp_path
    monkeypatch.setattr(address, "home_office", lambda: office_by_slug("bim-son"))
    monkeypatch.delenv(address.NAME, raising=False)
    return tmp_path


def test_it_is_kept_in_the_folder_and_noted(world: Any, folder: Path) -> None:
    admin = world.as_("admin")

    answer = admin.post(PAGE, NEW, follow=True)

    assert "Đã lưu." in words(answer)
    assert environment.kept_in(folder) == {address.NAME: "http://motcua.nam-son.example"}
    assert "Đổi địa chỉ web công khai" in words(admin.get("/can-bo/quan-tri/nhat-ky"))


def test_behind_https_the_web_server_of_this_machine_is_trusted(world: Any, folder: Path) -> None:
    world.as_("admin").post(PAGE, {**NEW, "public_url": "https://motcua.nam-son.example"})

    assert environment.kept_in(folder)["MOTCUA_PROXY"] == "127.0.0.1"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"public_url": "motcua"}, "Địa chỉ web ghi như"),
        ({"tried": ""}, "Mở thử địa chỉ từ máy khác trước"),
    ],
)
def test_what_would_lock_everybody_out_is_told_at_its_field_and_not_kept(
    world: Any, folder: Path, changes: dict[str, str], sentence: str
) -> None:
    answer = world.as_("admin").post(PAGE, {**NEW, **changes})

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert environment.kept_in(folder) == {}


def test_set_where_the_machine_is_kept_it_is_shown_and_not_changed(
    world: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(address.NAME, "https://motcua.example")

    page = world.as_("admin").get(PAGE)
    answer = world.as_("admin").post(PAGE, NEW)

    assert "Người trông máy đặt địa chỉ này" in words(page)
    assert answer.status_code == 403


@pytest.mark.parametrize("username", ["clerk", "chair"])
def test_only_administration_sees_it(world: Any, folder: Path, username: str) -> None:
    assert world.as_(username).get(PAGE).status_code == 403
