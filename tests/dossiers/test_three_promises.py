"""What owners were asked beyond the once: counted for those who oversee, and opened."""

from datetime import timedelta

from motcua.dossiers import services
from motcua.dossiers.asked import OUTSIDE
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.overview import ASKED, behind, overview
from motcua.dossiers.services.waiting import Deficiency
from office import ANSWER_BY, LACKS, MONDAY, Office

OTHER = Deficiency(OUTSIDE, "Đất có tranh chấp", "", "Biên bản hoà giải")


def asked_twice(office: Office) -> Dossier:
    """Asked by the officer, and again by their head, in writing."""
    dossier = office.received()
    office.act(services.hand_over, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "officer",
        items=[LACKS], document="1/HDHS", reply_by=ANSWER_BY,
    )  # fmt: skip
    office.act(services.take_supplement, dossier, "clerk")
    office.act(
        services.request_supplement, dossier, "head", items=[LACKS, OTHER], document="2/HDHS",
        reply_by=ANSWER_BY, override_reason="Phát sinh khi thẩm định",
        basis="Điều 235 Luật Đất đai",
    )  # fmt: skip
    assert dossier.supplements == 2
    return dossier


def test_each_number_opens_its_dossiers(office: Office) -> None:
    chair, at = office.people["chair"], MONDAY + timedelta(days=9)
    before = overview(chair, at)
    twice, guided = asked_twice(office), office.incomplete()

    told = overview(chair, at)

    assert told.again == before.again + 1
    assert told.outside == before.outside + 1
    assert told.guided == before.guided + 1
    opened = {kind: [row.code for row in behind(chair, kind, at).object_list] for kind in ASKED}
    assert twice.code in opened["again"]
    assert twice.code in opened["outside"]
    assert guided.code in opened["guided"]
    assert all(len(opened[kind]) == getattr(told, kind) for kind in ASKED)
