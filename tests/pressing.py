"""How each act is reached, filled in and sent by keys alone, and what has to come before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import hostile
import watching
from browsing import Hands, House
from motcua.core.flow import Act
from preparing import announce, late_slip, long_overdue, received

CLERK, OFFICER = "motcua.bim-son", "chuyenvien.qldt.bim-son"
HEAD, CHAIR, RECORDS = "truongphong.qldt.bim-son", "chutich.bim-son", "vanthu.bim-son"
ADMIN = "quantri.bim-son"
PLAIN = "tx-gia-han-gpxd"
PERMIT = "tx-gpxd-nha-o-do-thi"
COUNTER = "/can-bo/tiep-nhan"
MOST_SECONDS = 20

Before = tuple[str, str, dict[str, str]]
TO_OFFICER: Before = (CLERK, "chuyen", {})
TO_HEAD: Before = (OFFICER, "chuyen", {})
TO_CHAIR: Before = (HEAD, "duyet", {})
TO_RECORDS: Before = (CHAIR, "duyet", {})
TO_DESK: Before = (RECORDS, "ve-mot-cua", {"outcome": "result"})
AT_DESK = (TO_OFFICER, TO_HEAD, TO_CHAIR, TO_RECORDS, TO_DESK)
POSTED: Before = (CLERK, "giao-buu-dien", {"tracking": "EX123456789VN"})
ASK: Before = (
    OFFICER, "yeu-cau-bo-sung",
    {"pick1": "on", "problem1": "Mờ", "remedy1": "Nộp bản rõ", "reply_by": "29/12/2017"},
)  # fmt: skip
LATER = "2017-12-29"
ASK_BY: Before = (ASK[0], ASK[1], {**ASK[2], "reply_by": "29/12/2017"})
WAITED = ("waited", "proposed")
ASIDE = {
    "drafted": ("{apology_until}", "2017-04-28T17:30:00+07:00"),
    "silent": ("{opinions,0,5}", "2017-03-30"),
    "came": ("{field_visits,0,2}", "2017-03-30T09:00:00.000000+07:00"),
}
CONSULT: Before = (
    OFFICER, "lay-y-kien",
    {"body0": "on", "question": "Có vướng quy hoạch không?"},
)  # fmt: skip
VISIT: Before = (
    OFFICER, "di-thuc-dia", {"visit_on": "29/12/2017", "hour": "9:00", "place": "Thửa đất"}
)  # fmt: skip
PAUSE: Before = (OFFICER, "tam-dung", {"document": "12/TB-CCT", "reason": "nvtc"})


def sends(key: str) -> Callable[[Hands], None]:
    """Nothing to fill in: the page's own button."""
    return lambda hands: hands.press(key)


