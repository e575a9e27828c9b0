"""The proof: every row is what its events say, every chain holds, nothing has gone missing."""
