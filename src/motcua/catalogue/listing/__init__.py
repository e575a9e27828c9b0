"""What the public is shown: permanent pages, boards, open data."""
