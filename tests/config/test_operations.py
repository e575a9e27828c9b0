"""The manual says of the settings what the program does."""

from pathlib import Path

from motcua.config import environment

MANUAL = Path(__file__).parents[2] / "docs" / "operations.md"


def row(setting: environment.Setting) -> str:
    default = f"`{setting.default}`" if setting.default else ""
    return f"| `{setting.name}` | {default} | {setting.description} |"


def test_the_manuals_table_is_the_programs():
    lines = MANUAL.read_text(encoding="utf-8").splitlines()

    written = [line for line in lines if line.startswith(("| `MOTCUA_", "| `DATABASE_URL"))]

    assert written == [row(setting) for setting in environment.SETTINGS]
