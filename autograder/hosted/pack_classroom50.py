"""What Classroom 50 needs for one assignment: its autograder, the template of the students' repositories, and its runtime.

Source: github.com/foundation50/classroom50, wiki pages *Advanced-Autograding* and *Autograders*, ``publish-pages.yaml``, and
``runner.py`` for the largest size (2026).

The autograder's folder is published on a public page, from which every student's run fetches it. What lies there can be read
by everybody who knows the address, and each student's repository names it. So the pack holds public checks only, and its
points are advice. Marks of record come from the instructor's machine.
"""

from __future__ import annotations

import io
import json
import shutil
import tarfile
from pathlib import Path

from autograder.content.assignment import Assignment
from autograder.content.owners import slug
from autograder.core.languages import message
from autograder.hosted import classroom50_autograder, pack_engine, pack_template
from autograder.hosted.pack_engine import NothingToPack
from autograder.reports import wording

AUTOGRADERS, TEMPLATE, RUNTIME, README = "autograders", "template", "runtime.json", "README.md"
LARGEST_BUNDLE = 10 * 2**20  # bytes, packed; the runner fetches no larger one

STEPS = """\
# {title}, for Classroom 50

| | |
|---|---|
| `{autograders}/{slug}/` | grades a submission with the public checks: {public} of {whole} points |
| `{template}/` | what a student's repository begins with |
| `{runtime}` | the Python version for the runs |

1. Make a repository of `{template}/`, push it to your organization, and mark it as a template.
2. Copy `{autograders}/{slug}/` into your `classroom50` repository, as `CLASSROOM/{autograders}/{slug}/`, and push it.
3. Add the assignment:

   ```
   gh teacher assignment add ORGANIZATION CLASSROOM {slug} --name "{title}" --template ORGANIZATION/TEMPLATE --runtime {runtime}
   ```

   Without `{runtime}` the run may take a Python for which a package of the kit does not exist. If the runs use your own
   container, install the kit's packages in it and set AUTOGRADER_PYTHON to its Python.

Classroom 50 publishes the folder of an autograder on a public page. Treat all in it as readable: therefore it has no hidden
checks and no answers. The points in the releases are advice. For the marks, download the submissions and grade them here:

```
gh teacher download -d submissions ORGANIZATION CLASSROOM {slug}
autograder grade submissions --assignment {name} --out grades
```
"""


def write(assignment: Assignment, folder: Path, backend: str = "tensorflow") -> str:
    """Writes the pack.

    Args:
        assignment: in the instructors' form.
        folder: a new one, or an empty one.
        backend: with which Keras computes there, see ``core.keras_backend``.

    Returns:
        The assignment's slug.

    Raises:
        NothingToPack: the folder holds something, the kit's papers are missing, or Classroom 50 would not take it.
        build.AnswerLeaked: a file for students would give something away; nothing is written.
    """
    short = _slug(assignment.name)
    content = pack_engine.files()
    with pack_template.new_folder(folder) as fresh:
        home = fresh / AUTOGRADERS / short
        home.mkdir(parents=True)
        pack_template.students_folder(assignment, home / "assignment")
        shutil.copytree(home / "assignment", fresh / TEMPLATE)
        pack_template.say_points(assignment, fresh / TEMPLATE, "each time you submit")
        script = Path(classroom50_autograder.__file__)
        pack_template.write_files(home / "kit", content)
        pack_template.write_files(home, {
            "autograder.py": script.read_bytes(),
            "backend.txt": f"{backend}\n{pack_engine.extra(assignment, backend)}\n".encode(),
            "packages.txt": "".join(f"{line}\n" for line in assignment.requires).encode(),
        })  # fmt: skip
        if len(bundle(home)) > LARGEST_BUNDLE:
            most = LARGEST_BUNDLE // 2**20
            raise NothingToPack(message("Classroom 50 fetches at most {most} MiB, and {name} needs more. Has it large data?", most=most, name=assignment.name))
        pack_template.write_files(fresh, {RUNTIME: _runtime(), README: _steps(assignment, short).encode()})
    return short


def _slug(name: str) -> str:
    found = slug(name)
    if len(found) < 2:
        raise NothingToPack(message("Classroom 50 needs a name with two letters or digits of the English alphabet; {name} has fewer.", name=name))
    return found


def bundle(home: Path) -> bytes:
    """The folder of an autograder as Classroom 50 publishes it: a gzipped tar whose files begin with the slug."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        archive.add(home, arcname=home.name)
    return made.getvalue()


def _runtime() -> bytes:
    return (json.dumps({"runs-on": "ubuntu-latest", "python": pack_template.PYTHON_VERSION}, indent=2) + "\n").encode()


def _steps(assignment: Assignment, short: str) -> str:
    public, whole = map(wording.plain_points, pack_template.points(assignment))
    return STEPS.format(
        title=assignment.title.replace('"', "'"), name=assignment.name, slug=short, public=public, whole=whole,
        autograders=AUTOGRADERS, template=TEMPLATE, runtime=RUNTIME,
    )  # fmt: skip
