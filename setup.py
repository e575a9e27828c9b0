"""The one thing pyproject.toml cannot say: catalogues of words are compiled into the wheel."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import setup
from setuptools.command.build_py import build_py

LOCALE = Path("src/motcua/config/locale")


class BuildWithWords(build_py):
    """Compiles the catalogues before the package's data are gathered."""

    def run(self) -> None:
        for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as words, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(words))
        super().run()


setup(cmdclass={"build_py": BuildWithWords})
