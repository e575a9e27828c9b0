"""The pages of internal processes: listed, written, tried, published, copied, printed. No script
runs here: everything is links and forms."""

import io
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from pypdf import PdfReader

from acting import receive, words
from deciding import approved
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.decisions.asked import Entry
from motcua.catalogue.models import Process, ProcessDraft
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier
from motcua.organization import timekeeping
from office import Office
from world import NOW, World

LIST = "/can-bo/quy-trinh"
PERMIT = "tx-gpxd-nha-o-do-thi"
RENEWAL = "tx-gia-han-gpxd"
BIRTH = "khai-sinh"
STEP = ("key", "name", "position", "department", "amount", "unit", "next", "how", "join", "office",
        "wait")  # fmt: skip


@pytest.fixture(autouse=True)
def clean(world: World) -> Any:
    yield
    ProcessDraft.objects.all().delete()
    held = Dossier.objects.values("process_id")
    Process.objects.exclude(published_at=None).exclude(pk__in=held).delete()
    timekeeping.set_demonstration(NOW)
    catalogue.forget()


def begun(world: World, slug: str = RENEWAL, who: str = "affairs", **fields: str) -> str:
    """The address of a new draft's editor."""
    form = {"cho": "bim-son", "tu": "in_force", "dv": "bim-son", **fields}
    answer = world.as_(who).post(f"{LIST}/{slug}/soan", form)
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"])


def drawn(answer: HttpResponse) -> dict[str, str]:
    """The editor's form as a browser would send it back."""
    text = answer.content.decode()
    form = text[text.index('id="soan"') : text.index("</form>", text.index('id="soan"'))]
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ('type="checkbox"' not in tag or "checked" in tag):
            found[name[1]] = value[1] if value else ("on" if "checkbox" in tag else "")
    for select in re.findall(r"<select.*?</select>", form, flags=re.S):
        name = re.search(r'name="([^"]+)"', select)
        chosen = re.search(r'value="([^"]*)" selected', select)
        first = re.search(r'value="([^"]*)"', select)
        assert name
        assert first
        found[name[1]] = chosen[1] if chosen else first[1]
    found.pop("csrfmiddlewaretoken", None)
    return found


def send(world: World, where: str, do: str, who: str = "affairs", **changes: str) -> HttpResponse:
    """Open the editor, change fields (`s2_name` is step 2's name), press a button."""
    client = world.as_(who)
    form = drawn(client.get(where))
    form |= {re.sub(r"^(s\d+)_", r"\1-", name): value for name, value in changes.items()}
    answer: HttpResponse = client.post(where, {**form, "do": do})
    return answer


def saved(world: World, where: str, do: str = "luu", **changes: str) -> HttpResponse:
    answer = send(world, where, do, **changes)
    assert answer.status_code == 302, words(answer)
    page: HttpResponse = world.as_("affairs").get(where)
    return page


def test_the_list_says_which_procedures_have_only_a_derived_process_and_finds_by_words(
    world: World,
) -> None:
    client = world.as_("affairs")

    every = words(client.get(LIST))
    without = client.get(f"{LIST}?loc=chua-co")
    found = words(client.post(LIST, {"q": "nha o rieng le do thi"}))
    none = words(client.get(f"{LIST}?loc=co-loi"))

    assert "243 thủ tục" in every
    assert "suy ra từ thời hạn" in words(without)
    assert "dùng chung" not in words(without)
    assert "nhà ở riêng lẻ tại đô thị" in found
    assert "suy ra từ thời hạn" not in found
    assert "Không có thủ tục nào khớp" in none


def test_home_affairs_sees_the_offices_below_and_a_catalogue_officer_their_own(
    world: World,
) -> None:
    below = words(world.as_("affairs").get(f"{LIST}?dv=ba-dinh"))
    own = words(world.as_("books").get(f"{LIST}?dv=ba-dinh"))

    assert "Phường Ba Đình: 63 thủ tục" in below
    assert "UBND Thị xã Bỉm Sơn: 243 thủ tục" in own
    assert world.as_("clerk").get(LIST).status_code == 403


