"""May it be done, and what happens then: one module a family of acts, `table` for all of them."""
