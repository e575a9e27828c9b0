"""Marked facts of versions, read in their source and confirmed without a decision."""
