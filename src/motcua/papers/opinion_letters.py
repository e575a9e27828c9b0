"""Letters to those whose opinion is asked: the question, and its reminder. Our own layout [M]."""

from collections.abc import Sequence

from motcua.dossiers.selectors.letters import LetterFacts
from motcua.papers.letter_body import Body, Words
from motcua.papers.wording import clipped, moment


def opinion(facts: LetterFacts, words: Words) -> Body:
    """What is asked, of whom, and until when; what silence would mean."""
    lead = words["lead"].format(moment=moment(facts.received_at))
    signs, signer = _signed(facts, words)
    return Body(
        before=[lead, *(clipped(question) for question in facts.reasons)],
        after=_until(facts, words),
        signs=signs,
        signer=signer,
    )


def reminder(facts: LetterFacts, words: Words) -> Body:
    """On which letter it was asked, and that its day has passed."""
    day = f"{facts.asked_on:%d/%m/%Y}" if facts.asked_on else ""
    late = [words["late"].format(day=f"{one.due_on:%d/%m/%Y}") for one in facts.bodies]
    signs, signer = _signed(facts, words)
    return Body(
        before=[words["lead"].format(number=facts.asked_by, day=day), *late],
        after=[words["close"]],
        signs=signs,
        signer=signer,
    )


def _until(facts: LetterFacts, words: Words) -> Sequence[str]:
    """One sentence for all when they have the same day, else one for each."""
    days = sorted({(one.due_on, one.article) for one in facts.bodies})
    told = []
    for due_on, article in days:
        who = [one.words for one in facts.bodies if (one.due_on, one.article) == (due_on, article)]
        whom = words["all"] if len(days) == 1 else ", ".join(who)
        told.append(words["until"].format(whom=whom, day=f"{due_on:%d/%m/%Y}"))
        if article:
            told.append(words["silence"].format(article=article))
    return told


def _signed(facts: LetterFacts, words: Words) -> tuple[str, str | None]:
    """An officer drafts such a letter; whoever heads the department signs it by hand."""
    if facts.signer_leads:
        return "", None
    return words["head" if facts.department else "chief"], ""
