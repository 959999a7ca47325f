"""A class of sixty as instructors have it: names as people have them, and pages as people submit them.

It is written once as Canvas gives a download of all submissions, with the gradebook that Canvas exports, and once as ``nbgrader
collect`` lays submissions down. Answers come from an assignment's own folder: the reference, alternatives and known mistakes.
"""

from __future__ import annotations

import json
import random
import re
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "support"), str(TESTS / "benchmarks")]

import pages  # noqa: E402

from autograder.content.assignment import Assignment  # noqa: E402

NAMES = (  # first name, last name: accents, several words, one word, Korean, Arabic, apostrophes, two pairs of the same name
    "Ada|Lovelace", "Zoë|Brontë", "José|García Márquez", "Nguyễn Thị|Hương", "Seán|O'Brien", "María José|de la Cruz", "Jean-Luc|Picard",
    "민준|김", "서연|이", "민준|김", "Minjun|Kim", "지우|박", "Łukasz|Żółtowski", "Björn|Ångström", "Anna|Müller", "Anna|Müller",
    "İpek|Yılmaz", "Đorđe|Petrović", "Chloé|Lefèvre-Dubois", "Ioannis|Παπαδόπουλος", "Ольга|Иванова", "محمد|علي", "Sukarno|Sukarno",
    "Xu|Li", "Li|Xu", "Kwame|Nkrumah", "Aoife|Ní Dhomhnaill", "Rosalind|Franklin", "Alan|Turing", "Grace|Hopper", "Emmy|Noether",
    "Katherine|Johnson", "Srinivasa|Ramanujan", "Sofia|Kowalewskaja", "Hedy|Lamarr", "Tim|Van den Berg", "Lars|von Trier", "Ben|Bo",
    "Cleo|Okafor", "Dan|Ek", "Eva|Braun-Schmidt", "Finn|Hansen", "Gita|Rao", "Hugo|Silva", "Ines|Costa", "Jan|Novák", "Kaja|Kask",
    "Leo|Rossi", "Mia|Nowak", "Nils|Berg", "Olga|Petrova", "Paul|Martin", "Quinn|Smith", "Rita|Levi", "Sam|Lee", "Tara|Singh",
    "Uma|Patel", "Vera|Rubin", "Will|Brown", "Yuki|Satō",
)  # fmt: skip
COUNT = len(NAMES)
LATE, AGAIN = (3, 12, 25, 40), (5, 17, 33)  # places of students in the list
NEVER = (7, 44)  # have submitted nothing
LEFT = 58  # has submitted, and is not in the gradebook any more
KINDS = {20: "damaged", 27: "empty", 30: "other", 35: "script", 41: "zip", 46: "document", 49: "untouched", 52: "endless", 55: "two"}
MOST_TRAINED = 4  # mistakes in functions that train, or need a trained network: each costs a training


@dataclass(frozen=True)
class Student:
    """One student, and what was submitted.

    Attributes:
        number: Canvas's. kind: what is special about the page; empty if nothing is.
        answers: exercise -> code. wrong: the mistakes among them.
    """

    place: int
    first: str
    last: str
    number: int
    kind: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def login(self) -> str:
        return f"s{1000 + self.place}"

    @property
    def sortable(self) -> str:
        return f"{self.last}, {self.first}"

    @property
    def submits(self) -> bool:
        return self.place not in NEVER


def compose(assignment: Assignment, seed: int = 5, count: int = COUNT) -> list[Student]:
    """The class. One student in four has all right; the others have one to three mistakes."""
    rng = random.Random(seed)
    right, ways = pages.reference(assignment), pages.other_ways(assignment)
    heavy = _heavy(assignment)
    mistakes = [one for one in assignment.mistakes if one.function in right and _fits(one, assignment)]
    light = [one for one in mistakes if one.function not in heavy]
    trained = rng.sample([one for one in mistakes if one.function in heavy], MOST_TRAINED) if heavy else []
    found = []
    for place, name in enumerate(NAMES[:count]):
        first, last = name.split("|")
        answers = dict(right)
        for each in ways:
            if not heavy & each[0].keys():
                answers |= rng.choice(each)
        wrong = [] if place % 4 == 0 else rng.sample(light, rng.randint(1, 3))
        if place % 12 == 1 and trained:
            wrong.append(trained.pop())
        answers |= {one.function: pages._code(one) for one in wrong}
        found.append(Student(place, first, last, 4000 + 7 * place, KINDS.get(place, ""), answers, tuple(f"{one.function}: {one.name}" for one in wrong)))
    return found


def notebook(assignment: Assignment, student: Student) -> bytes:
    """The page as a notebook, with the student's answers."""
    import nbformat
    from nbformat import v4

    answers = student.answers
    if student.kind == "endless":
        answers = answers | {first_of(assignment): f"def {first_of(assignment)}(*given):\n    while True:\n        pass"}
    if student.kind == "untouched":
        return untouched(assignment)
    cells = [v4.new_code_cell(text, id=f"cell-{number}") for number, (_name, text) in enumerate(pages.cells(assignment, answers, True))]
    return nbformat.writes(v4.new_notebook(cells=cells, metadata=pages.KERNEL)).encode()


def script(assignment: Assignment, student: Student) -> bytes:
    return "\n\n".join(f"# %%\n{text}" for _name, text in pages.cells(assignment, student.answers, True)).encode()


def untouched(assignment: Assignment) -> bytes:
    """The page as students get it."""
    from autograder.content.notebook import page_as_notebook
    from autograder.content.solution_markers import without_solutions
    from autograder.judging.collection import points

    return page_as_notebook(without_solutions(assignment.source, True), assignment, points(assignment)).encode()


