"""Rounds of figures from below: the list, one round, one office in it, paper, what is behind."""
