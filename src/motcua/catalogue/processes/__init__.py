"""Internal processes: for whom each is set, what is written, what keeps one unpublished."""
