"""Who follows the events of dossiers: the rooms above them, joined here and nowhere else."""

from motcua.dossiers import books
from motcua.dossiers import consumers as dossiers
from motcua.fees import consumers as fees
from motcua.messages import consumers as messages
from motcua.papers import consumers as papers
from motcua.reports import consumers as reports


def join() -> None:
    """Fill `dossiers.consumers`; called once in each process."""
    dossiers.fill(
        (
            *books.CONSUMERS, *papers.CONSUMERS, *reports.CONSUMERS, *fees.CONSUMERS,
            *messages.CONSUMERS,
        )
    )  # fmt: skip
