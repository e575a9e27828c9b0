"""Files sent to a dossier: kept once, seen as pictures, taken away; hostile ones leave nothing."""

import io
import re
import zipfile
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from PIL import Image

import hostile
from acting import receive, words
from motcua.audit.models import AuditRow
from motcua.dossiers.models import Attachment, Dossier, Event
from motcua.dossiers.verifying.run import differences
from motcua.files import store
from world import World

pytestmark = pytest.mark.usefixtures("data_folder")

PLAIN = "tx-gia-han-gpxd"


@pytest.fixture
def code(world: World) -> str:
    return receive(world.as_("clerk"), procedure=PLAIN, drawn=PLAIN)


def send(world: World, code: str, by: str = "clerk", **files: object) -> HttpResponse:
    """Send files from the dossier's page; a value is the content, or several."""
    seq = Dossier.objects.get(code=code).head_seq
    data: dict[str, object] = {"key": str(uuid4()), "seq": str(seq)}
    for field, content in files.items():
        many = content if isinstance(content, list) else [content]
        data[field] = [
            one if isinstance(one, str) else SimpleUploadedFile("../../x.exe", one) for one in many
        ]
    answer: HttpResponse = world.as_(by).post(f"/can-bo/ho-so/{code}/tep", data)
    return answer


def on_disk() -> list[Path]:
    """Every file under the data folder."""
    return [path for path in Path(django_settings.MOTCUA_DATA).rglob("*") if path.is_file()]


def test_a_file_sent_to_a_paper_is_kept_by_its_content_and_told_to_the_history(
    world: World, code: str
) -> None:
    sent = hostile.pdf(2)

    answer = send(world, code, c1=sent)

    assert answer.status_code == 302, words(answer)
    one = Attachment.objects.get(dossier__code=code)
    assert (one.number, one.component, one.pages, one.source) == (1, 1, 2, "upload")
    assert one.file_id == sha256(sent).hexdigest()
    assert store.read(one.file_id) == sent
    assert not store.path_of(one.file_id).stat().st_mode & 0o111
    event = Event.objects.filter(dossier__code=code).latest("seq")
    assert event.kind == "file_attached"
    assert event.payload["sha256"] == one.file_id
    assert "x.exe" not in str(event.payload)
    assert list(differences(isolated=False)) == []


def test_several_files_come_in_one_press_and_the_same_key_does_it_once(
    world: World, code: str
) -> None:
    seq = Dossier.objects.get(code=code).head_seq
    data = {"key": str(uuid4()), "seq": str(seq)}
    for _ in range(2):
        files = {
            "c1": [
                SimpleUploadedFile("a", hostile.pdf(3)),
                SimpleUploadedFile("b", hostile.pdf(4)),
            ],
            "other": SimpleUploadedFile("c", hostile.docx()),
            "purpose": "result",
        }
        world.as_("clerk").post(f"/can-bo/ho-so/{code}/tep", {**data, **files})

    told = Attachment.objects.filter(dossier__code=code).order_by("number")
    assert [(one.number, one.purpose, one.component) for one in told] == [
        (1, "component", 1), (2, "component", 1), (3, "result", 0),
    ]  # fmt: skip


