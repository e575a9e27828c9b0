"""How the child says no: a code of `files.refusals` and its facts."""


class Fault(Exception):
    """The file is not taken."""

    def __init__(self, code: str, **facts: int | str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts
