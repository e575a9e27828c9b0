"""Positions in words, for pages that name no person."""

from motcua.identity.kinds import WORDS, PositionKind


def position_words(kind: str) -> str:
    """`BP_MOT_CUA` as "Cán bộ một cửa"; an unknown kind as it is."""
    try:
        return WORDS[PositionKind(kind)]
    except ValueError:
        return kind
