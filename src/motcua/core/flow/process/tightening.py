"""An office's own process beside the common one set above it: it may be shorter, never longer."""

from collections.abc import Mapping
from typing import Any

from motcua.core.flow.measures import hours_words
from motcua.core.flow.process.check import Fault, needed_hours, step_hours

OVER_COMMON_STEP = "over-common-step"
OVER_COMMON = "over-common"


def looser(own: Mapping[str, Any], common: Mapping[str, Any]) -> list[Fault]:
    """Where `own` takes more time than `common`: steps of one key, then the whole.

    Both in the format of `check`, read as it reads them. A step the common one does not have is
    free within the whole.
    """
    allowed = {step["key"]: step_hours(step) for step in reversed(common["steps"])}
    found = [
        Fault(
            OVER_COMMON_STEP,
            step["key"],
            f"Bước “{step['key']}” {hours_words(step_hours(step))} giờ, "
            f"quy trình chung {hours_words(allowed[step['key']])} giờ.",
        )
        for step in own["steps"]
        if step["key"] in allowed and step_hours(step) > allowed[step["key"]]
    ]
    needed, most = needed_hours(own), needed_hours(common)
    if needed > most:
        said = f"Cả quy trình {hours_words(needed)} giờ, quy trình chung {hours_words(most)} giờ."
        found.append(Fault(OVER_COMMON, None, said))
    return found
