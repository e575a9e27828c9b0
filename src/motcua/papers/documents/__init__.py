"""Documents of an office, from the draft to the revocation, and their register."""
