"""Which posts a warning goes to. Posts are held by people: nothing is said to an empty one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from motcua.core.warning import Rank
from motcua.dossiers.holders import Holder
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import departments


class Roster:
    """The posts somebody holds at one moment, by where they are; one query.

    A post that was lent is still its holder's: who stands in reads what is said to it.
    """

    def __init__(self, at: datetime) -> None:
        self._uuids: dict[UUID, int] = {}
        self._kinds: dict[tuple[int, str], list[tuple[int | None, int]]] = defaultdict(list)
        self.actors: dict[int, Actor] = {}
        for actor in actors_in_post(at):
            if actor.position_id not in self.actors:
                self.actors[actor.position_id] = actor
                self._uuids[actor.position_uuid] = actor.position_id
                place = actor.department_id, actor.position_id
                self._kinds[actor.office_id, actor.kind].append(place)

    def of(self, ranks: Iterable[Rank], held: Holder, answers: int) -> frozenset[int]:
        """The posts of those ranks for a step `held` so, on a dossier the office `answers` for."""
        found: set[int] = set()
        for rank in ranks:
            if rank is Rank.HOLDER:
                found.update(self.holders(held))
            elif rank is Rank.HEAD:
                found.update(self.heads(held.office_id, held.department_id))
            else:
                found.update(self._chairs(answers))
        return frozenset(found)

    def of_desk(self, ranks: Iterable[Rank], office: int) -> frozenset[int]:
        """The posts of those ranks for what the desk of an office has to look at: its clerks, the
        head of the department the desk belongs to, the chair."""
        desk = next((one.id for one in departments(office) if one.has_desk), None)
        held = Holder(office, None, PositionKind.DESK_CLERK)
        found: set[int] = set()
        for rank in ranks:
            if rank is Rank.HOLDER:
                found.update(self.holders(held))
            else:
                found.update(self.heads(office, desk if rank is Rank.HEAD else None))
        return frozenset(found)

    def holders(self, held: Holder) -> Sequence[int]:
        """Whoever has such steps there; the one post it was given to, when it is held."""
        given = self._uuids.get(held.assignee) if held.assignee else None
        return (
            [given]
            if given is not None
            else self._in(held.office_id, held.kind, held.department_id)
        )

    def heads(self, office: int, department: int | None) -> Sequence[int]:
        """The heads of a department; of a step that names none, or that has no head, the chair."""
        if department is None:
            return self._chairs(office)
        heads = self._in(office, PositionKind.DEPARTMENT_HEAD, department)
        return heads or self._chairs(office)

    def _chairs(self, office: int) -> Sequence[int]:
        return self._in(office, PositionKind.CHAIR, None)

    def _in(self, office: int, kind: str, department: int | None) -> Sequence[int]:
        posts = self._kinds.get((office, kind), ())
        return [post for home, post in posts if department is None or home == department]
