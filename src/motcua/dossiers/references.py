"""References of what is not received yet: they tell nothing, count nothing and lead to one dossier.

They stand where the code will, so that the paper that asks for what is missing can be scanned.
"""

import re
import secrets

from motcua.core.codes import CHECK_ALPHABET, normalize

LETTERS = 8
_FORM = re.compile(rf"HT-[{CHECK_ALPHABET}]{{{LETTERS}}}")


def new_reference() -> str:
    """One nobody has: drawn among seven thousand million."""
    return "HT-" + "".join(secrets.choice(CHECK_ALPHABET) for _ in range(LETTERS))


def reference_in(words: str) -> str | None:
    """The reference that `words` are, or None."""
    wanted = normalize(words)
    return wanted if _FORM.fullmatch(wanted) else None
