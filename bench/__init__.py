"""The speed laboratory: the goals of the design as ratios taken in one run.

Absolute figures swing with the machine, so each measure is taken in turns with the limit it is
compared with. Nothing here is a test and nothing fails: a goal not met is said in its row.
"""
