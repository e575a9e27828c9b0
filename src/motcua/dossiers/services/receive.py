"""Receive a dossier at the counter, or refuse it there: the two acts that begin one."""

from collections.abc import Sequence
from uuid import UUID

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import VN
from motcua.core.flow import Act, Command, Receive, RefuseIntake
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.asked import Intake, Outcome
from motcua.dossiers.digests import papers_digest
from motcua.dossiers.rows.beginning import Declared
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.beginning import Beginning, begin, digests
from motcua.dossiers.services.wording import worded

LONGEST_SLIP = 40


def receive(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Take dossiers in: a code of the day, a due time under the law, the first step at the desk.

    One outcome per intake, in order. Two round trips, whatever the number; two counters of one
    office wait for one another only for the length of the second. The same key answers with what
    it did. Refused: not_your_act, not_in_force, not_offered, not_at_desk, no_owner, paper_missing,
    no_case, unknown_case, clock; a late entry also no_slip_number, no_reason, received_ahead,
    too_far_back. With `whole`, raises the first refusal and saves none. Source: NĐ 61/2018, Mẫu 01.
    """
    return begin(Beginning(Act.RECEIVE, offered, _receipt), intakes, key=key, whole=whole)


def refuse_intake(intakes: Sequence[Intake], *, key: UUID, whole: bool = False) -> list[Outcome]:
    """Do not take dossiers in, and say why (`reason`): they get a number and count as refused.

    They are outside "received" in every report. Refused: no_reason, and as `receive`, but papers
    may be missing. Source: NĐ 61/2018, Mẫu 03.
    """
    return begin(Beginning(Act.REFUSE_INTAKE, offered, _refusal), intakes, key=key, whole=whole)


def offered(intake: Intake) -> tuple[VersionRow, ProcessRow]:
    """What the office takes in at its desk on the day. Raises Refused: not_in_force, not_at_desk,
    not_offered."""
    day = intake.at.astimezone(VN).date()
    version = catalogue.version(intake.version_id)
    if not catalogue.is_in_force(version.id, day):
        raise Refused("not_in_force", procedure=version.name)
    if not version.at_desk:
        raise Refused("not_at_desk", reason=version.not_at_desk_reason)
    process = catalogue.process_for(version.id, intake.by.office_id, day)
    if process is None:
        raise Refused("not_offered", procedure=version.name)
    return version, process


def _receipt(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    if catalogue.version(intake.version_id).cases and not intake.case:
        raise Refused("no_case")
    _complete(intake)
    words, slip, texts = late_words(intake)
    command = Receive(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=digests(parties),
        papers=papers_digest(intake.papers, salt),
        slip=slip,
        texts=texts,
        case=intake.case,
    )
    return command, words


def late_words(intake: Intake) -> tuple[Sequence[Words], str, tuple[str, ...]]:
    """Of a late entry the words of its reason, the number of its slip, and the digests of the
    words; nothing of any other."""
    if intake.late is None:
        return (), "", ()
    words, texts = worded("late", [intake.late.reason])
    return words, clean(intake.late.number)[:LONGEST_SLIP], tuple(texts)


def _refusal(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    words, texts = worded("reason", [intake.reason])
    if not words:
        raise Refused("no_reason")
    command = RefuseIntake(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=digests(parties),
        papers=papers_digest(intake.papers, salt),
        texts=texts,
    )
    return command, words


def _complete(intake: Intake) -> None:
    """A dossier is received whole: each required component is there or said not to apply."""
    given = {paper.ordinal for paper in intake.papers}
    version = catalogue.version_in_case(intake.version_id, intake.case)
    missing = [c.name for c in version.components if c.ordinal not in given and not c.optional]
    if missing:
        raise Refused("paper_missing", papers="; ".join(missing))
