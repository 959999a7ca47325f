"""The first cell of a notebook's code: on Google Colab it installs the kit and fetches checks and data, elsewhere nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence

from autograder import __version__
from autograder.core.languages import message, shown
from autograder.core.languages.choice import chosen, reading_in

CELL_ID = "colab"
DISTRIBUTION = "mnist-exercise-kit"  # what an index calls the kit
FOLDED = {"jupyter": {"source_hidden": True}, "cellView": "form"}  # a beginner need not read it: JupyterLab and Colab show one line
EXTRA = "[tensorflow]"  # the backend that Colab has, too
TEXTS = {  # what the cell says, in the language of its page: it is run before there is a kit that could translate
    "note": message("Only on Google Colab: installs the kit and fetches the public checks. Anywhere else this does nothing."),
    "no_reason": message("It gave no reason."),
    "an_index": message("an index"),
    "the_file": message("the file {wheel}", wheel="{wheel}"),
    "not_installed": message("The kit could not be installed:"),
    "put_it_here": message("Put its file, {pattern}, beside this notebook (the folder on the left), then run this cell again.", pattern="{pattern}"),
    "installed": message("The kit is installed from {source}.", source="{source}"),
    "no_checks": message("It has no checks for this notebook. Put the folder checks beside it, then run this cell again."),
}
CELL = """\
# {note}
import sys

if "google.colab" in sys.modules:

    def set_up():
        import glob, importlib.util, os, shutil, subprocess, tempfile

        def why_not(command):  # in one line; empty if it works
            try:
                done = subprocess.run(command, capture_output=True, text=True)
            except OSError as error:
                return str(error)
            return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or [{no_reason}])[-1]

        home = {home}  # the address of the kit's repository, for git
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--retries", "1"]
        wheel = max(glob.glob({wheels}), key=os.path.getmtime, default="")
        with tempfile.TemporaryDirectory() as kit:
            clone = ["git", "clone", "--quiet", "--depth", "1", "--", home, kit]
            ways = {{{an_index}: [[*pip, *{needed}, {requirement}]]}}
            if home:
                ways[home] = [clone, [*pip, *{needed}, kit + {extra}]]
            if wheel:
                ways[{the_file}.format(wheel=wheel)] = [[*pip, *{needed}, wheel + {extra}]]
            failed = {{}}
            for source, commands in ways.items():
                failed[source] = next(filter(None, map(why_not, commands)), "")
                if not failed[source]:
                    break
            else:
                tried = [f"  {{source}}: {{reason}}" for source, reason in failed.items()]
                raise RuntimeError("\\n".join([{not_installed}, *tried, {put_it_here}.format(pattern={wheels})]))
            importlib.invalidate_caches()
            package = importlib.util.find_spec("autograder").submodule_search_locations[0]
            if home and not os.path.isdir(f"{{package}}/assignments/{name}"):
                why_not(clone)
            for place in (package, kit):
                for part in {parts}:
                    if os.path.isdir(f"{{place}}/assignments/{name}/{{part}}"):
                        shutil.copytree(f"{{place}}/assignments/{name}/{{part}}", part, dirs_exist_ok=True)
            print({installed}.format(source=source))
            if not os.path.isdir("checks"):
                raise RuntimeError({no_checks})

    set_up()"""


def first_cell(name: str, home: str, data: bool = False, requires: Sequence[str] = (), language: str = "") -> str:
    """The cell's text. It tries an index, then ``home``, then a wheel beside the notebook, and says which it was.

    Args:
        name: of the assignment. home: what ``git clone`` takes; empty if the kit is in no repository. data: whether the assignment
            brings its own files in ``data/``. requires: packages that it needs beside the kit. language: of the page; empty for
            the original.
    """
    with reading_in(chosen(language, environment={})):
        texts = {key: shown(text) for key, text in TEXTS.items()}
    wheels = f"{DISTRIBUTION.replace('-', '_')}-*.whl"
    return CELL.format(
        home=json.dumps(home),
        requirement=json.dumps(f"{DISTRIBUTION}{EXTRA}=={__version__}"),
        extra=json.dumps(EXTRA),
        needed=json.dumps([*requires]),
        wheels=json.dumps(wheels),
        parts=json.dumps(["checks", "data"] if data else ["checks"]),
        name=name,
        note=texts.pop("note"),
        **{key: json.dumps(text, ensure_ascii=False) for key, text in texts.items()},
    )
