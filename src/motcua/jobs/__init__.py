"""Background work: in the same database and transaction as what asks for it.

A task takes ids, reads state anew and is safe twice: a job whose worker was killed runs again.
A room registers its tasks with `@jobs.task()` in its `tasks.py` and asks for one with
`jobs.defer(task, …)` inside the transaction the work follows from.
"""

from motcua.jobs.deferring import defer, periodic, task

__all__ = ["defer", "periodic", "task"]