def first_of(assignment: Assignment) -> str:
    return assignment.exercises[0].name


def files_of(assignment: Assignment, student: Student) -> dict[str, bytes]:
    """What a student has submitted: the file's own name -> its content."""
    name = f"{assignment.name}.ipynb"
    if student.place in AGAIN:
        name = f"{assignment.name}-1.ipynb"  # as Canvas calls a second attempt
    whole = b"" if student.kind in ("script", "empty", "other", "document") else notebook(assignment, student)
    if student.kind == "damaged":
        return {name: whole[: len(whole) // 3]}
    if student.kind == "empty":
        return {name: b""}
    if student.kind == "other":
        return {"Lab 2 - warm-up.ipynb": _other_notebook()}
    if student.kind == "script":
        return {f"{assignment.name}.py": script(assignment, student)}
    if student.kind == "zip":
        return {"my homework.zip": _zipped({f"homework/{name}": whole, "homework/notes.txt": b"see notebook"})}
    if student.kind == "document":
        return {"Homework final FINAL.docx": b"PK\x03\x04 a document"}
    if student.kind == "two":
        return {name: whole, f"{assignment.name}_old.ipynb": notebook(assignment, _without_two(assignment, student))}
    return {name: whole}


def write_canvas(assignment: Assignment, students: list[Student], folder: Path) -> tuple[Path, Path]:
    """``submissions.zip`` and the gradebook as Canvas gives them. Returns both."""
    files = {}
    number = 90000
    for student in students:
        if student.submits:
            late = "_LATE" if student.place in LATE else ""
            for name, content in files_of(assignment, student).items():
                number += 1
                files[f"{canvas_name(student)}{late}_{student.number}_{number}_{name}"] = content
    archive = folder / "submissions.zip"
    archive.write_bytes(_zipped(files))
    gradebook = folder / "2026-12-01T1900_Grades-AI101.csv"
    gradebook.write_text(gradebook_csv(assignment, students), "utf-8-sig")
    return archive, gradebook


def canvas_name(student: Student) -> str:
    """As Canvas begins the name of a file: last and first name, letters and digits only."""
    return re.sub(r"[\W_]+", "", f"{student.last}{student.first}".casefold())


def gradebook_csv(assignment: Assignment, students: list[Student]) -> str:
    """With both extra rows below the header, a student of Canvas's own, and columns that Canvas calculates."""
    import csv
    import io

    made = io.StringIO()
    rows = csv.writer(made)
    rows.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Notes", "Reading (4310)", f"{assignment.title} (4321)", "Current Score", "Final Grade"])
    rows.writerow(["", "", "", "", "", "", "", "Manual Posting", "", ""])
    rows.writerow(["    Points Possible", "", "", "", "", "", "10", "100", "(read only)", "(read only)"])
    for student in sorted(students, key=lambda one: one.sortable):
        if student.place != LEFT:
            rows.writerow([student.sortable, student.number, f"2026{student.place:04}", student.login, "Autumn", "", student.place % 11, "", "80", "B"])
    rows.writerow(["Student, Test", "3999", "", "5f3c0a", "Autumn", "", "", "", "", ""])
    return made.getvalue()


def write_nbgrader(assignment: Assignment, students: list[Student], course: Path) -> None:
    """``submitted/`` of an nbgrader course whose assignment is released. Students are called by their logins."""
    release = json.loads((course / "release" / assignment.name / f"{assignment.name}.ipynb").read_text("utf-8"))
    for student in students:
        if not student.submits:
            continue
        folder = course / "submitted" / student.login / assignment.name
        folder.mkdir(parents=True)
        day = "2026-06-01" if student.place in LATE else "2026-05-30"
        (folder / "timestamp.txt").write_text(f"{day} 20:15:00.000000 UTC")
        for name, content in files_of(assignment, student).items():
            if name.endswith(".ipynb") and student.kind not in ("damaged", "empty", "other") and "_old" not in name:
                name, content = f"{assignment.name}.ipynb", _filled(release, assignment, student)
                content = content[: len(content) // 3] if student.kind == "damaged" else content
            elif student.kind in ("damaged", "empty"):
                name = f"{assignment.name}.ipynb"
            (folder / name).write_bytes(content)


def _filled(release: dict, assignment: Assignment, student: Student) -> bytes:
    """The released notebook with the student's answers in its cells."""
    content = json.loads(json.dumps(release))
    answers = dict(student.answers)
    if student.kind == "endless":
        answers[first_of(assignment)] = f"def {first_of(assignment)}(*given):\n    while True:\n        pass"
    for cell in content["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name in answers and student.kind != "untouched":
            cell["source"] = answers[name]
    return json.dumps(content).encode()


def _without_two(assignment: Assignment, student: Student) -> Student:
    """The same student, with stubs in the place of two functions."""
    names = list(student.answers)[-2:]
    stubs = {name: f"def {name}(*given):\n    raise NotImplementedError" for name in names}
    return Student(student.place, student.first, student.last, student.number, "", student.answers | stubs)


def _other_notebook() -> bytes:
    cell = {"cell_type": "code", "metadata": {}, "source": "import pandas as pd\nprint('warm-up')", "outputs": [], "execution_count": None, "id": "a"}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 5, 30, 20, 0, 0)), content)
    return made.getvalue()


def _heavy(assignment: Assignment) -> set[str]:
    """Exercises that need a network."""
    return {one.name for one in assignment.exercises if any("keras" in library for library in one.libraries)}


def _fits(mistake, assignment: Assignment) -> bool:
    known = pages._packages(assignment.source) | sys.stdlib_module_names
    return pages._packages(mistake.source) <= known
