"""Formats of pages read in English."""
