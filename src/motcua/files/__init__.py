"""Content-addressed storage: a file is its SHA-256, rows refer to it by that."""
