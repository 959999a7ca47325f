"""``python -m autograder.hosted``: what the packs start."""

import sys

from autograder.hosted.runner import main

if __name__ == "__main__":
    sys.exit(main())
