"""Figures collected from offices below, confirmed by them, and put together into one report."""
