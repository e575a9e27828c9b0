"""Who touched what: views of personal data, prints, sign-ins, changes of rights.

Rows are written unchained, so that nobody queues behind one head; a job orders the committed
ones, hashes them in blocks and chains the blocks. `verify` proves the blocks.
"""
