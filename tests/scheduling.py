"""Which tests stay together when several workers run them: those of a file, which share what is
costly to set up; those that share more than a file, by the beginning of their path.

(xdist's own groups ride on node ids, which pytest 9 no longer lets a plugin change.)
"""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = {  # the first that fits
    "tests/journeys/test_every_page": "pages",  # a house of their own, or one worker has it all
    "tests/journeys/test_without_a_script": "without a script",  # likewise
    "tests/journeys/": "journeys",  # one house, one access log
    "tests/audit/": "audit",  # one quiet server
}
BEGIN_WITH = (
    "journeys",  # loads the demonstration, for which the next two need not wait
    "tests/dossiers/test_stateful.py",
    "tests/config/test_upgrade.py",
    "pages",
    "without a script",
)


def together(nodeid: str) -> str:
    """The group of a test."""
    path = nodeid.partition("::")[0]
    return next((name for place, name in TOGETHER.items() if place in path), path)


def turn(nodeid: str) -> int:
    """When a test's group begins: what takes long first, the others as they were collected."""
    group = together(nodeid)
    return BEGIN_WITH.index(group) if group in BEGIN_WITH else len(BEGIN_WITH)


class OneWorkerAFile(LoadScopeScheduling):  # type: ignore[misc]
    """Gives whole files to workers, the longest ones first, in the order they were collected."""

    def _split_scope(self, nodeid: str) -> str:
        return together(str(nodeid))
