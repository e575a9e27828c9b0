"""What happened, told to a state: one module a family of events, `folding` for all of them."""
