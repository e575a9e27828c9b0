"""Questions about what is said at a post: warnings, the opening of the day, views, work."""
