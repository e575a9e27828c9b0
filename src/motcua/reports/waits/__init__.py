"""How long one really waits for each procedure at each office, as it is told in public."""
