"""P5: a lookup, as a page and for machines, against a view that does nothing."""

from collections.abc import Callable

from bench import office
from bench.goals import Line, at_least, at_most, noted
from bench.house import OFFICES, Folder, family_cpu
from bench.pages import measure
from bench.teams import ratio, team

THREADS = 4


def measured(
    where: Folder, servers: tuple[int, int], turns: int, seconds: float, say: Callable[[str], None]
) -> list[Line]:
    """The lines of the table. Each asker comes from an address of its own: no limit counts in."""
    slug = OFFICES[0]
    (done,) = office.received(slug, office.procedure_of(slug))
    check = office.check_of(done.code)
    page = f"/tra-cuu?ma={done.code}&kt={check}"
    machine = f"/api/v1/dossiers/{done.code}?kt={check}"

    def cpu() -> dict[str, float]:
        return {"pages": family_cpu(servers[0]), "empty": family_cpu(servers[1])}

    def told(path: str, port: int) -> list[dict[str, object]]:
        one = {"kind": "http-get", "threads": THREADS, "path": path, "port": port}
        return [one] * len(OFFICES)

    with (
        team("empty view", told("/", where.empty)) as empty,
        team("lookup page", told(page, where.pages)) as shown,
        team("lookup JSON", told(machine, where.pages)) as answered,
    ):
        for turn in range(turns):
            for one in (empty, shown, answered):
                one.turn(seconds, cpu)
                say(f"turn {turn + 1} of {turns}: {one.name} {one.rates[-1]:.0f}/s")
    stranger = office.stranger()
    counts = [measure("", path, stranger, "", where.pages, lambda: 0.0) for path in (page, machine)]
    return [
        noted("", "empty view over HTTP, 16 connections", f"{empty.rate:.0f}/s"),
        at_least("P5", "lookup page, of the empty view", 0.15, ratio(shown, empty)),
        at_least("P5", "lookup JSON, of the empty view", 0.30, ratio(answered, empty)),
        at_most("P5", "queries of the lookup page", 2, counts[0].queries, ""),
        at_most("P5", "queries of the lookup JSON", 2, counts[1].queries, ""),
        noted("", "CPU each: empty, JSON, page", _cpus(empty, answered, shown)),
    ]


def _cpus(empty: object, answered: object, shown: object) -> str:
    figures = (empty.cpu("empty"), answered.cpu("pages"), shown.cpu("pages"))  # type: ignore[attr-defined]
    return " · ".join(f"{figure:.2f} ms" for figure in figures)
