"""Questions about ratings and complaints, scoped to who asks."""
