"""What is said of the files of a dossier. Their names and their content stay with the rows."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.core.flow.payloads import Event


@dataclass(frozen=True, slots=True)
class FileAttached(Event):
    """A file was put to the dossier: its `number` there, its content, what it is to it."""

    kind: ClassVar[str] = "file_attached"
    number: int
    sha256: str
    pages: int
    purpose: str
    component: int
    source: str


@dataclass(frozen=True, slots=True)
class FileDetached(Event):
    """It was taken away from the dossier's papers."""

    kind: ClassVar[str] = "file_detached"
    number: int
    sha256: str
    texts: tuple[str, ...]
