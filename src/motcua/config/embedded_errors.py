"""The refusals of the embedded server, apart so that naming them imports nothing else."""


class ServerRefused(Exception):
    """The embedded server cannot be used; the message is the sentence people read."""
