"""What differs from Django's English: a year or a house number is never cut in groups."""

NUMBER_GROUPING = 0
