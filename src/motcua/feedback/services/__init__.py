"""Acts: answering the one question, making, giving out and answering a complaint."""

from motcua.feedback.services.complaints import answer, complain, give
from motcua.feedback.services.ratings import rate, rate_at_desk

__all__ = ["answer", "complain", "give", "rate", "rate_at_desk"]
