"""A process as one looks at it: held against the rules, compared, edited, tried, said in words."""
