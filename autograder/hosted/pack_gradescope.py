"""A zip that Gradescope's autograder runs: ``setup.sh`` and ``run_autograder`` at its root, all else beside them.

It holds the solutions and the hidden checks, as it must: the marks are made there.
"""

from __future__ import annotations

import io
import shlex
import zipfile

from autograder.content.assignment import Assignment
from autograder.content.source_files import source_files
from autograder.core.settings import Settings
from autograder.hosted import pack_engine

WHEN = (1980, 1, 1, 0, 0, 0)  # packing twice gives the same bytes
PROGRAM, TEXT = 0o755, 0o644

# The place can be another one, and the interpreter, too: so that both scripts can be tried without Gradescope.
SETUP = """\
#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image.
set -euo pipefail
ROOT="${{AUTOGRADER_ROOT:-/autograder}}"
cd "$ROOT/source"

fitting() {{
    for name in python3 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}}

PYTHON="$(fitting)"
if [ -z "$PYTHON" ]; then
    apt-get update
    apt-get install --yes python3.12 python3.12-venv || apt-get install --yes python3.11 python3.11-venv
    PYTHON="$(fitting)"
fi
"$PYTHON" -m venv "$ROOT/venv"
"$ROOT/venv/bin/python" -m pip install --no-cache-dir --disable-pip-version-check --constraint constraints.txt ".{extra}"{packages}
"""

DATA = """\
# The data set is kept in the image; without a network the kit makes other data in its place.
"$ROOT/venv/bin/python" -c 'from autograder.content.assignment_search import find; it = find("{name}"); it.data_sets.find(it.dataset)' || true
"""

RUN = """\
#!/usr/bin/env bash
# Gradescope runs this for each submission: /autograder/submission in, /autograder/results/results.json out.
ROOT="${{AUTOGRADER_ROOT:-/autograder}}"
PYTHON="${{AUTOGRADER_PYTHON:-$ROOT/venv/bin/python}}"
cd "$ROOT/source" || exit 1
PYTHONPATH="$ROOT/source" exec "$PYTHON" -P -m autograder.hosted gradescope --root "$ROOT" {options}
"""


def _setup(assignment: Assignment, extra: str) -> str:
    packages = "".join(f" {shlex.quote(line)}" for line in assignment.requires)
    return SETUP.format(extra=extra, packages=packages) + (DATA.format(name=assignment.name) if assignment.dataset else "")


def packed(assignment: Assignment, settings: Settings, hidden: str) -> bytes:
    """The zip's content.

    Args:
        assignment: in the instructors' form.
        settings: its seed, budget and backend are what submissions are graded with.
        hidden: when students see what became of hidden checks, see ``hosted.gradescope_results``.

    Raises:
        NothingToPack: see ``pack_engine.files``.
    """
    words = ["--assignment", assignment.name, "--budget", settings.budget, "--seed", str(settings.seed), "--hidden", hidden]
    words += ["--backend", settings.backend]
    scripts = {
        "run_autograder": RUN.format(options=shlex.join(words)).encode(),
        "setup.sh": _setup(assignment, pack_engine.extra(assignment, settings.backend)).encode(),
    }
    own = source_files(assignment.folder)
    content = scripts | pack_engine.files() | {f"solutions/{assignment.name}/{name}": path.read_bytes() for name, path in own.items()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(content):
            entry = zipfile.ZipInfo(name, WHEN)
            entry.create_system = 3  # Unix, wherever it was packed: or the scripts could not be run
            entry.external_attr = (0o100000 | (PROGRAM if name in scripts else TEXT)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content[name])
    return made.getvalue()
