"""Grades one submission for Classroom 50. Its runner starts this file in the student's checkout.

The pack copies it as ``autograders/<slug>/autograder.py``. It uses nothing but Python's standard library: it installs the
kit that lies beside it into a separate environment, which then grades. It writes ``result.json`` and
``release-body.md`` into the checkout. Exit code 0: there is a result. 1: there is none, because of a fault that is not the
student's, and the runner says so in its place.

AUTOGRADER_PYTHON names a Python in which the kit's packages are installed already, in your own container, for example.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KIT = HERE / "kit"
ASSIGNMENT = HERE / "assignment"
PACKAGES = HERE / "packages.txt"  # that the assignment requires, one a line
BACKEND = HERE / "backend.txt"  # with which Keras computes, and below it what is installed for that: [tensorflow], or nothing
OLDEST = (3, 11)


def installed(place: Path) -> Path:
    """A Python with the kit and the assignment's packages, in a new environment.

    ``-I`` keeps the checkout out of it: a student's ``pip.py`` or ``venv.py`` is never run.
    """
    subprocess.run([sys.executable, "-I", "-m", "venv", str(place)], check=True, cwd=HERE)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    extra = (BACKEND.read_text("utf-8").splitlines() + [""])[1]
    wanted = ["--constraint", str(KIT / "constraints.txt"), str(KIT) + extra, *PACKAGES.read_text("utf-8").splitlines()]
    subprocess.run([str(python), "-I", "-m", "pip", "install", *quiet, *wanted], check=True, cwd=HERE)
    return python


def main() -> int:
    """Returns the exit code of the kit, or 1 where it cannot be installed."""
    if sys.version_info < OLDEST:
        print("The kit needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Set it in the assignment's runtime block.")
        return 1
    checkout = os.getcwd()
    try:
        python = os.environ.get("AUTOGRADER_PYTHON") or str(installed(HERE / "environment"))
    except (OSError, subprocess.CalledProcessError) as error:
        print("The kit could not be installed: " + str(error))
        return 1
    words = ["-P", "-m", "autograder.hosted", "classroom50", "--assignment", str(ASSIGNMENT), "--folder", checkout]
    backend = BACKEND.read_text("utf-8").split()[0]
    environment = {**os.environ, "PYTHONPATH": str(KIT), "KERAS_BACKEND": backend}
    return subprocess.run([python, *words], env=environment, cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(main())
