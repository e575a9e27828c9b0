"""Formats of Vietnamese pages and forms."""
