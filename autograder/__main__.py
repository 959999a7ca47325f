"""``python -m autograder`` does the same as ``autograder``."""

import sys

from autograder.cli import command

sys.exit(command())
