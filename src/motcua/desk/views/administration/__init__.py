"""The administrator's pages: people, posts, parts of the office, lending, lists, care, trail."""
