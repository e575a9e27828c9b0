"""How much may come in: set by `config`, asked by whoever takes a file."""

from dataclasses import dataclass

PAGES = 500
PIXELS = 50_000_000
"""An A4 page scanned at 600 dots an inch has 35 million, a phone's picture 12 to 50."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of one file, of all files of one dossier, and of one form with all its files."""

    file_bytes: int
    dossier_bytes: int

    @property
    def form_bytes(self) -> int:
        """What one press of a button may send: as much as a dossier may hold."""
        return self.dossier_bytes