def test_a_process_with_branches_is_written_mended_tried_and_published_and_counts_from_its_day(
    world: World,
) -> None:
    old = receive(world.as_("clerk"), procedure=RENEWAL, drawn=RENEWAL, **{"o0-name": "Hồ A Mẫu"})
    where = begun(world)

    saved(world, where, "chen:2")
    forked = saved(
        world, where, s3_name="Lấy ý kiến Phòng Tài nguyên", s3_position="CHUYEN_VIEN",
        s3_department="TX-TNMT", s3_amount="0,5", s3_unit="working_days", s2_next="3, 9",
    )  # fmt: skip
    assert "chuyển đến “9” không có" in words(forked)
    assert "Sửa ô “Bước sau” của bước này" in words(forked)
    late = saved(world, where, s2_next="3, 4", s3_next="5", s4_next="5", s4_amount="300")
    assert "vượt thời hạn" in words(late)
    tried = send(world, where, "tinh", s4_amount="4", ngay="03/04/2017", gio="08:00")
    assert "Nhận 08:00 Thứ Hai 03/04/2017 ở Thị xã Bỉm Sơn: hẹn trả" in words(tried)
    saved(world, where, s4_amount="4", tu="01/04/2017", nguon="Quyết định 15/QĐ-UBND")
    compared = world.as_("affairs").get(f"{where}/ban-hanh")
    assert "Ban hành, áp dụng từ 01/04/2017" in words(compared)
    assert "Lấy ý kiến Phòng Tài nguyên" in words(compared)
    published = world.as_("affairs").post(
        f"{where}/ban-hanh", {"revision": str(ProcessDraft.objects.get().revision)}
    )
    assert published.status_code == 302, words(published)

    timekeeping.set_demonstration(datetime(2017, 4, 3, 8, 0, tzinfo=VN))
    catalogue.forget()
    new = receive(world.as_("clerk"), procedure=RENEWAL, drawn=RENEWAL, **{"o0-name": "Hồ B Mẫu"})

    before, after = Dossier.objects.get(code=old), Dossier.objects.get(code=new)
    assert before.process_id != after.process_id
    process = catalogue.process(after.process_id)
    assert process.source == "Quyết định 15/QĐ-UBND"
    assert len(process.route.steps) == len(catalogue.process(before.process_id).route.steps) + 1
    assert "Lấy ý kiến Phòng Tài nguyên" in words(world.as_("clerk").get(f"/can-bo/ho-so/{new}"))
    assert "Lấy ý kiến" not in words(world.as_("clerk").get(f"/can-bo/ho-so/{old}"))
    history = words(world.as_("affairs").get(f"{LIST}/{RENEWAL}"))
    assert "Mai Văn Tổng Mẫu, Chuyên viên tổng hợp" in history


def test_steps_wait_stand_outside_the_clock_and_lie_at_other_offices(world: World) -> None:
    where = begun(world, "tx-gcn-lan-dau")

    saved(world, where, s3_wait="15", s4_stops="on", s4_office="chi-cuc-thue", s4_department="",
          s5_how="one", s5_next="6, 2", s2_join="any")  # fmt: skip

    steps = ProcessDraft.objects.get().document["steps"]
    assert steps[2]["wait"] == {"calendar_days": 15}
    assert (steps[3]["clock"], steps[3]["office"]) == ("stops", "chi-cuc-thue")
    assert (steps[4]["choose"], steps[4]["next"][1]) == (True, steps[1]["key"])
    assert steps[1]["join"] == "any"
    again = drawn(world.as_("affairs").get(where))
    assert (again["s3-wait"], again["s4-office"], again["s5-next"]) == (
        "15",
        "chi-cuc-thue",
        "6, 2",
    )


def test_a_same_day_process_is_eight_hours(world: World) -> None:
    where = begun(world, BIRTH, cho="ba-dinh", dv="ba-dinh")

    assert "8 / 8 giờ" in words(world.as_("affairs").get(where))


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_saved(world: World) -> None:
    where = begun(world)

    answer = send(world, where, "luu", s2_amount="mười", s3_wait="x", tu="31/02/2017")

    assert answer.status_code == 422
    text = answer.content.decode()
    assert '<a href="#id_s2-amount">Thời gian ghi bằng số, như 4 hoặc 0,5.</a>' in text
    assert 'value="mười"' in text
    assert "Còn 3 chỗ phải sửa" in words(answer)
    assert ProcessDraft.objects.get().revision == 1


