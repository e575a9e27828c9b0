"""Who does it: the invented officials by the post a step asks for."""

from datetime import datetime

from motcua.dossiers.holders import holder
from motcua.exchange.demo.walking import Walk
from motcua.identity.actors import Actor
from motcua.identity.selectors import actors_in_post


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

    def holding(self, walk: Walk, step: str, office_id: int) -> Actor:
        """The official who holds `step` of this dossier, the same one each time."""
        held = holder(walk.route.step(step), office_id)
        return self.of(held.office_id, held.department_id, held.kind, walk.plan.seed)
