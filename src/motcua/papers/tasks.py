"""The background work of the papers: long prints."""

from datetime import UTC, datetime

from motcua import jobs


@jobs.task()
def print_batch(batch: int) -> None:
    """Make the print of that row; run twice, it makes the same file once more."""
    from motcua.papers import batch_work  # the services that queue this import it

    batch_work.make(batch, datetime.now(UTC))
