"""One file for each command of `motcua`; each has `run(arguments) -> exit status`."""
