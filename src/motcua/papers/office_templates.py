"""The DOCX templates of an office: taken in, replaced, retired, listed, filled from a dossier."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q, QuerySet

from motcua.audit.recording import record
from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.selectors import receipt_facts
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.papers.docx import MEDIA, fields_of, filled
from motcua.papers.fields import example, values
from motcua.papers.models import DocumentTemplate, DocumentVersion, Filling

LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template with its newest version. Moments in Asia/Ho_Chi_Minh."""

    uuid: UUID
    office_id: int
    name: str
    procedure: str
    number: int
    fields: Sequence[str]
    kept_at: datetime
    person: str
    retired: bool


@transaction.atomic
def keep_template(
    office_id: int, name: str, procedure: str, content: bytes, *, by: Actor, at: datetime
) -> UUID:
    """A new template with its first version. `procedure` is a slug in force, empty for all.

    Raises Refused: docx_no_name, docx_no_procedure, and what `docx.fields_of` raises.
    """
    _require(by, office_id, at)
    said = clean(name)
    if not 0 < len(said) <= LONGEST_NAME:
        raise Refused("docx_no_name", most=LONGEST_NAME)
    if procedure and procedure not in {slug for slug, _ in procedures(office_id, at)}:
        raise Refused("docx_no_procedure")
    fields = fields_of(content)
    row = DocumentTemplate.objects.create(
        uuid=uuid4(), office_id=office_id, name=said, procedure=procedure
    )
    _version(row, 1, content, fields, by, at)
    return row.uuid


@transaction.atomic
def replace_template(uuid: UUID, content: bytes, *, by: Actor, at: datetime) -> None:
    """The next version; the ones before stay, for what was filled with them.

    Raises Refused as `keep_template`, no_such_template, template_retired.
    """
    row = _locked(uuid, by, at)
    fields = fields_of(content)
    last = row.versions.order_by("-number").first()
    _version(row, last.number + 1 if last else 1, content, fields, by, at)


@transaction.atomic
def retire_template(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """Offered no more. Raises Refused: no_such_template, template_retired."""
    row = _locked(uuid, by, at)
    row.retired_at = at
    row.save(update_fields=["retired_at"])
    _note("retire_document_template", by, at, f"{uuid}")


def templates_of(office_id: int, *, retired: bool = True) -> Sequence[TemplateRow]:
    """The templates of an office by name, those in use first. One query."""
    rows = DocumentVersion.objects.filter(template__office_id=office_id)
    return _newest(rows if retired else rows.filter(template__retired_at=None))


def templates_for(code: str, actor: Actor) -> Sequence[TemplateRow]:
    """What can be filled from the dossier: its office's templates for its procedure or for all.

    Raises Refused("not_found"). Five queries.
    """
    facts = receipt_facts(code, actor)
    found = DocumentVersion.objects.filter(
        Q(template__procedure="") | Q(template__procedure=facts.version.slug),
        template__office_id=facts.office.id,
        template__retired_at=None,
    )
    return _newest(found)


@transaction.atomic
def fill_template(code: str, uuid: UUID, *, by: Actor, at: datetime, filled_at: datetime) -> bytes:
    """The dossier's DOCX by the newest version; noted in the ledger and in the audit.

    Raises Refused: not_found, no_such_template.
    """
    if uuid not in {row.uuid for row in templates_for(code, by)}:
        raise Refused("no_such_template")
    facts = receipt_facts(code, by)
    version = DocumentVersion.objects.filter(template__uuid=uuid).latest("number")
    made = filled(store.read(version.sha256), values(facts, by, at))
    Filling.objects.create(
        version=version,
        dossier_id=facts.dossier,
        filled_at=at,
        account_id=by.account_id,
        position_id=by.position_id,
        sha256=hashlib.sha256(made).hexdigest(),
    )
    _note("document_filled", by, filled_at, facts.code, kind="dossier")
    return made


def sample_of(uuid: UUID, *, by: Actor, at: datetime) -> tuple[str, bytes]:
    """The newest version filled with the examples of the fields, under its name."""
    row = DocumentTemplate.objects.filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_template")
    _require(by, row.office_id, at)
    version = row.versions.latest("number")
    return row.name, filled(store.read(version.sha256), example())


def procedures(office_id: int, at: datetime) -> Sequence[tuple[str, str]]:
    """What a template can be bound to: slug and name of what the office does now."""
    day = at.astimezone(VN).date()
    return tuple((one.slug, one.name) for one in catalogue.procedures_of(office_id, day))


def _locked(uuid: UUID, by: Actor, at: datetime) -> DocumentTemplate:
    row = DocumentTemplate.objects.select_for_update().filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_template")
    _require(by, row.office_id, at)
    if row.retired_at is not None:
        raise Refused("template_retired")
    return row


def _version(
    row: DocumentTemplate, number: int, content: bytes, fields: frozenset[str], by: Actor,
    at: datetime,
) -> None:  # fmt: skip
    kept = store.store(content, media_type=MEDIA, at=at)
    DocumentVersion.objects.create(
        template=row,
        number=number,
        sha256=kept.sha256,
        fields=sorted(fields),
        kept_at=at,
        account_id=by.account_id,
    )
    _note("keep_document_template", by, at, f"{row.uuid} {number}")


def _newest(versions: QuerySet[DocumentVersion]) -> Sequence[TemplateRow]:
    rows = versions.select_related("template", "account").order_by(
        F("template__retired_at").desc(nulls_first=True), "template__name", "template_id", "-number"
    )
    found: dict[int, TemplateRow] = {}
    for row in rows:
        found.setdefault(
            row.template_id,
            TemplateRow(
                uuid=row.template.uuid,
                office_id=row.template.office_id,
                name=row.template.name,
                procedure=row.template.procedure,
                number=row.number,
                fields=row.fields,
                kept_at=row.kept_at.astimezone(VN),
                person=row.account.full_name,
                retired=row.template.retired_at is not None,
            ),
        )
    return tuple(found.values())


def _require(by: Actor, office_id: int, at: datetime) -> None:
    if not can(by, Duty.TEMPLATES, Subject(office_id), at):
        raise PermissionDenied("Mẫu của đơn vị này không thuộc phần việc của ông, bà.")


def _note(action: str, by: Actor, at: datetime, subject: str, kind: str = "template") -> None:
    record(
        action,
        at=at,
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind=kind,
        subject=subject[:80],
    )
