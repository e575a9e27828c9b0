"""Documents of an office: through the hands of who drafts, reviews, signs, releases and revokes."""

import io
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pypdf import PdfReader

from motcua.core.clock import VN
from motcua.core.documents import Step
from motcua.core.refusal import Refused
from motcua.core.seals import SealedPaper
from motcua.dossiers import services as dossiers
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier, DossierStep
from motcua.files import store
from motcua.papers import checking, seal_keys
from motcua.papers.documents import printing, register, services
from motcua.papers.documents.register import Narrowed
from motcua.papers.documents.rendering import facts_of
from motcua.papers.documents.services import Draft
from motcua.papers.documents.signing import approve_and_sign, release, sign
from motcua.papers.models import Document, NumberBook, SigningKey
from motcua.papers.sealing import seal_address
from motcua.papers.signing import keys
from motcua.papers.signing.blocks import SEAL_MM
from motcua.papers.signing.checking import signatures_of, trust
from motcua.papers.signing.samples import PIN, SampleAuthority, authority
from office import Office

AT = datetime(2017, 3, 31, 10, 0, tzinfo=VN)
WORDS = Draft(
    kind="tb", subject="Về việc nghỉ lễ Giỗ Tổ", body="Đoạn thứ nhất.\nĐoạn thứ hai.",
    recipient="Các phường, xã",
)  # fmt: skip


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: object) -> Path:
    settings.MOTCUA_DATA = tmp_path  # type: ignore[attr-defined]
    settings.MOTCUA_PUBLIC_URL = "https://motcua.example"  # type: ignore[attr-defined]
    seal_keys.ensure(tmp_path, AT.date())
    return tmp_path


@pytest.fixture(scope="module")
def roots() -> SampleAuthority:
    return authority()


@pytest.fixture
def chair_key(office: Office, roots: SampleAuthority, data: Path) -> UUID:
    """The chair and the town have a key each; the authority is believed."""
    (data / "keys" / "trust").mkdir(parents=True)
    (data / "keys" / "trust" / "mau.pem").write_bytes(roots.pem)
    chair = office.people["chair"]
    keys.add_key(
        roots.key_file("UBND thị xã Bỉm Sơn MẪU", "UBND"), PIN,
        office_id=chair.office_id, position=None, by=None,
    )  # fmt: skip
    return keys.add_key(
        roots.key_file(chair.person, "UBND"), PIN,
        office_id=chair.office_id, position=chair.position_uuid, by=None,
    )  # fmt: skip


@pytest.fixture
def no_keys(office: Office) -> None:
    SigningKey.objects.update(removed_at=AT)


def submitted(office: Office, words: Draft = WORDS) -> UUID:
    uuid = services.draft(office.people["officer"], words, at=AT)
    services.pass_on(office.people["officer"], uuid, Step.SUBMIT, at=AT)
    return uuid


def signed(office: Office, words: Draft = WORDS, pin: str = PIN) -> Document:
    uuid = submitted(office, words)
    assert list(sign(office.people["chair"], [uuid], opened=[uuid], pin=pin, at=AT)) == [None]
    return Document.objects.get(uuid=uuid)


