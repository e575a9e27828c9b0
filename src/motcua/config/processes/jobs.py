"""The job worker: jobs, and the beats of the house. `python -m … PARENT_PID`."""

import os
import sys

from motcua.config.processes.following import follow


def main(parent: int) -> None:
    """Work until told to stop; jobs that run are finished, at most 15 s."""
    follow(parent)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    import django

    django.setup()
    from motcua.config import beats
    from motcua.jobs import worker

    with beats.time_runs():
        worker.run(beats.BEATS)


if __name__ == "__main__":
    main(int(sys.argv[1]))
