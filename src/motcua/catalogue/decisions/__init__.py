"""Decisions: read, judged against the catalogue, folded into versions, written."""
