"""`make words`: bring `desk.po` up to what the screens say; a new saying waits for its English.

Keeps the English of what is still said, drops what nobody says any more. Names what has none.
"""

import json
import sys
from pathlib import Path

from motcua.config.english.hearing import heard
from motcua.config.english.words import DOMAIN

FILE = Path(__file__).parents[1] / "locale" / "en" / "LC_MESSAGES" / f"{DOMAIN}.po"


_HEAD = """msgid ""
msgstr ""
"Project-Id-Version: motcua\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def main() -> int:
    """Writes the file. Babel, which the house does not need when it runs, reads what was there."""
    from babel.messages.pofile import read_po

    with FILE.open("rb") as words:
        before = {str(message.id): str(message.string) for message in read_po(words, locale="en")}
    now = {said: before.get(said) or "" for said in sorted(heard())}
    entries = (f"\nmsgid {_quoted(vi)}\nmsgstr {_quoted(en)}\n" for vi, en in now.items())
    FILE.write_text(_HEAD + "".join(entries), encoding="utf-8")
    missing = [said for said, english in now.items() if not english]
    sys.stdout.write("".join(f"{words}\n" for words in missing))
    return 1 if missing else 0


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
