"""The one way the core and the services say no."""

from typing import Any


class Refused(Exception):
    """An act that the rules do not allow, as a code and the facts a sentence about it needs.

    It is a value as much as an exception: two refusals with the same code and facts are equal, so
    that bulk acts can return them beside results. The Vietnamese sentence belongs to the package
    that refuses (`refusals.py`), not here. Facts never hold personal data: they reach logs.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Refused):
            return NotImplemented
        return self.code == other.code and self.facts == other.facts

    def __hash__(self) -> int:
        return hash((self.code, tuple(sorted(self.facts))))

    def __repr__(self) -> str:
        facts = "".join(f", {name}={value!r}" for name, value in self.facts.items())
        return f"Refused({self.code!r}{facts})"

    def __str__(self) -> str:
        return repr(self)

    def __reduce__(self) -> tuple[Any, ...]:
        """Facts are keywords, which the pickling of exceptions would otherwise lose."""
        return _rebuild, (self.code, self.facts)


def _rebuild(code: str, facts: dict[str, Any]) -> Refused:
    return Refused(code, **facts)
