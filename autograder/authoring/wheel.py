"""What is packed into a wheel beside the code, so that the kit works without a clone.

- The assignments as students receive them, in the package: ``autograder start`` copies them.
- ``solutions/`` in one archive, and the papers that ``autograder pack`` needs. They are not in the package: an installation
  puts them into its folder ``share``, which the code of a submission cannot read (``sandbox.isolation.namespaces``).

An editable installation has nothing of this: it finds the clone.
"""

from __future__ import annotations

import shutil
import sys
import zipfile
from pathlib import Path

from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).parents[2]))  # what builds a wheel knows nothing of the folder that it builds

from autograder.content.source_files import source_files  # noqa: E402
from autograder.core.installed import ARCHIVE, PAPERS, SHARE  # noqa: E402

RELEASED, SOLUTIONS = "assignments", "solutions"
SETTINGS = "assignment.toml"
WHEN = (1980, 1, 1, 0, 0, 0)  # the same content gives the same bytes


class WithAssignments(build_py):
    """Adds the assignments in both forms, where they are: in a clone and in the source distribution."""

    def run(self) -> None:
        super().run()
        if self.editable_mode or not Path(RELEASED).is_dir():
            return
        target = Path(self.build_lib, "autograder", RELEASED)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(RELEASED, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        archive = Path(self.build_lib).parent / ARCHIVE
        pack(Path(SOLUTIONS), archive)
        self.distribution.data_files = [(SHARE, [str(archive), *PAPERS])]


def pack(solutions: Path, archive: Path) -> None:
    """Writes an archive of all assignments with their answers.

    Args:
        solutions: their folder. What is not an assignment's own file is left out, see ``source_files``.
        archive: the file to write.
    """
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for folder in sorted(settings.parent for settings in solutions.glob(f"*/{SETTINGS}")):
            for name, path in source_files(folder).items():
                entry = zipfile.ZipInfo(f"{folder.name}/{name}", WHEN)
                entry.create_system = 3  # Unix, wherever it is built
                entry.external_attr = 0o100644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, path.read_bytes())
