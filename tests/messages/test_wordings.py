"""The words of notices: what they may say, and that they never say too much."""

from collections.abc import Mapping

import pytest

from motcua.catalogue.models import ProcedureVersion
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.services.waiting import Deficiency
from motcua.messages.consumers import REMINDERS, TOLD
from motcua.messages.facts import notice_of, sample_facts
from motcua.messages.models import OutboxMessage
from motcua.messages.wordings import (
    FIELDS,
    FORMS,
    KINDS,
    LONG,
    SHORT,
    Wording,
    check,
    fill,
    kind_of,
    shipped,
)
from motcua.organization.selectors import office_by_slug
from office import ANSWER_BY, MONDAY, OWNER, Office

WAY = (
    (services.hand_over, "clerk"), (services.hand_over, "officer"),
    (services.approve, "head"), (services.approve, "chair"),
)  # fmt: skip
SECRETS = ("Ký vào trang 2", "Thiếu chữ ký", OWNER.name, OWNER.phone, OWNER.id_number)


def sample(office: Office) -> Mapping[str, str]:
    return sample_facts(office_by_slug("bim-son"), MONDAY)


def test_every_event_that_is_told_has_words_in_every_form(office: Office) -> None:
    told = {
        kind_of(kind, money=money, by_post=post, electronic=electronic, refused=refused)
        for kind in (*TOLD, *REMINDERS)
        for electronic in (False, True)
        for money in (False, True)
        for post in (False, True)
        for refused in (False, True)
    }

    assert told == set(KINDS)
    assert set(shipped()) == {(kind, form) for kind in KINDS for form in FORMS}


@pytest.mark.parametrize(
    ("result_by", "kind"), [("desk", "finished_refused"), ("post", "finished_refused_post")]
)
def test_a_refusal_is_never_told_as_a_result(office: Office, result_by: str, kind: str) -> None:
    dossier = office.received(result_by=result_by)
    for act, who in WAY:
        office.act(act, dossier, who)
    office.act(
        services.return_to_desk, dossier, "records",
        outcome="refused", document="31/UBND-QLĐT", note="Ngoài quy hoạch",
    )  # fmt: skip
    messages = OutboxMessage.objects.filter(dossier=dossier).select_related("dossier")
    notice = notice_of(messages.get(kind="finished"))

    said = [fill(shipped()[notice.kind, form], notice.facts).body for form in FORMS]

    assert notice.kind == kind
    assert all("không được giải quyết" in one for one in said)
    assert all("văn bản từ chối" in one.lower() for one in said)
    assert not any("có kết quả" in one or "Ngoài quy hoạch" in one for one in said)
    assert notice.facts["trang_thai"] == "Đã có văn bản từ chối giải quyết"


@pytest.mark.parametrize("key", sorted(shipped()))
def test_shipped_words_keep_the_rules_an_office_must_keep(
    office: Office, key: tuple[str, str]
) -> None:
    words = shipped()[key]

    check(words.form, words.subject, words.body, sample(office))

    said = fill(words, sample(office))
    assert "{" not in said.subject + said.body
    assert all(said.body.count(end) == 0 for end in (": .", ": \n", "  "))


def test_a_sentence_about_what_is_not_known_is_left_out(office: Office) -> None:
    words = shipped()["received", LONG]

    said = fill(words, {**sample(office), "dien_thoai": "", "tra_cuu": "", "hen_tra": ""})

    assert "Điện thoại" not in said.body
    assert "Tra cứu" not in said.body
    assert "Hẹn trả" not in said.body
    assert "Địa chỉ" in fill(words, {**sample(office), "dia_chi": "Số 1"}).body


@pytest.mark.parametrize(
    ("form", "subject", "body", "code"),
    [
        (LONG, "", "Chào.", "wording_empty"),
        (SHORT, "", "", "wording_empty"),
        (SHORT, "", "Chào {ten}.", "wording_field"),
        (SHORT, "", "Chào {ma_ho_so.", "wording_brace"),
        (SHORT, "", "Chào }.", "wording_brace"),
        (SHORT, "", "{ma_ho_so}" * 20, "wording_long"),
        (LONG, "a\nb", "Chào.", "wording_subject"),
    ],
)
def test_words_that_may_not_be_used_are_refused(
    office: Office, form: str, subject: str, body: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        check(form, subject, body, sample(office))

    assert refused.value.code == code


def everything_of(message: OutboxMessage) -> str:
    """All a notice could ever say, in words that name every field."""
    every = Wording("", LONG, "", " ".join(f"{{{name}}}" for name in FIELDS), "")
    notice = notice_of(message)
    known = {name: value or "-" for name, value in notice.facts.items()}
    return fill(every, known).body


def test_no_field_holds_a_person_or_a_reason(office: Office) -> None:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "officer", document="37/HDHS", reply_by=ANSWER_BY,
        items=[Deficiency(1, "Thiếu chữ ký", "Ký vào trang 2")],
    )  # fmt: skip

    for message in OutboxMessage.objects.filter(dossier=dossier).select_related("dossier"):
        said = everything_of(message)
        assert not [word for word in SECRETS if word in said]
        assert dossier.code in said


def test_a_sensitive_procedure_is_not_even_named(office: Office) -> None:
    dossier = office.received()
    message = OutboxMessage.objects.select_related("dossier").get(dossier=dossier)
    plain = notice_of(message).facts["thu_tuc"]
    version = ProcedureVersion.objects.get(pk=dossier.procedure_version_id)

    from motcua.catalogue import selectors

    selectors.forget()
    selectors._known.clear()
    ProcedureVersion.objects.filter(pk=version.pk).update(sensitive=True)
    unnamed = notice_of(message).facts["thu_tuc"]
    ProcedureVersion.objects.filter(pk=version.pk).update(sensitive=False)
    selectors.forget()
    selectors._known.clear()

    assert plain.startswith("thủ tục gia hạn")
    assert unnamed == "thủ tục hành chính đã nộp"