def test_a_picture_becomes_an_upright_pdf_without_what_the_camera_wrote(
    world: World, code: str
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    exif[0x8825] = {1: "N", 2: (20.0, 5.0, 0.0)}
    exif[0x010F] = "Máy ảnh Mẫu"

    send(world, code, c1=hostile.picture(size=(160, 120), exif=exif))

    one = Attachment.objects.get(dossier__code=code)
    kept = store.read(one.file_id)
    assert kept.startswith(b"%PDF-")
    assert b"Exif" not in kept
    assert b"GPS" not in kept
    shown = world.as_("clerk").get(f"/can-bo/ho-so/{code}/tep/1/1-vua.jpg")
    drawn = Image.open(io.BytesIO(shown.content))
    assert drawn.height > drawn.width
    assert drawn.getpixel((drawn.width - 9, 9))[0] < 60  # turned clockwise


def test_hostile_files_are_refused_with_a_sentence_each_and_nothing_of_them_remains(
    world: World, code: str
) -> None:
    sent = [made() for _, made in hostile.HOSTILE.values()]
    before = on_disk()

    answer = send(world, code, c1=sent)

    assert answer.status_code == 422
    told = words(answer)
    for place, (what, (said, _)) in enumerate(hostile.HOSTILE.items(), start=1):
        ours = told.partition(f"tệp thứ {place}: ")[2].partition("Giấy tờ 1, tệp")[0]
        assert said in ours, what
    assert not Attachment.objects.filter(dossier__code=code).exists()
    assert on_disk() == before


def test_a_file_over_the_limit_is_cut_off_while_it_streams(
    world: World, code: str, settings: object
) -> None:
    settings.MOTCUA_FILES = django_settings.MOTCUA_FILES.__class__(3_000_000, 9_000_000)  # type: ignore[attr-defined]
    before = on_disk()

    answer = send(world, code, c1=hostile.pdf() + b"\0" * 4_000_000)

    assert answer.status_code == 422
    assert "Tệp lớn hơn 3 MB" in words(answer)
    assert on_disk() == before


def test_a_form_that_announces_two_gigabytes_is_refused_before_it_is_read(
    world: World, code: str
) -> None:
    class Unread(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise AssertionError("read")

    answer = world.as_("clerk").generic(
        "POST",
        f"/can-bo/ho-so/{code}/tep",
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH="2000000000",
        **{"wsgi.input": Unread()},
    )

    assert answer.status_code == 413
    assert "lớn hơn" in words(answer)


def test_all_files_of_a_dossier_together_have_a_limit_too(
    world: World, code: str, settings: object
) -> None:
    one = hostile.pdf()
    settings.MOTCUA_FILES = django_settings.MOTCUA_FILES.__class__(3_000_000, len(one) + 10)  # type: ignore[attr-defined]
    send(world, code, c1=one)

    answer = send(world, code, c1=hostile.pdf(2))

    assert answer.status_code == 409
    assert "Các tệp của hồ sơ" in words(answer)


def test_a_good_file_beside_a_bad_one_is_kept_and_the_bad_one_is_named(
    world: World, code: str
) -> None:
    answer = send(world, code, c1=[hostile.pdf(5), hostile.with_script()])

    assert answer.status_code == 422
    assert "Giấy tờ 1, tệp thứ 2: Tệp PDF có mã lệnh" in words(answer)
    assert Attachment.objects.filter(dossier__code=code).count() == 1


def test_a_file_is_downloaded_to_be_saved_and_pictures_run_nothing(world: World, code: str) -> None:
    sent = hostile.pdf()
    send(world, code, c1=sent)
    clerk = world.as_("clerk")
    already = AuditRow.objects.count()

    saved = clerk.get(f"/can-bo/ho-so/{code}/tep/1/tai")
    shown = clerk.get(f"/can-bo/ho-so/{code}/tep/1/1-nho.jpg")
    viewer = clerk.get(f"/can-bo/ho-so/{code}/tep/1")
    packed = clerk.get(f"/can-bo/ho-so/{code}/tep/tat-ca.zip")

    assert saved.content == sent
    assert saved["Content-Disposition"].startswith("attachment")
    assert shown["Content-Type"] == "image/jpeg"
    for answer in (saved, shown):
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert "trang 1/1" in words(viewer)
    with zipfile.ZipFile(io.BytesIO(b"".join(packed.streaming_content))) as folder:
        assert folder.namelist() == [f"{code}-01.pdf"]
    noted = list(AuditRow.objects.order_by("pk").values_list("action", flat=True)[already:])
    assert noted == ["take_file", "view_file", "view_file", "take_file"]


def test_a_file_is_taken_away_with_a_reason_and_the_history_keeps_both(
    world: World, code: str
) -> None:
    send(world, code, c1=hostile.pdf())
    clerk, where = world.as_("clerk"), f"/can-bo/ho-so/{code}/tep/1/go"
    page = clerk.get(where).content.decode()
    drawn = {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("key", "seq")}

    unsaid = clerk.post(where, drawn)
    done = clerk.post(where, {**drawn, "reason": "Nhầm hồ sơ"})

    assert unsaid.status_code == 422
    assert done.status_code == 302
    assert clerk.get(f"/can-bo/ho-so/{code}/tep/1").status_code == 404
    kinds = Event.objects.filter(dossier__code=code).order_by("seq").values_list("kind", flat=True)
    assert list(kinds)[-2:] == ["file_attached", "file_detached"]
    assert list(differences(isolated=False)) == []


def test_only_who_may_open_the_dossier_sees_its_files_and_only_its_holder_adds(
    world: World, code: str
) -> None:
    send(world, code, c1=hostile.pdf())

    for who in ("officer", "ward", "above"):  # who holds no step, another office, one above
        for tail in ("", "/1", "/1/tai", "/1/1-nho.jpg", "/tat-ca.zip"):
            answer = world.as_(who).get(f"/can-bo/ho-so/{code}/tep{tail}")
            assert answer.status_code in (403, 404), (who, tail)
        assert send(world, code, by=who, c1=hostile.pdf(2)).status_code in (403, 404)


def test_verify_names_a_file_row_that_is_not_as_the_history_says(world: World, code: str) -> None:
    send(world, code, c1=hostile.pdf())
    Attachment.objects.filter(dossier__code=code).update(component=2)

    assert f"{code}: tệp số 1 khác lịch sử" in list(differences(isolated=False))

    Attachment.objects.filter(dossier__code=code).update(component=1)


def test_a_paper_digitised_before_serves_the_same_person_again_without_being_stored_twice(
    world: World, code: str
) -> None:
    send(world, code, c1=hostile.pdf(7))
    first = Attachment.objects.get(dossier__code=code)
    again = receive(world.as_("clerk"), procedure=PLAIN, drawn=PLAIN)
    other = receive(
        world.as_("clerk"), procedure=PLAIN, drawn=PLAIN, **{"o0-id_number": "038000000099"}
    )

    offered = words(world.as_("clerk").get(f"/can-bo/ho-so/{again}/tep"))
    answer = send(world, again, **{f"r{first.pk}": "2"})
    foreign = send(world, other, **{f"r{first.pk}": "2"})

    assert "Đã số hoá ở hồ sơ trước" in offered
    assert answer.status_code == 302
    taken = Attachment.objects.get(dossier__code=again)
    assert (taken.file_id, taken.component, taken.source) == (first.file_id, 2, "reused")
    assert taken.reused_from == first
    assert foreign.status_code == 422
    assert not Attachment.objects.filter(dossier__code=other).exists()
    assert list(differences(isolated=False)) == []
