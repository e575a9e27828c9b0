"""What the core needs to know to decide about a dossier: its route, its time, its calendar."""

from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN
from motcua.core.flow import Context
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_by_edition, calendar_of


def context_for(
    *,
    version_id: int,
    process_id: int,
    calendar_edition: str,
    at: datetime,
    by: Actor,
    case: str = "",
    office_id: int | None = None,
) -> Context:
    """The context of a dossier received under that version, case, process and edition of the
    calendar.

    No query once the version, the process and the edition are cached; all three never change.
    With `office_id`, the office that answers for it, also the calendar it works by now.
    """
    version = catalogue.version_in_case(version_id, case)
    return Context(
        route=catalogue.process(process_id).route,
        allowance=version.allowance,
        calendar=calendar_by_edition(calendar_edition),
        cutoff=version.cutoff,
        after_supplement=version.after_supplement,
        extension_days=version.extension_days,
        extension_article=version.articles.get("extension_days", {}).get("article", ""),
        silence_days=version.silence_days,
        silence_article=_silence(version),
        now=at.astimezone(VN),
        actor_kind=by.kind,
        is_leader=by.is_leader,
        components=frozenset(one.ordinal for one in version.components) or None,
        current=None if office_id is None else calendar_of(office_id),
    )


def _silence(version: VersionRow) -> str:
    """The article by which silence is consent; the version says that it is, and mostly by which."""
    if not version.silence_consents:
        return ""
    return version.articles.get("silence_days", {}).get("article") or "pháp luật của thủ tục này"
