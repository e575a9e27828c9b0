"""A paper the version does not ask for: refused, or asked for on a legal basis, marked, told."""

from typing import Any

from motcua.core.flow import State
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import OUTSIDE, Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.letters import letter_facts
from motcua.dossiers.services.waiting import Deficiency
from motcua.dossiers.verifying.histories import Checked, check_chunk
from motcua.papers.letters import data_of
from office import ANSWER_BY, LACKS, Office

OTHER = Deficiency(OUTSIDE, "Đất có tranh chấp", "", "Biên bản hoà giải")
BASIS = "Điều 235 Luật Đất đai"


def asked(office: Office, **form: Any) -> tuple[Dossier, Any]:
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    outcome = office.act(
        services.request_supplement,
        dossier,
        "officer",
        document="37/HDHS",
        reply_by=ANSWER_BY,
        **form,
    )
    return dossier, outcome


def test_a_paper_the_version_does_not_ask_for_needs_its_legal_basis(office: Office) -> None:
    _, refused = asked(office, items=[LACKS, OTHER])
    dossier, done = asked(office, items=[LACKS, OTHER], basis=BASIS)

    assert isinstance(refused, Refused)
    assert refused.code == "no_basis"
    assert isinstance(done, Done)
    assert State.from_json(dossier.flow).asked_outside
    assert list(check_chunk([dossier], Checked())) == []


def test_a_paper_of_the_version_needs_none_and_is_not_marked(office: Office) -> None:
    dossier, done = asked(office, items=[LACKS])

    assert isinstance(done, Done)
    assert not State.from_json(dossier.flow).asked_outside


def test_the_letter_names_the_paper_and_its_basis(office: Office) -> None:
    dossier, _ = asked(office, items=[LACKS, OTHER], basis=BASIS)

    facts = letter_facts(dossier.code, dossier.head_seq, office.people["officer"])

    assert [mend.paper for mend in facts.mends][1] == "Biên bản hoà giải"
    assert any(BASIS in str(line) for line in data_of(facts)["after"])  # type: ignore[attr-defined]
    assert facts.reasons == []


def test_an_answer_that_does_not_do_goes_on_with_that_paper_too(office: Office) -> None:
    dossier, _ = asked(office, items=[LACKS, OTHER], basis=BASIS)

    still = office.act(services.keep_asking, dossier, "clerk", items=[OTHER])
    more = office.act(services.keep_asking, dossier, "clerk", items=[LACKS, OTHER])

    assert isinstance(still, Done)
    assert dossier.supplements == 1
    assert isinstance(more, Refused)
    assert more.code == "not_asked"
