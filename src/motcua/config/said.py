"""The foreseen refusals of commands: their message is the sentence a person reads on stderr."""


class Said(Exception):
    """The command says no, for a reason the person can mend."""


class SettingRefused(Said):
    """A setting that cannot be used."""


class ServerRefused(Said):
    """The embedded server cannot be used."""


class BackupRefused(Said):
    """A backup that cannot be written or read."""
