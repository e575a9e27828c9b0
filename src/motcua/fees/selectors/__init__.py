"""Questions about money: what is owed, what was taken, in which book it stands."""

from motcua.fees.selectors.owing import owed

__all__ = ["owed"]
