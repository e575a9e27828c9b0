"""The public search over all offices, and what it says of an office that does not do it."""

import re

import pytest

from acting import words
from asking import passer_by
from world import World


@pytest.fixture(autouse=True)
def _catalogue_is_there(world: World) -> None:
    """Every page here stands on the real catalogue, without a dossier."""


@pytest.mark.parametrize("place", ["", "&don-vi=khong-co"])
def test_a_search_without_an_office_looks_in_all_and_says_where_each_is_done(place: str) -> None:
    answer = passer_by().get(f"/thu-tuc?tim=khai+sinh{place}")

    page = answer.content.decode()
    found = re.findall(r'<a href="(/t[^"]+)">([^<]+)</a>\s*<p>', page)
    assert found[0] == ("/tthc/1.001193", "Thủ tục đăng ký khai sinh")
    assert len({url for url, _ in found}) == len(found)
    assert any(url == "/thu-tuc/bim-son/tx-khai-sinh-nuoc-ngoai" for url, _ in found)
    said = words(answer)
    assert "thủ tục ở mọi nơi nhận" in said
    assert re.search(r"Làm ở Phường [^.]*? và \d nơi khác", said)
    assert "Làm ở UBND Thị xã" in said or "Làm ở Thị xã" in said
    assert 'type="hidden" name="don-vi"' not in page


def test_what_one_office_does_not_do_is_said_to_be_done_elsewhere() -> None:
    town = passer_by().get("/thu-tuc?don-vi=bim-son&tim=khai+sinh")
    ward = passer_by().get("/thu-tuc?don-vi=ba-dinh&tim=karaoke")

    assert re.search(
        r"Việc này làm ở nơi khác: Thủ tục đăng ký khai sinh Làm ở Phường", words(town)
    )
    assert re.search(r"Tìm ở mọi nơi: \d+ thủ tục", words(town))
    assert 'href="/thu-tuc?tim=khai%20sinh"' in town.content.decode()
    assert "/thu-tuc/bim-son/tx-karaoke" in ward.content.decode()


def test_what_an_office_does_best_points_nowhere_else_by_name() -> None:
    page = words(passer_by().get("/thu-tuc?don-vi=ba-dinh&tim=khai+sinh"))

    assert "Việc này làm ở nơi khác" not in page
    assert "Tìm ở mọi nơi" in page


def test_what_only_comes_near_is_not_called_a_match() -> None:
    page = words(passer_by().get("/thu-tuc", {"tim": "trồng sâm ngọc linh xuất khẩu châu âu"}))

    assert "Không có thủ tục nào khớp hẳn. Gần nhất là:" in page
    assert "khớp hẳn" not in words(passer_by().get("/thu-tuc?tim=khai+sinh"))
