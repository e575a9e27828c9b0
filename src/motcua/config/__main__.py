"""`python -m motcua.config …`: the program, where its script is not on the path."""

import sys

from motcua.config.cli import main

sys.exit(main())
