"""The processes of `motcua serve`; each is run as a module and dies with the supervisor."""
