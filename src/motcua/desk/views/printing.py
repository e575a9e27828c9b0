"""Papers of a dossier, as PDF."""
