"""P10: what counter, inbox, dossier and lookup cost the server and the wire."""

from collections.abc import Callable, Sequence

from bench import office
from bench.goals import Line, at_most
from bench.house import OFFICES, Folder, family_cpu
from bench.pages import Page, measure

WAITING = 40
FULL = 200
QUERIES, CPU_MS, AGAIN, FIRST = 12, 30, 15_000, 100_000


def measured(where: Folder, pages: int, say: Callable[[str], None]) -> list[Line]:
    """The lines of the table: an inbox of 40 dossiers, then one as long as a page can be."""
    slug = OFFICES[0]
    procedure = office.procedure_of(slug)
    done = office.received(slug, procedure, WAITING)
    clerk, stranger = office.browser(f"clerk-{slug}"), office.stranger()
    code = done[0].code

    def page(name: str, path: str, signed_in: bool = True) -> Page:
        say(f"page: {name}")
        client = clerk if signed_in else stranger
        cookie = office.cookie_of(clerk) if signed_in else ""
        return measure(name, path, client, cookie, where.pages, lambda: family_cpu(pages))

    found = [
        page("counter", f"/can-bo/tiep-nhan?thu-tuc={procedure}"),
        page(f"inbox of {WAITING}", "/can-bo/hop-viec"),
        page("dossier", f"/can-bo/ho-so/{code}"),
        page("lookup", f"/tra-cuu?ma={code}&kt={office.check_of(code)}", signed_in=False),
    ]
    office.received(slug, procedure, FULL - WAITING)
    return _lines([*found, page(f"inbox of {FULL}", "/can-bo/hop-viec")])


def _lines(found: Sequence[Page]) -> list[Line]:
    lines = []
    for one in found:
        lines += [
            at_most("P10", f"{one.name}: queries", QUERIES, one.queries, ""),
            at_most("P10", f"{one.name}: CPU", CPU_MS, one.cpu_ms, "ms"),
            at_most("P10", f"{one.name}: bytes after the first visit", AGAIN, one.again, "B"),
            at_most("P10", f"{one.name}: bytes on the first", FIRST, one.first, "B"),
        ]
    return lines