def test_the_reckoning_alone_is_answered_to_a_script_and_saves_nothing(world: World) -> None:
    where, client = begun(world), world.as_("affairs")
    form = drawn(client.get(where)) | {"s2-amount": "500", "s3-name": ""}

    answer = client.post(f"{where}/tinh", form, headers={"HX-Request": "true"})
    unread = client.post(f"{where}/tinh", form | {"s2-amount": "?"}, headers={"HX-Request": "true"})

    assert "<html" not in answer.content.decode()
    assert "vượt thời hạn" in words(answer)
    assert 'id="loi-3" hx-swap-oob="true"' in answer.content.decode()
    assert "Chưa tính được" in words(unread)
    assert ProcessDraft.objects.get().revision == 1


def test_steps_are_moved_doubled_and_removed_by_buttons_and_one_stands_where_one_was(
    world: World,
) -> None:
    where = begun(world)
    before = [step["name"] for step in ProcessDraft.objects.get().document["steps"]]

    down = send(world, where, "xuong:2")
    send(world, where, "nhan-doi:1")
    send(world, where, "xoa:2")

    assert str(down["Location"]).endswith("#id_s3-name")
    after = [step["name"] for step in ProcessDraft.objects.get().document["steps"]]
    assert after == [before[0], before[2], before[1], *before[3:]]
    assert send(world, where, "xoa:99").status_code == 404
    assert send(world, where, "pha:1").status_code == 404


def test_a_saved_change_is_taken_back_and_a_draft_is_dropped(world: World) -> None:
    where, client = begun(world), world.as_("affairs")
    send(world, where, "xoa:2")
    count = len(ProcessDraft.objects.get().document["steps"])

    client.post(f"{where}/bo-thay-doi", {"revision": str(ProcessDraft.objects.get().revision)})

    assert len(ProcessDraft.objects.get().document["steps"]) == count + 1
    editor = client.get(where).content.decode()
    asked = client.get(f"{where}/bo")
    assert f'action="{where}/bo"' not in editor
    assert f'href="{where}/bo"' in editor
    assert "Bỏ bản nháp quy trình này?" in words(asked)
    assert f'action="{where}/bo"' in asked.content.decode()
    assert ProcessDraft.objects.exists()
    answer = client.post(f"{where}/bo")
    assert str(answer["Location"]) == f"{LIST}/{RENEWAL}?dv=bim-son"
    assert not ProcessDraft.objects.exists()
    assert client.get(where).status_code == 404


def test_what_another_saved_meanwhile_is_not_overwritten_and_what_was_typed_stays(
    world: World,
) -> None:
    where = begun(world)
    form = drawn(world.as_("affairs").get(where))
    send(world, where, "luu", who="books", nguon="của người kia")

    answer = world.as_("affairs").post(where, form | {"do": "luu", "s2-name": "Của tôi"})

    assert answer.status_code == 409
    assert "vừa được lưu ở nơi khác" in words(answer)
    assert 'value="Của tôi"' in answer.content.decode()
    assert ProcessDraft.objects.get().source == "của người kia"


def test_a_process_with_a_fault_cannot_be_published_and_the_button_says_why(world: World) -> None:
    where = begun(world)
    saved(world, where, s2_name="", tu="01/04/2017")

    page = words(world.as_("affairs").get(f"{where}/ban-hanh"))
    pressed = world.as_("affairs").post(f"{where}/ban-hanh", {"revision": "2"})

    assert "Bước 2 chưa có tên" in page
    assert "Sửa các lỗi đã nêu rồi ban hành" in page
    assert pressed.status_code == 409
    assert "Chưa ban hành được" in words(pressed)


