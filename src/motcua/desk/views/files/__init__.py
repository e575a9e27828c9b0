"""The files of a dossier: sent, seen, taken away."""
