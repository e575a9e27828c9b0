"""Acts whose letter takes a number: the act, the number and the line in the register are one.

The register of outgoing documents is where every letter of a form (02 to 05, and those asking for
opinions) gets its number; nobody types one. A refused act, a failed one, and the same button
pressed again leave the book as it was. The dossier is locked before the book, numbers last.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Done, Intake, Outcome
from motcua.dossiers.models import Dossier
from motcua.papers.documents.entering import Entry, Number, take, write_down
from motcua.papers.letters import FORM_OF, TO_OTHERS
from motcua.papers.registry import Form, in_force

BOOK_OF: Mapping[Form, str] = {
    Form.SUPPLEMENT: "hdhs",
    Form.REFUSAL: "tctn",
    Form.APOLOGY: "pxl",
    Form.EXTENSION: "tbgh",
    Form.STOP: "tbd",
    Form.OPINION: "cvyk",
    Form.OPINION_REMINDER: "cvyk",
}
"""The kind of document each letter is numbered as."""

HOW = "lập cùng việc trên hồ sơ"
Service = Callable[..., list[Outcome]]


@dataclass(frozen=True, slots=True)
class _Issuing:
    """A service of `dossiers` with its letter; called as that service, but for the number."""

    service: Service
    form: Form
    numbered: bool = True
    """Whether the act itself rests on the number, so that its event bears it."""

    def __call__(
        self, asked: Sequence[Asked | Intake], *, key: UUID, **given: Any
    ) -> list[Outcome]:
        """One outcome each, as the service; three statements more for each that is done."""
        return [self._one(one, key, given) for one in asked]

    @transaction.atomic
    def _one(self, one: Asked | Intake, key: UUID, given: Mapping[str, Any]) -> Outcome:
        if isinstance(one, Asked):
            list(Dossier.objects.select_for_update(of=("self",)).filter(pk=one.dossier).only("id"))
        taken = take(one.by.office_id, BOOK_OF[self.form], one.at)
        number = {"document": taken.words} if self.numbered else {}
        (outcome,) = self.service([one], key=key, **given, **number)
        if isinstance(outcome, Done) and not outcome.again:
            self._write(one, outcome, taken)
        else:
            transaction.set_rollback(True)
        return outcome

    def _write(self, one: Asked | Intake, done: Done, taken: Number) -> None:
        first = done.head_seq - len(done.events) + 1
        seq = next(seq for seq, event in enumerate(done.events, first) if event.kind in FORM_OF)
        title = in_force(self.form, one.at.astimezone(VN).date()).title
        entry = Entry(
            kind=BOOK_OF[self.form],
            subject=title,
            recipient="Nơi được hỏi ý kiến" if self.form in TO_OTHERS else "Người nộp hồ sơ",
            signer_name=one.by.person,
            signer_title=one.by.title,
            dossier=done.dossier,
            seq=seq,
        )
        write_down(one.by, entry, taken, at=one.at, how=HOW)


request_supplement = _Issuing(services.request_supplement, Form.SUPPLEMENT)
ask_completion = _Issuing(services.ask_completion, Form.SUPPLEMENT)
refuse_intake = _Issuing(services.refuse_intake, Form.REFUSAL, numbered=False)
apologise = _Issuing(services.apologise, Form.APOLOGY)
extend = _Issuing(services.extend, Form.EXTENSION)
stop = _Issuing(services.stop, Form.STOP)
consult = _Issuing(services.consult, Form.OPINION)
remind_opinion = _Issuing(services.remind_opinion, Form.OPINION_REMINDER)


def letter_of(service: Service, at: datetime) -> str:
    """What the letter is called that `service` gives a number to; empty for other services."""
    if not isinstance(service, _Issuing):
        return ""
    return in_force(service.form, at.astimezone(VN).date()).title
