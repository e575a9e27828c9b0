"""Procedures found by what people type."""