def says_why(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_reason:focus")
    hands.type("Người nộp đổi ý")
    hands.press("Control+Enter")


def sends_back(hands: Hands) -> None:
    hands.tab_to("#viec [name=to]")
    hands.press("Space")
    hands.tab_to("#viec [name=note]")
    hands.type("Thiếu chữ ký ở trang hai")
    hands.press("Control+Enter")


def gives_work(hands: Hands) -> None:
    hands.tab_to("#viec [name=officer]")
    hands.press("Space")
    hands.press("F8")


def asks_for_papers(hands: Hands) -> None:
    hands.tab_to("#viec [name=pick1]")
    hands.press("Space")
    hands.tab_to("#viec [name=problem1]")
    hands.type("Bản chụp mờ")
    hands.tab_to("#viec [name=remedy1]")
    hands.type("Nộp bản rõ")
    hands.tab_to("#viec [name=reply_by]")
    hands.type("29/12/2017")
    hands.press("F8")


def pauses(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_document:focus")
    hands.type("12/TB-CCT")
    hands.tab_to("#viec [name=reason]")
    hands.press("ArrowDown", "F8")


def chooses_why_late(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_overdue_reason:focus")
    hands.press("ArrowDown", "F8")


def hands_out(hands: Hands) -> None:
    hands.tab_to("#trao [name=fee_taken], .acts [data-main]")
    if hands.at("[name=fee_taken]"):
        hands.press("Space")
    hands.press("F8")


def types_the_number(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_tracking:focus")
    hands.type("EX123456789VN")
    hands.press("F8")


def mends_the_phone(hands: Hands) -> None:
    hands.tab_to("#viec [name=owner0-phone]")
    hands.press("Control+a")
    hands.type("0900000753")
    hands.tab_to("#viec [name=reason]")
    hands.type("Gõ nhầm số điện thoại")
    hands.press("Control+Enter")


def still_asks(hands: Hands) -> None:
    hands.tab_to("#viec [name=pick1]")
    hands.press("Space")
    hands.tab_to("#viec [name=problem1]")
    hands.type("Vẫn mờ")
    hands.press("F8")


def extends(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_days:focus")
    hands.type("3")
    hands.tab_to("#viec [name=reason]")
    hands.type("Chờ ý kiến cơ quan cấp nước")
    hands.press("Control+Enter")


def says_sorry(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_promised_on:focus")
    hands.type("28/04/2017")
    hands.tab_to("#viec [name=overdue_reason]")
    hands.press("ArrowDown", "F8")


def stops(hands: Hands) -> None:
    hands.tab_to("#viec [name=ground]")
    hands.press("Space")
    hands.tab_to("#viec [name=reason]")
    hands.type("Người nộp đề nghị dừng")
    hands.press("Control+Enter")


def opens_again(hands: Hands) -> None:
    hands.tab_to("#viec [name=to]")
    hands.press("Space")
    hands.tab_to("#viec [name=document]")
    hands.type("102/QĐ-UBND")
    hands.tab_to("#viec [name=reason]")
    hands.type("Theo quyết định giải quyết khiếu nại")
    hands.press("Control+Enter")


def asks_others(hands: Hands) -> None:
    hands.tab_to("#viec [name=body0]")
    hands.press("Space")
    hands.tab_to("#viec [name=question]")
    hands.type("Có vướng quy hoạch không?")
    hands.press("F8")


def writes_the_paper_down(hands: Hands) -> None:
    hands.tab_to("#viec [name=stance]")
    hands.press("Space")
    hands.tab_to("#viec [name=document]")
    hands.type("99/TNMT")
    hands.tab_to("#viec [name=answered_on]")
    hands.type("31/03/2017")
    hands.press("F8")


def fixes_a_visit(hands: Hands) -> None:
    hands.page.wait_for_selector("#id_visit_on:focus")
    hands.type("28/12/2017")
    hands.tab_to("#viec [name=hour]")
    hands.type("9:00")
    hands.tab_to("#viec [name=place], #viec [name=reason]")
    hands.type("Thửa đất số 12")
    hands.press("F8" if hands.at("[name=place]") else "Control+Enter")


def records_a_visit(hands: Hands) -> None:
    hands.tab_to("#viec [name=finding]")
    hands.type("Đúng hiện trạng")
    hands.press("Control+Enter")


def sends_a_file(hands: Hands) -> None:
    """The browser's own dialog is the only part without keys in a test."""
    hands.tab_to("#tep [name=c1]")
    hands.page.locator("#tep [name=c1]").set_input_files(
        {"name": "don.pdf", "mimeType": "application/pdf", "buffer": hostile.pdf()}
    )
    hands.press("F8")


@dataclass(frozen=True)
class OnDossier:
    """One act from the dossier's page: whose, its address, what has to happen before it, how the
    page it may open is filled in, and the event that says it was done. `start`: `late`, typed in
    after the fact; `overdue`; `announced`, with a day off announced since; `waited`, asked for
    papers by a day that has passed; `silent`, an opinion's day has; `came`, a visit's hour has;
    `drafted`, with an apology that waits.
    """

    who: str
    slug: str
    before: Sequence[Before]
    event: str
    fill: Callable[[Hands], None] | None = None
    start: str = ""
    procedure: str = PLAIN


ON_DOSSIER: dict[Act, OnDossier] = {
    Act.HAND_OVER: OnDossier(CLERK, "chuyen", (), "handed_over"),
    Act.RECALL: OnDossier(CLERK, "thu-hoi", (TO_OFFICER,), "recalled"),
    Act.CLAIM: OnDossier(OFFICER, "nhan-viec", (TO_OFFICER,), "claimed"),
    Act.ASSIGN: OnDossier(HEAD, "giao-viec", (TO_OFFICER,), "assigned", gives_work),
    Act.SEND_BACK: OnDossier(OFFICER, "tra-lai", (TO_OFFICER,), "sent_back", sends_back),
    Act.REQUEST_SUPPLEMENT: OnDossier(
        OFFICER, "yeu-cau-bo-sung", (TO_OFFICER,), "supplement_requested", asks_for_papers
    ),
    Act.TAKE_SUPPLEMENT: OnDossier(CLERK, "nhan-bo-sung", (TO_OFFICER, ASK), "supplement_taken"),
    Act.SUSPEND: OnDossier(OFFICER, "tam-dung", (TO_OFFICER,), "suspended", pauses),
    Act.RESUME: OnDossier(OFFICER, "chay-lai", (TO_OFFICER, PAUSE), "resumed", sends("F8")),
    Act.APPROVE: OnDossier(HEAD, "duyet", (TO_OFFICER, TO_HEAD), "approved"),
    Act.RETURN_TO_DESK: OnDossier(
        RECORDS, "ve-mot-cua", (TO_OFFICER, TO_HEAD, TO_CHAIR, TO_RECORDS), "finished"
    ),
    Act.RETURN_RESULT: OnDossier(
        CLERK, "tra-ket-qua", (TO_OFFICER, TO_HEAD, TO_CHAIR, TO_RECORDS, TO_DESK),
        "result_returned", hands_out,
    ),
    Act.POST_RESULT: OnDossier(
        CLERK, "giao-buu-dien", AT_DESK, "result_posted", types_the_number, "free"
    ),
    Act.RECORD_DELIVERY: OnDossier(
        CLERK, "buu-dien-da-phat", (*AT_DESK, POSTED), "result_returned", sends("F8"), "free"
    ),
    Act.TAKE_UNDELIVERED: OnDossier(
        CLERK, "buu-dien-tra-lai", (*AT_DESK, POSTED), "post_returned", says_why, "free"
    ),
    Act.WITHDRAW: OnDossier(CLERK, "rut-ho-so", (), "withdrawn", says_why),
    Act.VOID: OnDossier(CLERK, "huy-tiep-nhan", (), "voided", says_why),
    Act.CORRECT: OnDossier(CLERK, "sua-loi-ghi", (), "corrected", mends_the_phone),
    Act.UNDO: OnDossier(OFFICER, "hoan-tac", (TO_OFFICER, PAUSE), "undone", sends("F8")),
    Act.APPROVE_LATE: OnDossier(CHAIR, "duyet-nhap-bu", (), "late_approved", start="late"),
    Act.RECORD_OVERDUE_REASON: OnDossier(
        CLERK, "ly-do-qua-han", (), "overdue_reason_recorded", chooses_why_late, "overdue"
    ),
    Act.KEEP_ASKING: OnDossier(
        CLERK, "bo-sung-chua-dat", (TO_OFFICER, ASK), "asked_still", still_asks
    ),
    Act.EXTEND: OnDossier(CHAIR, "gia-han", (), "extended", extends, procedure=PERMIT),
    Act.APOLOGISE: OnDossier(CHAIR, "xin-loi", (), "apologised", says_sorry),
    Act.DROP_APOLOGY: OnDossier(
        OFFICER, "bo-xin-loi", (TO_OFFICER,), "apology_dropped", says_why, "drafted"
    ),
    Act.PROPOSE_STOP: OnDossier(
        OFFICER, "de-nghi-dung", (TO_OFFICER, ASK_BY), "stop_proposed", says_why, "waited"
    ),
    Act.DECLINE_STOP: OnDossier(
        CHAIR, "chua-dung", (TO_OFFICER, ASK_BY), "stop_declined", sends("F8"), "proposed"
    ),
    Act.STOP: OnDossier(CHAIR, "dung-giai-quyet", (), "stopped", stops),
    Act.REOPEN: OnDossier(
        CHAIR, "giai-quyet-lai", (TO_OFFICER, TO_HEAD, TO_CHAIR, TO_RECORDS, TO_DESK),
        "reopened", opens_again,
    ),
    Act.CONSULT: OnDossier(OFFICER, "lay-y-kien", (TO_OFFICER,), "consulted", asks_others),
    Act.ANSWER_OPINION: OnDossier(
        OFFICER, "tra-loi-y-kien", (TO_OFFICER, CONSULT), "opinion_given", writes_the_paper_down
    ),
    Act.REMIND_OPINION: OnDossier(
        OFFICER, "don-doc-y-kien", (TO_OFFICER, CONSULT), "opinion_reminded", sends("F8"), "silent"
    ),
    Act.WITHDRAW_OPINION: OnDossier(
        OFFICER, "thoi-cho-y-kien", (TO_OFFICER, CONSULT), "opinion_withdrawn", says_why
    ),
    Act.PLAN_VISIT: OnDossier(
        OFFICER, "di-thuc-dia", (TO_OFFICER,), "visit_planned", fixes_a_visit
    ),
    Act.MOVE_VISIT: OnDossier(
        OFFICER, "doi-thuc-dia", (TO_OFFICER, VISIT), "visit_moved", fixes_a_visit
    ),
    Act.CANCEL_VISIT: OnDossier(
        OFFICER, "huy-thuc-dia", (TO_OFFICER, VISIT), "visit_cancelled", says_why
    ),
    Act.HOLD_VISIT: OnDossier(
        OFFICER, "ket-qua-thuc-dia", (TO_OFFICER, VISIT), "visit_held", records_a_visit, "came"
    ),
    Act.ATTACH: OnDossier(CLERK, "tep", (), "file_attached", sends_a_file),
    Act.MOVE_DUE: OnDossier(CHAIR, "doi-hen", (), "due_moved", sends("F8"), "announced"),
    Act.KEEP_DUE: OnDossier(CHAIR, "giu-hen", (), "due_kept", sends("F8"), "announced"),
}  # fmt: skip
ELSEWHERE = {
    Act.SUBMIT: "test_what_came_by_post_is_kept_by_keys",
    Act.ASK_COMPLETION: "test_what_is_missing_is_told_by_keys",
    Act.RECEIVE: "test_a_dossier_is_received_by_keys",
    Act.REFUSE_INTAKE: "test_an_intake_is_refused_by_keys",
    Act.DO_NOW: "test_a_dossier_is_done_at_once_by_keys",
    Act.SEE: "test_a_dossier_is_opened_from_the_inbox_by_keys",
    Act.TAKE: "test_ticked_dossiers_are_taken_from_the_inbox_by_keys",
    Act.DETACH: "test_a_file_is_taken_away_by_keys",
    Act.TAKE_OVER: "test_a_register_is_taken_over_by_keys",
}


def prepared(house: House, people: Callable[[str], Hands], how: OnDossier) -> str:
    """A dossier on which the act is next; answers its code."""
    if how.start == "overdue":
        return long_overdue(house)
    clerk = people(CLERK)
    said = late_slip(clerk) if how.start == "late" else {"fee": "0"} if how.start == "free" else {}
    code = received(clerk, how.procedure, **said)
    for who, slug, fields in how.before:
        press(house, people(who), code, slug, fields)
    if how.start == "announced":
        announce(people(ADMIN))
    if how.start in WAITED:
        answer_by(house, code, "2017-03-30")
    if how.start in ASIDE:
        asides(house, code, *ASIDE[how.start])
    if how.start == "proposed":
        press(house, people(OFFICER), code, "de-nghi-dung", {"reason": "Không đến bổ sung"})
    return code


def press(house: House, hands: Hands, code: str, slug: str, fields: dict[str, str]) -> None:
    """An act's form, sent past its page."""
    hands.context.request.get(f"{house.url}/can-bo/ho-so/{code}")
    seq = house.rows("SELECT head_seq FROM dossiers_dossier WHERE code = %s", code)[0][0]
    answer = hands.post(f"/can-bo/ho-so/{code}/{slug}", {"seq": seq, **fields})
    assert answer.status == 302, f"{slug}: {answer.text()[:3000]}"


def answer_by(house: House, code: str, day: str) -> None:
    """The day the owner was given, in the row alone: the house's time cannot be moved for one."""
    house.rows(
        "UPDATE dossiers_dossier SET flow = jsonb_set(flow, '{reply_by}', to_jsonb(%s::text))"
        " WHERE code = %s RETURNING code",
        day,
        code,
    )


def asides(house: House, code: str, place: str, value: str) -> None:
    """The day of an opinion or the hour of a visit, in the row alone, as `answer_by`."""
    house.rows(
        "UPDATE dossiers_dossier SET flow = jsonb_set(flow, %s::text[], to_jsonb(%s::text))"
        " WHERE code = %s RETURNING code",
        place,
        value,
        code,
    )


def happened(house: House, code: str, event: str, before: int) -> bool:
    return watching.until(lambda: event in house.events(code)[before:], MOST_SECONDS)
