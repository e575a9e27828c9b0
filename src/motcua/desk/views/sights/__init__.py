"""Charts: today at the desk, what was in time, when dossiers come, where they wait."""
