"""What is packed into a wheel beside the code: the assignments as students receive them, so that ``autograder start``
works without a clone. ``solutions/`` stays out.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

RELEASED = "assignments"


class WithAssignments(build_py):
    """Copies ``assignments/`` into the package. In an editable installation they are found beside it as they are."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode and Path(RELEASED).is_dir():
            target = Path(self.build_lib, "autograder", RELEASED)
            shutil.rmtree(target, ignore_errors=True)
            left_out = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(RELEASED, target, ignore=left_out)
