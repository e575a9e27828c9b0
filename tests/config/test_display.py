"""Text size and language are a browser's choice, kept in cookies and nowhere else."""

from django.test import RequestFactory

from motcua.config.display import choose

ASK = RequestFactory()


def test_a_larger_size_is_kept_and_one_comes_back_to_the_page_one_left() -> None:
    request = ASK.get("/hien-thi?co-chu=125", HTTP_REFERER="http://testserver/tra-cuu?ma=X")

    response = choose(request)

    assert response.cookies["motcua_co_chu"].value == "125"
    assert response["Location"] == "/tra-cuu?ma=X"


def test_a_page_that_keeps_its_address_to_itself_is_found_again() -> None:
    assert choose(ASK.get("/hien-thi?co-chu=112&tu=/tra-cuu"))["Location"] == "/tra-cuu"


def test_the_usual_size_needs_no_cookie() -> None:
    response = choose(ASK.get("/hien-thi?co-chu=100"))

    assert response.cookies["motcua_co_chu"]["max-age"] == 0


def test_english_is_kept_and_vietnamese_is_the_usual() -> None:
    assert choose(ASK.get("/hien-thi?ngon-ngu=en")).cookies["motcua_ngon_ngu"].value == "en"
    assert choose(ASK.get("/hien-thi?ngon-ngu=vi")).cookies["motcua_ngon_ngu"]["max-age"] == 0


def test_the_next_person_at_the_kiosk_starts_afresh() -> None:
    response = choose(ASK.get("/hien-thi?moi=1&ve=/kiosk"))

    assert {morsel["max-age"] for morsel in response.cookies.values()} == {0}
    assert set(response.cookies) == {"motcua_co_chu", "motcua_ngon_ngu"}
    assert response["Location"] == "/kiosk"


def test_an_absurd_choice_changes_nothing() -> None:
    assert not choose(ASK.get("/hien-thi?co-chu=9000&ngon-ngu=xx")).cookies


def test_nobody_is_sent_to_another_house() -> None:
    for there in ("https://elsewhere.example/x", "//elsewhere.example", "/hien-thi?co-chu=112"):
        assert choose(ASK.get("/hien-thi", {"ve": there}))["Location"] == "/"
