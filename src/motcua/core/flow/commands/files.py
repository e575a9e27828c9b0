"""Commands about the files of a dossier: what was digitised is put to it, or taken away again."""

from dataclasses import dataclass
from enum import StrEnum


class Purpose(StrEnum):
    """What a file is to its dossier: a paper of the checklist, an answer to a supplement request,
    a draft, the result, or another paper."""

    COMPONENT = "component"
    SUPPLEMENT = "supplement"
    DRAFT = "draft"
    RESULT = "result"
    OTHER = "other"


class Source(StrEnum):
    """Where a file came from: a form, the scanner's folder, an earlier dossier of the person, or
    the program itself."""

    UPLOAD = "upload"
    SCANNER = "scanner"
    REUSED = "reused"
    MADE = "made"


@dataclass(frozen=True, slots=True)
class File:
    """A stored file as its dossier knows it: by a `number` of the dossier's own, never reused.

    `component` is the ordinal of a paper of the checklist, 0 for none; `sha256` its content."""

    number: int
    sha256: str
    pages: int
    purpose: Purpose = Purpose.COMPONENT
    component: int = 0
    source: Source = Source.UPLOAD


@dataclass(frozen=True, slots=True)
class Attach:
    """Put files to the dossier."""

    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Detach:
    """Take a file away from the dossier's papers; `held` is the file as the dossier has it, None
    when it has none of that number, and `texts` are the digests of the reason."""

    held: File | None = None
    texts: tuple[str, ...] = ()
