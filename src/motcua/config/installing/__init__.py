"""The first day of a folder: its code, its page, its command, and the settings it leaves behind."""