def test_what_is_published_for_tomorrow_is_taken_back_copied_and_printed(world: World) -> None:
    client = world.as_("affairs")
    where = begun(world, BIRTH, cho="duoi-ward", dv="ba-dinh")
    saved(world, where, tu="01/04/2017", nguon="Quyết định 16/QĐ-UBND")
    client.post(f"{where}/ban-hanh", {"revision": "2"})
    uuid = Process.objects.exclude(published_at=None).latest("id").uuid
    shown = words(client.get(f"{LIST}/{BIRTH}?dv=ba-dinh"))
    elsewhere = words(client.get(f"{LIST}/{BIRTH}?dv=ha-lan"))

    asked = words(client.get(f"{LIST}/ban/{uuid}/chep"))
    empty = client.post(f"{LIST}/ban/{uuid}/chep", {"nhu": "nhap"})
    copied = words(
        client.post(f"{LIST}/ban/{uuid}/chep", {"nhu": "nhap", "don_vi": ["ha-lan", "bac-son"]})
    )
    paper = client.get(f"{LIST}/ban/{uuid}.pdf?dv=ba-dinh")
    text = " ".join(
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(paper.content)).pages
    )
    taken = client.post(f"{LIST}/ban/{uuid}/thu-hoi")

    assert "các phường dưới Thị xã Bỉm Sơn" in shown
    assert "sắp áp dụng" in shown
    assert "sắp áp dụng" not in elsewhere
    assert "Xã Hà Lan" in asked
    assert empty.status_code == 422
    assert "Bản nháp cho Xã Hà Lan" in copied
    assert "QUY TRÌNH NỘI BỘ" in text
    assert "Quyết định 16/QĐ-UBND" in text
    assert "bước 2" in text
    assert "/nhap/" in str(taken["Location"])
    assert "đã thu hồi" in words(client.get(f"{LIST}/{BIRTH}?dv=ba-dinh"))


def test_a_catalogue_officer_writes_for_their_own_office_only(world: World) -> None:
    books = world.as_("books")
    refused = books.post(f"{LIST}/{RENEWAL}/soan", {"cho": "duoi", "tu": "plain", "dv": "bim-son"})
    common = begun(world, BIRTH, cho="duoi", dv="ba-dinh")

    assert refused.status_code == 422
    assert begun(world, who="books")
    assert books.get(common).status_code == 409
    assert books.get(f"{LIST}/{BIRTH}").status_code == 404


def test_the_page_of_a_process_says_from_which_day_an_approved_term_is_exceeded(
    world: World, office: Office
) -> None:
    with transaction.atomic():
        approved(office, [Entry("amended", PERMIT, content={"allowance": 3})])

        page = words(world.as_("affairs").get(f"{LIST}/{PERMIT}"))

        assert "Từ ngày 15/05/2017 vượt thời hạn. Quyết định đã duyệt" in page
        transaction.set_rollback(True)
    catalogue.forget()
    assert "Từ ngày" not in words(world.as_("affairs").get(f"{LIST}/{PERMIT}")).split("Các bản")[0]


def test_every_page_of_a_draft_stays_within_the_first_view(world: World) -> None:
    where = begun(world, "tx-gcn-lan-dau")

    answer = world.as_("affairs").get(where, headers={"Accept-Encoding": "gzip"})

    assert len(answer.content) < 15_000


def test_a_trial_past_the_known_calendar_says_so(world: World) -> None:
    where = begun(world)

    answer = send(world, where, "tinh", ngay=f"{NOW + timedelta(days=365 * 60):%d/%m/%Y}")

    assert "Chưa có lịch làm việc cho ngày đó" in words(answer)


def test_what_was_typed_when_the_page_was_left_is_kept_and_never_over_what_another_saved(
    world: World,
) -> None:
    where, client = begun(world), world.as_("affairs")
    form = drawn(client.get(where)) | {"s2-name": "Gõ dở"}

    answers = [
        client.post(f"{where}/giu", form),
        client.post(f"{where}/giu", form | {"s2-name": "Muộn hơn"}),
        client.post(f"{where}/giu", form | {"s2-amount": "?"}),
    ]

    assert [answer.status_code for answer in answers] == [204, 204, 204]
    kept = ProcessDraft.objects.get()
    assert (kept.document["steps"][1]["name"], kept.revision) == ("Gõ dở", 2)
    assert len(kept.earlier) == 1


def test_the_page_of_a_procedure_leads_who_sets_processes_to_its_process(world: World) -> None:
    link = f'href="{LIST}/{RENEWAL}"'

    assert link in world.as_("affairs").get(f"/can-bo/thu-tuc/{RENEWAL}").content.decode()
    assert link not in world.as_("clerk").get(f"/can-bo/thu-tuc/{RENEWAL}").content.decode()


def test_the_administrators_trail_names_who_published_which_process(world: World) -> None:
    where = begun(world)
    saved(world, where, tu="01/04/2017")
    world.as_("affairs").post(f"{where}/ban-hanh", {"revision": "2"})

    trail = words(world.as_("admin").get("/can-bo/quan-tri/nhat-ky"))

    assert "Ban hành quy trình" in trail
    assert RENEWAL in trail
