"""Who does it: the invented officials by the post a step asks for."""

from datetime import date, datetime, time

from motcua.core.clock import VN
from motcua.core.flow import Stage, State, Step
from motcua.dossiers.holders import Holder, holder
from motcua.exchange.demo.walking import Walk
from motcua.identity.actors import Actor
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import office_ids_below


class Crew:
    """All actors at one moment, by office, department and kind of post. Two queries."""

    def __init__(self, at: datetime) -> None:
        self._by_post: dict[tuple[int, int | None, str], list[Actor]] = {}
        for actor in actors_in_post(at):
            for department in {actor.department_id, None}:
                place = (actor.office_id, department, actor.kind)
                self._by_post.setdefault(place, []).append(actor)

    def of(self, office_id: int, department_id: int | None, kind: str, seed: int) -> Actor:
        """One of those who hold such a post. KeyError when nobody does."""
        able = self._by_post[office_id, department_id, kind]
        return able[seed % len(able)]

    def administrator(self, office_id: int) -> Actor:
        """Who keeps the books of an office: its own administrator, else one of those above it."""
        able = [
            actor
            for (_, _, kind), actors in self._by_post.items()
            if kind == "QUAN_TRI"
            for actor in actors
            if office_id in office_ids_below(actor.office_id)
        ]
        return able[0]

    def holding(self, walk: Walk, step: str, office_id: int) -> Actor:
        """The official who holds `step` of this dossier, the same one each time."""
        held = holder(walk.route.step(step), office_id, walk.state)
        return self.of(held.office_id, held.department_id, held.kind, walk.plan.seed)

    def has(self, step: Step, office_id: int, day: date) -> bool:
        """Whether somebody holds the post `step` asks for on a dossier received on `day`."""
        held = _held(step, office_id, day)
        return (held.office_id, held.department_id, held.kind) in self._by_post


def _held(step: Step, office_id: int, day: date) -> Holder:
    came_in = State(Stage.IN_PROGRESS, 1, clock_from=datetime.combine(day, time(8), VN))
    return holder(step, office_id, came_in)
