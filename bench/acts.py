"""P1 to P4: receiving and handing over, against the same rows as raw SQL, in turns."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import psycopg

from bench import office, raw
from bench.goals import Line, at_least, at_most, noted
from bench.house import OFFICES, Folder, family_cpu, server_cpu
from bench.teams import Team, ratio, team

CONNECTIONS = 16
"""Fewer may all meet on one worker of the web server."""


def measured(
    where: Folder, pages: int, turns: int, seconds: float, say: Callable[[str], None]
) -> list[Line]:
    """The lines of the table."""
    told = [_told(where, slug) for slug in OFFICES]

    def cpu() -> dict[str, float]:
        return {"postgres": server_cpu(where), "pages": family_cpu(pages)}

    with ExitStack() as stack:
        teams: dict[str, Team] = {}
        for kind in ("raw-intake", "service-intake", "http-intake", "service-act", "raw-act"):
            more: dict[str, Any] = {"kind": kind, "django": kind.startswith("service")}
            if kind == "http-intake":
                more["threads"] = CONNECTIONS // len(OFFICES)
            teams[kind] = stack.enter_context(team(kind, [one | more for one in told]))
        for turn in range(turns):
            for name, one in teams.items():
                one.turn(seconds, cpu)
                say(f"turn {turn + 1} of {turns}: {name} {one.rates[-1]:.0f}/s")
    return list(_lines(teams))


def _told(where: Folder, slug: str) -> dict[str, Any]:
    """What the clients of one office need: the raw statements are copied from real acts."""
    procedure = office.procedure_of(slug)
    (done,) = office.received(slug, procedure)
    with psycopg.connect(where.conninfo, autocommit=True) as connection:
        before = raw.photograph(connection, done.dossier)
        _handed_over(done.dossier, slug)
        after = raw.photograph(connection, done.dossier)
    client = office.browser(f"clerk-{slug}")
    form = office.form_of(client, procedure)
    return {
        "slug": slug,
        "procedure": procedure,
        "conninfo": where.conninfo,
        "port": where.pages,
        "form": form,
        "cookie": office.cookie_of(client),
        "intake": vars(raw.intake(before, office.prefix_of(done.code))),
        "act": vars(raw.act(before, after)),
        "rows": sum(len(rows) for rows in before.values()) + 1,
    }


def _handed_over(dossier: int, slug: str) -> None:
    from uuid import uuid4

    from bench.house import NOW
    from motcua.dossiers import services
    from motcua.dossiers.asked import Asked

    asked = Asked(dossier, 1, NOW, office.clerk_of(slug))
    services.hand_over([asked], key=uuid4(), whole=True)


def _lines(teams: dict[str, Team]) -> list[Line]:
    limit, act = teams["raw-intake"], teams["raw-act"]
    service, http = teams["service-intake"], teams["http-intake"]
    return [
        noted("", "raw intake, one prepared statement, 4 clients", f"{limit.rate:.0f}/s"),
        noted("", "  PostgreSQL's CPU each", f"{limit.cpu('postgres'):.2f} ms"),
        at_least("P1", "intake through the service, of raw", 0.40, ratio(service, limit)),
        at_least("P2", "intake over HTTP, of raw", 0.25, ratio(http, limit)),
        at_least("P2", "  its floor", 0.12, ratio(http, limit)),
        at_most("P3", "CPU of an intake over HTTP, Python", 1.5, http.cpu("pages"), "ms"),
        at_most("P3", "CPU of an intake over HTTP, PostgreSQL", 0.5, http.cpu("postgres"), "ms"),
        noted("", "  through the service, Python", f"{service.cpu('client'):.2f} ms"),
        noted("", "  through the service, PostgreSQL", f"{service.cpu('postgres'):.2f} ms"),
        at_most("P3", "round trips in the transaction", 2, office.round_trips(), ""),
        at_least(
            "P4", "hand-over through the service, of raw", 0.25, ratio(teams["service-act"], act)
        ),
        noted("", "raw hand-over, one prepared statement", f"{act.rate:.0f}/s"),
    ]