def released(office: Office, words: Draft = WORDS) -> Document:
    row = signed(office, words)
    release(office.people["records"], row.uuid, pin=PIN, at=AT)
    return Document.objects.get(uuid=row.uuid)


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_document_is_signed_numbered_sealed_and_frozen(
    office: Office, chair_key: UUID, data: Path, tmp_path: Path
) -> None:
    row = released(office)

    assert (row.standing, row.signatures) == ("released", 2)
    assert row.file
    content = store.read(row.file.sha256)
    found = signatures_of(content, trust(data))
    assert [(one.fault, one.certificate and one.certificate.name) for one in found] == [
        ("", office.people["chair"].person), ("", "UBND thị xã Bỉm Sơn MẪU"),
    ]  # fmt: skip
    said = text_of(content)
    assert f"Số: {row.number:02d}/TB-UBND" in said
    assert "Bỉm Sơn, ngày 31 tháng 3 năm 2017" in said
    assert "Đoạn thứ hai." in said
    file = tmp_path / "vb.pdf"
    file.write_bytes(content)
    ran = subprocess.run(
        ["pdfsig", "-nocert", file],  # noqa: S607
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout.count("Signature is Valid.") == 2
    (person, seal) = (
        [float(side) / 72 * 25.4 for side in one.get_object()["/Rect"]]
        for page in PdfReader(io.BytesIO(content)).pages
        for one in page.get("/Annots", ())
    )
    covered = seal[0] + SEAL_MM - person[0]
    assert covered == pytest.approx((person[2] - person[0]) / 3, abs=0.5)
    assert seal[3] - SEAL_MM / 2 == pytest.approx((person[1] + person[3]) / 2, abs=0.5)


def test_without_a_key_the_clerk_numbers_what_was_signed_by_hand(
    office: Office, no_keys: None
) -> None:
    row = signed(office, pin="")
    assert (row.number, row.file) == (None, None)

    release(office.people["records"], row.uuid, pin="", at=AT)

    row.refresh_from_db()
    assert row.number
    assert row.signatures == 0
    assert row.file


def test_what_was_not_opened_is_not_signed(office: Office, chair_key: UUID) -> None:
    first, second = submitted(office), submitted(office)

    told = sign(office.people["chair"], [first, second], opened=[second], pin=PIN, at=AT)

    assert list(told) == [Refused("document_not_opened"), None]


def test_a_wrong_pin_signs_nothing_and_takes_no_number(office: Office, chair_key: UUID) -> None:
    uuid = submitted(office)
    before = list(NumberBook.objects.values_list("kind", "last"))

    with pytest.raises(Refused) as refused:
        sign(office.people["chair"], [uuid], opened=[uuid], pin="sai", at=AT)

    assert refused.value.code == "wrong_pin"
    assert list(NumberBook.objects.values_list("kind", "last")) == before
    assert Document.objects.get(uuid=uuid).standing == "submitted"


def test_numbers_of_a_kind_have_no_gap_also_after_one_that_failed(
    office: Office, chair_key: UUID
) -> None:
    first = signed(office)
    with transaction.atomic():
        signed(office)
        transaction.set_rollback(True)
    second = signed(office)
    services.pass_on(
        office.people["officer"], second.uuid, Step.CANCEL, at=AT, words="Sai nơi nhận"
    )
    third = signed(office)

    assert first.number
    assert [second.number, third.number] == [first.number + 1, first.number + 2]
    lines, _ = register.documents(office.people["records"], Narrowed(standing="cancelled"))
    assert f"{second.number:02d}/TB-UBND" in [line.number for line in lines]


@pytest.mark.parametrize(
    ("who", "step", "code"),
    [
        ("officer", Step.REVIEW, "not_your_document"),
        ("head", Step.SEND_BACK, "no_words"),
        ("officer", Step.SUBMIT, "document_not_now"),
        ("ward", Step.REVIEW, "no_such_document"),
    ],
)
def test_each_hand_does_its_own_and_nothing_else(
    office: Office, who: str, step: Step, code: str
) -> None:
    uuid = submitted(office)

    with pytest.raises(Refused) as refused:
        services.pass_on(office.people[who], uuid, step, at=AT)

    assert refused.value.code == code


def test_a_reviewed_document_may_be_sent_back_and_drafted_anew(office: Office) -> None:
    uuid = submitted(office)
    services.pass_on(office.people["head"], uuid, Step.REVIEW, at=AT)
    services.pass_on(office.people["chair"], uuid, Step.SEND_BACK, at=AT, words="Thiếu căn cứ")

    services.change(office.people["officer"], uuid, WORDS, at=AT)

    shown = register.document(office.people["officer"], uuid, AT.date())
    assert [done.words for done in shown.history] == [
        "Soạn", "Trình", "Soát xong", "Trả lại người soạn", "Sửa",
    ]  # fmt: skip
    assert shown.history[3].note == "Thiếu căn cứ"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (Draft("xx", "a", "b"), "no_kind"),
        (Draft("tb", " ", "b"), "no_subject"),
        (Draft("tb", "a", " "), "no_body"),
        (Draft("gp", "a", "b", is_result=True), "result_needs_dossier"),
        (Draft("gp", "a", "b", dossier="000.00.19.H56-170306-9999"), "not_found"),
        (
            Draft("tb", "a", "b", valid_from_on=AT.date(),
                  valid_until_on=AT.date() - timedelta(days=1)),
            "valid_backwards",
        ),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(office: Office, words: Draft, code: str) -> None:
    with pytest.raises(Refused) as refused:
        services.draft(office.people["officer"], words, at=AT)
    assert refused.value.code == code


def test_a_released_document_is_frozen_and_its_revocation_is_public(
    office: Office, chair_key: UUID
) -> None:
    row = released(office)
    assert row.file
    before = store.read(row.file.sha256)
    with pytest.raises(Refused):
        services.change(office.people["officer"], row.uuid, WORDS, at=AT)

    clerk = office.people["records"]
    services.revoke(clerk, row.uuid, decision="12/QĐ-UBND", because="Cấp sai", at=AT)

    row.refresh_from_db()
    assert store.read(row.file.sha256) == before
    assert row.revoked_by == "12/QĐ-UBND"


def test_the_code_on_a_document_says_number_and_whether_it_still_holds(
    office: Office, chair_key: UUID
) -> None:
    words = Draft(
        "gp", "Cấp phép đào đường", "Cho phép.", valid_from_on=date(2017, 3, 1),
        valid_until_on=date(2017, 4, 30),
    )  # fmt: skip
    row = released(office, words)
    code = _code(row)

    found = checking.check_code(code, AT)
    assert found.document
    assert found.document.number == f"{row.number:02d}/GP-UBND"
    assert (found.document.force, found.as_written) == ("in_force", True)
    late = checking.check_code(code, AT + timedelta(days=60)).document
    assert late
    assert late.force == "expired"

    services.revoke(
        office.people["records"], row.uuid, decision="13/QĐ-UBND", because="Cấp sai", at=AT
    )

    after = checking.check_code(code, AT).document
    assert after
    assert (after.force, after.revoked_by) == ("revoked", "13/QĐ-UBND")


def _code(row: Document) -> str:
    assert row.issued_at
    at = row.issued_at.astimezone(VN)
    return seal_address(SealedPaper.DOCUMENT, row.ref, at=at, facts=facts_of(row))


def test_approving_a_dossier_signs_its_documents_with_one_pin(
    office: Office, chair_key: UUID
) -> None:
    dossier = at_the_chair(office)
    uuid = submitted(office, Draft("gp", "Giấy phép", "Cho phép.", dossier=dossier.code,
                                   is_result=True))  # fmt: skip
    asked = office.asked(dossier, "chair")
    state = next(iter(_open_steps(dossier)))

    (refused,) = approve_and_sign([asked], key=uuid4(), step=state, opened=[], pin=PIN)
    assert refused == Refused("document_not_opened")
    (done,) = approve_and_sign([asked], key=uuid4(), step=state, opened=[uuid], pin=PIN)

    assert isinstance(done, Done)
    row = Document.objects.get(uuid=uuid)
    assert (row.standing, row.signatures) == ("signed", 1)


def at_the_chair(office: Office) -> Dossier:
    """A dossier whose open step is the chair's and was opened by the chair."""
    dossier = office.received("tx-gia-han-gpxd")
    for _ in range(8):
        dossier.refresh_from_db()
        (step,) = _open_steps(dossier)
        holder = _holder(dossier)
        if holder == "chair":
            office.act(dossiers.see, dossier, "chair", step=step)
            return dossier
        act = dossiers.approve if holder == "head" else dossiers.hand_over
        office.act(act, dossier, holder, step=step)
    raise AssertionError("never came to the chair")


def _open_steps(dossier: Dossier) -> list[str]:
    return list(
        DossierStep.objects.filter(dossier=dossier, left_at=None).values_list("key", flat=True)
    )


def _holder(dossier: Dossier) -> str:
    kind = DossierStep.objects.filter(dossier=dossier, left_at=None).latest("id").position_kind
    return {
        "BP_MOT_CUA": "clerk", "CHUYEN_VIEN": "officer", "LANH_DAO_PHONG": "head",
        "LANH_DAO_UBND": "chair", "VAN_THU": "records",
    }[kind]  # fmt: skip


def test_the_register_is_searched_filtered_printed_and_taken_away(
    office: Office, chair_key: UUID
) -> None:
    row = released(office)
    records = office.people["records"]

    found, count = register.documents(records, Narrowed(kind="tb", words="nghi le gio to"))
    assert row.uuid in [line.uuid for line in found]
    assert count >= 1
    assert register.documents(records, Narrowed(words="không có chữ này"))[1] == 0
    assert register.documents(office.people["ward"], Narrowed())[1] == 0
    said = text_of(printing.register_pdf(records, Narrowed(year=2017), AT, AT))
    assert "SỔ VĂN BẢN ĐI 2017" in said
    assert f"{row.number:02d}/TB-UBND" in said
    assert printing.register_xlsx(records, Narrowed(), AT).startswith(b"PK")


def test_a_key_lies_locked_in_its_folder_and_its_pin_nowhere(
    office: Office, chair_key: UUID, data: Path
) -> None:
    files = sorted((data / "keys" / "signing").iterdir())

    assert [file.stat().st_mode & 0o777 for file in files] == [0o600] * len(files)
    assert all(PIN.encode() not in file.read_bytes() for file in files)
    shown = keys.keys_of([office.people["chair"].office_id], AT)
    assert [row.title for row in shown] == ["", "Phó Chủ tịch"]
    assert {row.state for row in shown} == {"good"}

    keys.remove_key(
        chair_key, offices=[office.people["chair"].office_id], by=office.people["admin"]
    )

    assert len(list((data / "keys" / "signing").iterdir())) == len(files) - 1
    with pytest.raises(Refused):
        keys.remove_key(chair_key, offices=[1], by=office.people["admin"])


def test_what_is_no_key_and_no_picture_is_refused(office: Office, roots: SampleAuthority) -> None:
    where = office.people["chair"].office_id
    good = roots.key_file("X Mẫu", "UBND")
    for content, pin, seal, code in (
        (b"x", PIN, b"", "wrong_pin"),
        (good, "sai", b"", "wrong_pin"),
        (bytes(300_000), PIN, b"", "key_too_large"),
        (good, PIN, b"GIF89a", "bad_seal"),
        (good, PIN, keys.PNG + b"rubbish", "bad_seal"),
    ):
        with pytest.raises(Refused) as refused:
            keys.add_key(content, pin, office_id=where, position=None, by=None, seal=seal)
        assert refused.value.code == code
    with pytest.raises(Refused):
        keys.add_key(good, PIN, office_id=where, position=uuid4(), by=None)


def test_a_certificate_warns_before_its_end() -> None:
    assert keys.state_at(AT + timedelta(days=31), AT) == "good"
    assert keys.state_at(AT + timedelta(days=29), AT) == "near"
    assert keys.state_at(AT - timedelta(days=1), AT) == "over"
