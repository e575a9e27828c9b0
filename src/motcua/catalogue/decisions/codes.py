"""The code of a procedure (mã TTHC) in a decision: its core, then the suffix of who owns it. Pure.

Source: CSDL quốc gia về TTHC, `1.012753.000.00.00.H56`. The core is the key, the suffix is kept
apart.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from motcua.catalogue.decisions.asked import Entry

CODE: Final = re.compile(r"(?P<core>[0-9]\.[0-9]{6})(?:\.(?P<suffix>[0-9A-Za-z.]{1,20}))?")


@dataclass(frozen=True, slots=True)
class Held:
    """A procedure in force once the decision holds, with its code and the levels it is at."""

    slug: str
    name: str
    code: str
    levels: Collection[str]


def core_of(code: str) -> str:
    """The code without its owner; what is no code as it is."""
    found = CODE.fullmatch(code)
    return found["core"] if found else code


def split(entry: Entry) -> Entry:
    """The entry with a whole code in two; a suffix given apart stays as it was given."""
    given = str(entry.content.get("code", ""))
    found = CODE.fullmatch(given)
    if not found or not found["suffix"]:
        return entry
    apart = entry.content.get("owner_suffix") or found["suffix"].upper()
    content = {**entry.content, "code": found["core"], "owner_suffix": apart}
    return replace(entry, code=core_of(entry.code), content=content)


def faults_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """What is wrong with a code as it was given, before it is split, as (key, sentence)."""
    given = str(entry.content.get("code", ""))
    if not given:
        return
    found = CODE.fullmatch(given)
    if not found:
        words = (
            f"Mã “{given}” không đúng dạng: một chữ số, dấu chấm, sáu chữ số, như 1.012753. "
            "Ô kiểu số làm mất số 0 ở cuối: đặt ô kiểu chữ."
        )
        yield "code", words
        return
    apart = str(entry.content.get("owner_suffix") or "")
    if found["suffix"] and apart and apart.upper() != found["suffix"].upper():
        yield "owner_suffix", f"Mã ghi đuôi {found['suffix']}, ô này ghi {apart}. Ghi giống nhau."


def holder(asking: Held, held: Collection[Held]) -> Held | None:
    """Who else has the code at a level of `asking`."""
    return next(
        (
            one
            for one in held
            if one.code == asking.code
            and one.slug != asking.slug
            and not set(one.levels).isdisjoint(asking.levels)
        ),
        None,
    )
