"""What the tests of sending stand on."""

from posting import mail, notices

__all__ = ["mail", "notices"]
