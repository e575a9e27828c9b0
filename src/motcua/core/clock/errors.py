"""What the clock cannot answer."""


class ClockError(ValueError):
    """A question without an answer: a code for programs, an English sentence for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type["ClockError"], tuple[str, str]]:
        return ClockError, (self.code, self.message)
