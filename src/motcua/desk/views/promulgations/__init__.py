"""Decisions that publish procedures: listed, entered, compared, approved, taken back."""
