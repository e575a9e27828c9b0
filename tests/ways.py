"""How each of the twelve procedures goes from the counter to its end, under the regimes of 2017 and
2026: who does what, with which letter. Written down here a second time, beside the processes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from acting import words
from escorting import Escort, text_of
from motcua.core.clock import add_working_minutes, national_calendar
from motcua.dossiers.selectors.opinions import asking
from motcua.identity.actors import actors_of
from motcua.identity.models import Account

MISSING = {"pick1": "on", "problem1": "Thiếu chữ ký", "remedy1": "Ký vào trang 2",
           "reply_by": "31/12/2030"}  # fmt: skip
NEIGHBOUR = {
    "collector": "collector", "name": "Ngô Văn Rui Mẫu", "id_number": "038000000099",
    "relation": "authorised", "paper": "Giấy uỷ quyền ngày 12/3", "slip": "lost",
    "shown_id": "038000000099", "lost_note": "Đã đối chiếu căn cước",
}  # fmt: skip


@dataclass(frozen=True)
class Regime:
    """How the letters are called and numbered in a year."""

    year: int
    receipt: str
    supplement: str
    apology: str


QD_09 = Regime(
    2017, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ",
    "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
)  # fmt: skip
TT_03 = Regime(
    2026, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
    "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
)  # fmt: skip
Way = Callable[[Escort, Regime], None]


def civil_status(officer: str) -> Way:
    """Desk, officer of civil status, chair, desk: within the day."""

    def way(one: Escort, regime: Regime) -> None:
        one.step("tiep-nhan", "motcua", "chuyen", 0.5)
        one.step("xu-ly", officer, "chuyen", 3)
        one.step("ky", "chutich", "duyet", 1)

    return way


def marriage(officer: str) -> Way:
    """The chair sends it back once, and gets it back from the same officer."""

    def way(one: Escort, regime: Regime) -> None:
        one.step("tiep-nhan", "motcua", "chuyen", 0.5)
        one.step("xu-ly", officer, "chuyen", 2)
        one.client("chutich").get(f"/can-bo/ho-so/{one.code}")
        one.act("tra-lai", "chutich", step="ky", to="xu-ly", note="Ghi thiếu ngày sinh")
        one.step("xu-ly", officer, "chuyen", 0.5)
        one.step("ky", "chutich", "duyet", 1)

    return way


def certified_copy(officer: str) -> Way:
    """The clerk takes it back before anybody opened it, and hands it over again."""

    def way(one: Escort, regime: Regime) -> None:
        one.step("tiep-nhan", "motcua", "chuyen", 0.5)
        one.act("thu-hoi", "motcua", step="tiep-nhan")
        one.step("tiep-nhan", "motcua", "chuyen", 0.5)
        one.step("xu-ly", officer, "chuyen", 2)
        one.step("ky", "chutich", "duyet", 1)

    return way


def household_business(room: str) -> Way:
    """Handed over by list; a supplement, asked for once; signed by the head of the department."""
    officer, head = f"chuyenvien.{room}", f"truongphong.{room}"

    def way(one: Escort, regime: Regime) -> None:
        due = one.due
        handed_by_list(one, officer)
        one.client(officer).get(f"/can-bo/ho-so/{one.code}")
        one.wait(hours=2)
        said = one.act(
            "yeu-cau-bo-sung", officer, head, "chutich", step="tham-dinh",
            letter=regime.supplement, **MISSING,
        )  # fmt: skip
        assert "Thiếu chữ ký" in said
        assert one.dossier.stage == "awaiting_supplement"
        one.wait(hours=16)
        one.act("nhan-bo-sung", "motcua")
        assert one.due == add_working_minutes(national_calendar(), due, 16 * 60)
        again = one.refused("yeu-cau-bo-sung", officer, **MISSING)
        assert "chỉ một lần" in again or "lãnh đạo" in again
        one.step("tham-dinh", officer, "chuyen", 8)
        one.step("ky", head, "duyet", 4)

    return way


def handed_by_list(one: Escort, officer: str) -> None:
    """On a numbered list, on paper, and taken by the department as a whole."""
    address, pick = "/can-bo/ban-giao/lap", f"{one.code}|{one.dossier.head_seq}"
    form = {"make": "1", "pick": pick}
    one.refused_to_others(address, {"motcua"}, form)
    made = one.client("motcua").post(address, {**form, "key": str(uuid4())})
    assert made.status_code == 302, words(made)
    where = str(made["Location"])
    said = text_of(one.client("motcua").get(f"{where}.pdf"))
    assert "BIÊN BẢN BÀN GIAO HỒ SƠ" in said
    assert one.code in said.replace(" ", "")
    took = one.client(officer).post(where, {"take": "1", "key": str(uuid4())})
    assert took.status_code == 302, words(took)
    assert one.events[-1] == "taken"


def waits_for_payment(one: Escort, holder: str, *also: str, days: int) -> None:
    """What is owed to the treasury is told on paper; until it is paid the clock stands still."""
    left = one.due - one.at
    one.act("tam-dung", holder, *also, "chutich", document="88/TB-CCT", reason="nvtc")
    assert one.dossier.due_at is None
    one.wait(days=days)
    one.act("chay-lai", holder, *also, "chutich", "motcua", document="GNT 15")
    assert one.due - one.at >= left


def land_certificate(one: Escort, regime: Regime) -> None:
    """2017: land registry, tax outside the term, the department, the chair, entered in the book."""
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    one.step("tham-tra", "vpdk-bim-son", "chuyen", 60, document="12/PC")
    taxed(one)
    one.client("chuyenvien.tnmt").get(f"/can-bo/ho-so/{one.code}")
    waits_for_payment(one, "chuyenvien.tnmt", "truongphong.tnmt", days=7)
    one.step("tnmt", "chuyenvien.tnmt", "chuyen", 24)
    one.step("tnmt-duyet", "truongphong.tnmt", "duyet", 4)
    one.step("ky", "chutich", "duyet", 16)
    one.step("vao-so", "vpdk-bim-son", "ve-mot-cua", 10, outcome="result")


def land_certificate_of_a_ward(one: Escort, regime: Regime) -> None:
    """2026: posted for fifteen days and taxed outside the term, all else at the ward."""
    officer, head = "chuyenvien.kthtdt", "truongphong.kthtdt"
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    one.step("tham-tra", officer, "chuyen", 40, document="5/TB-NY")
    posted(one, officer, "niem-yet", days=15)
    one.step("xac-nhan", officer, "chuyen", 16, document="12/PC")
    taxed(one)
    one.step("vpdk", "vpdk-bim-son", "chuyen", 20)
    one.client(head).get(f"/can-bo/ho-so/{one.code}")
    waits_for_payment(one, head, days=7)
    one.step("duyet", head, "duyet", 4)
    one.step("ky", "chutich", "duyet", 8)
    one.step("dong-dau", "vanthu", "ve-mot-cua", 2, outcome="result")


def taxed(one: Escort) -> None:
    """The tax office works outside the term: the clock stands still on the paper it was sent."""
    assert one.dossier.due_at is None
    one.step("thue", "chi-cuc-thue", "chuyen", 30)
    assert one.dossier.due_at is not None


def posted(one: Escort, officer: str, step: str, *, days: int) -> None:
    """What is posted stays so for its days: it cannot be passed on before."""
    one.client(officer).get(f"/can-bo/ho-so/{one.code}")
    assert "niêm yết" in one.refused("chuyen", officer, step=step)
    one.wait(days=days)
    one.step(step, officer, "chuyen")


def transfer_of_land(one: Escort, regime: Regime) -> None:
    """Land registry, tax outside the term, land registry again; signed by the chair in 2017."""
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    one.step("tham-tra", "vpdk-bim-son", "chuyen", 10, document="12/PC")
    taxed(one)
    one.client("vpdk-bim-son").get(f"/can-bo/ho-so/{one.code}")
    waits_for_payment(one, "vpdk-bim-son", days=7)
    if regime is QD_09:
        one.step("chinh-ly", "vpdk-bim-son", "chuyen", 12)
        one.step("ky", "chutich", "duyet", 4)
    else:
        one.step("chinh-ly", "vpdk-bim-son", "ve-mot-cua", 12, outcome="result")


def opinion_of(
    one: Escort, officer: str, head: str, body: str, answering: tuple[str, ...], *, step: str
) -> None:
    """A body is asked beside the step, with its letter; until it answers nothing is passed on."""
    ask(one, officer, head, body, step=step)
    assert "chưa trả lời ý kiến" in one.refused("chuyen", officer, step=step)
    one.wait(hours=8)
    one.act("tra-loi-y-kien?muc=1", *answering, officer, head, item="1", stance="agree")


def opinion_on_paper(
    one: Escort, officer: str, head: str, body: str, answering: str, *, step: str
) -> None:
    """A body that does not answer within its day is reminded by letter, and answers on paper."""
    ask(one, officer, head, body, step=step)
    one.refused("don-doc-y-kien?muc=1", officer, item="1")
    one.wait(hours=24)
    one.act(
        "don-doc-y-kien?muc=1", officer, head, item="1", letter="V/v đôn đốc trả lời ý kiến",
    )  # fmt: skip
    one.wait(hours=2)
    one.act(
        "tra-loi-y-kien?muc=1", officer, head, answering, item="1", stance="conditions",
        document="99/CV", opinion="Kèm bản đồ", answered_on=f"{one.at:%d/%m/%Y}",
    )  # fmt: skip


def ask(one: Escort, officer: str, head: str, body: str, *, step: str) -> None:
    asker = actors_of(Account.objects.get(username=one.name(officer)).pk, one.at)[0]
    place = [one.words for one in asking(one.dossier, asker, one.at).bodies].index(body)
    ticks = {f"body{place}": "on", f"days{place}": "1"}
    said = one.act(
        "lay-y-kien", officer, head, step=step, letter="V/v lấy ý kiến giải quyết hồ sơ",
        question="Có vướng quy hoạch không?", **ticks,
    )  # fmt: skip
    assert "Có vướng quy hoạch không?" in said


def building_permit(one: Escort, regime: Regime) -> None:
    """2017: two departments are asked at once; the chair extends; stamped by the records clerk."""
    officer, head = "chuyenvien.qldt", "truongphong.qldt"
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    land = ("chuyenvien.tnmt", "truongphong.tnmt")
    opinion_of(one, officer, head, "Phòng Tài nguyên và Môi trường", land, step="tham-dinh")
    one.step("tham-dinh", officer, "chuyen", 12)
    one.step("thuc-dia", officer, "chuyen", 16)
    one.step("y-kien-kt", "chuyenvien.kt", "chuyen", 8)
    assert one.dossier.flow["waiting"] == [["tong-hop", ["y-kien-kt"]]]
    one.step("y-kien-tnmt", "chuyenvien.tnmt", "chuyen", 4)
    one.step("tong-hop", officer, "chuyen", 4)
    extended(one)
    one.step("duyet", "truongphong.qldt", "duyet", 4)
    one.step("ky", "chutich", "duyet", 8)
    one.step("dong-dau", "vanthu", "ve-mot-cua", 2, outcome="result")


def building_permit_of_a_ward(one: Escort, regime: Regime) -> None:
    officer, head = "chuyenvien.kthtdt", "truongphong.kthtdt"
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    culture = ("chuyenvien.vhxh", "truongphong.vhxh")
    opinion_of(one, officer, head, "Phòng Văn hóa - Xã hội", culture, step="tham-dinh")
    one.step("tham-dinh", officer, "chuyen", 12)
    one.step("thuc-dia", officer, "chuyen", 16)
    one.step("y-kien", officer, "chuyen", 8)
    one.step("tong-hop", officer, "chuyen", 4)
    extended(one)
    one.step("duyet", "truongphong.kthtdt", "duyet", 4)
    one.step("ky", "chutich", "duyet", 8)
    one.step("dong-dau", "vanthu", "ve-mot-cua", 2, outcome="result")


def extended(one: Escort) -> None:
    """By the chair, on the article the law names, with its letter."""
    due = one.due
    said = one.act(
        "gia-han", "chutich", letter="THÔNG BÁO GIA HẠN THỜI GIAN GIẢI QUYẾT HỒ SƠ",
        days="5", reason="Lấy thêm ý kiến",
    )  # fmt: skip
    assert "Điều 102" in said
    assert one.due > due


def social_allowance(one: Escort, regime: Regime) -> None:
    """2017: a commune's council sits and posts, then the town; late, with an apology for it."""
    ward, officer, head = "vhxh.ba-dinh", "chuyenvien.ldtbxh", "truongphong.ldtbxh"
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    one.step("hoi-dong", ward, "chuyen", 40)
    posted(one, ward, "niem-yet", days=7)
    insurance = ("Bảo hiểm xã hội thị xã Bỉm Sơn", "bhxh-bim-son")
    opinion_on_paper(one, officer, head, *insurance, step="tham-dinh")
    one.step("tham-dinh", officer, "chuyen", 32)
    one.client(head).get(f"/can-bo/ho-so/{one.code}")
    late_with_apology(one, regime, head, "chutich")
    one.step("duyet", head, "duyet", 2)
    one.step("ky", "chutich", "duyet", 2)
    one.step("dong-dau", "vanthu", "ve-mot-cua", 1, outcome="result")


