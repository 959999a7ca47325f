"""``python -m autograder`` does the same as ``autograder``."""

import sys

if not sys.flags.safe_path:
    del sys.path[0]  # the folder that one is in, where students' pages may be: one called ``numpy.py`` would run

from autograder.cli import command  # noqa: E402

sys.exit(command())
