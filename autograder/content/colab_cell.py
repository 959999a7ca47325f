"""The first cell of a notebook's code: on Google Colab it installs the kit and fetches checks and data, elsewhere nothing."""

from __future__ import annotations

import json

CELL_ID = "colab"
CELL = """\
# Only on Google Colab: installs the kit and fetches the public checks. Anywhere else this does nothing.
import sys

if "google.colab" in sys.modules:
    import shutil, subprocess, tempfile

    home = {home}  # the address of the kit's repository
    if not home:
        print("Write the address that git clones the kit from between the quotes of home, and run this cell again.")
    else:
        with tempfile.TemporaryDirectory() as kit:
            subprocess.run(["git", "clone", "--quiet", "--depth", "1", home, kit], check=True)
            subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", f"{{kit}}[tensorflow]"], check=True)
            shutil.copytree(f"{{kit}}/assignments/{name}/checks", "checks", dirs_exist_ok=True)"""
DATA = """
            shutil.copytree(f"{{kit}}/assignments/{name}/data", "data", dirs_exist_ok=True)"""


def first_cell(name: str, home: str, data: bool = False) -> str:
    """The cell's text.

    Args:
        name: of the assignment. home: what ``git clone`` takes; empty if the kit is published nowhere yet, then the
            cell says what to fill in. data: whether the assignment brings its own files in ``data/``.
    """
    return (CELL + DATA * data).format(home=json.dumps(home), name=name)