def social_allowance_of_a_ward(one: Escort, regime: Regime) -> None:
    officer, head = "chuyenvien.vhxh", "truongphong.vhxh"
    one.step("tiep-nhan", "motcua", "chuyen", 2)
    one.step("xem-xet", officer, "chuyen", 20)
    posted(one, officer, "niem-yet", days=2)
    one.client(head).get(f"/can-bo/ho-so/{one.code}")
    late_with_apology(one, regime, head, "chutich")
    one.step("duyet", head, "duyet", 2)
    one.step("ky", "chutich", "duyet", 2)
    one.step("dong-dau", "vanthu", "ve-mot-cua", 1, outcome="result")


def late_with_apology(one: Escort, regime: Regime, head: str, *also: str) -> None:
    """Another day is promised on paper; the due time stays, and passes."""
    due, another = one.due, one.due.date() + timedelta(days=14)
    one.act(
        "xin-loi", head, *also, letter=regime.apology,
        promised_on=f"{another:%d/%m/%Y}", overdue_reason="qua-tai",
    )  # fmt: skip
    assert one.due == due
    one.stand_at(due + timedelta(days=1))


def poor_household(officer: str) -> Way:
    """Looked at, posted in the village, decided by the chair."""

    def way(one: Escort, regime: Regime) -> None:
        one.step("tiep-nhan", "motcua", "chuyen", 2)
        one.step("ra-soat", officer, "chuyen", 12)
        posted(one, officer, "niem-yet", days=3)
        one.step("ky", "chutich", "duyet", 4)

    return way


def child_under_six(officer: str, police: str) -> Way:
    """Birth, then police and insurance at once, then the results together."""

    def way(one: Escort, regime: Regime) -> None:
        one.step("tiep-nhan", "motcua", "chuyen", 0.5)
        one.step("khai-sinh", officer, "chuyen", 2)
        one.step("ky", "chutich", "duyet", 1)
        assert {step["key"] for step in open_steps(one)} == {"cong-an", "bhxh"}
        one.step("bhxh", "bhxh-bim-son", "chuyen", 4)
        assert {step["key"] for step in open_steps(one)} == {"cong-an"}
        one.step("cong-an", police, "chuyen", 4)
        one.step("gom", officer, "ve-mot-cua", 1, outcome="result")

    return way


def open_steps(one: Escort) -> list[dict[str, Any]]:
    return list(one.dossier.steps.filter(left_at=None).values("key"))
