"""One class of forty, graded both ways: by ``nbgrader autograde`` with our preprocessors, and by ``autograder grade``.

Among them are notebooks that stop stock nbgrader for everybody behind them, and forgeries that get full marks there.
"""

import json
from types import SimpleNamespace

import pytest
from nbgrader_course import STUB, cell, code, written

DOUBLE, TOTAL = "return 2 * numbers", "return numbers.sum()"
WRONG = "return numbers + 2"


def right(released):
    return written(released, double=DOUBLE, total=TOTAL)


def changed(change):
    """A right notebook with something done to it."""

    def make(released):
        notebook = right(released)
        change(notebook)
        return notebook

    return make


def told(of, /, **metadata):
    return changed(lambda notebook: cell(notebook, of)["metadata"]["nbgrader"].update(metadata))


def removed(grade_id):
    return changed(lambda notebook: notebook["cells"].remove(cell(notebook, grade_id)))


def again(grade_id):
    return changed(lambda notebook: notebook["cells"].append(json.loads(json.dumps(cell(notebook, grade_id)))))


# What somebody, or some editor, did to a notebook with right answers -> the marks it still gets.
DAMAGES = {
    "a_test_cell_copied": again("double_check"),
    "a_function_copied": again("total"),
    "an_old_schema": told("double", schema_version=1),
    "schema_2": told("double_check", schema_version=2),
    "schema_4": told("double_check", schema_version=4),
    "schema_of_words": told("total", schema_version="three"),
    "metadata_emptied": changed(lambda notebook: cell(notebook, "double_check")["metadata"].update(nbgrader={})),
    "metadata_is_a_list": changed(lambda notebook: cell(notebook, "double_check")["metadata"].update(nbgrader=[1])),
    "an_unknown_key": told("double_check", weight=3),
    "no_grade_id": changed(lambda notebook: cell(notebook, "total_check")["metadata"]["nbgrader"].pop("grade_id")),
    "another_grade_id": told("total_check", grade_id="nobody.knows"),
    "a_test_cell_unlocked": told("double_check", locked=False),
    "a_test_cell_made_an_answer": told("double_check", solution=True),
    "a_function_made_a_test": told("double", grade=True, points=3, solution=False, locked=True),
    "a_test_cell_deleted": removed("double_check"),
    "all_test_cells_deleted": lambda released: {
        **released,
        "cells": [one for one in right(released)["cells"] if "check(" not in "".join(one["source"])],
    },
    "a_thousand_points": told("double_check", points=1000),
    "a_test_cell_made_prose": changed(lambda notebook: _as_prose(cell(notebook, "double_check"))),
    "another_kernel": changed(
        lambda notebook: notebook["metadata"].update(kernelspec={"name": "sh", "display_name": "x"})
    ),
    "ids_twice": changed(lambda notebook: [one.update(id="same") for one in notebook["cells"]]),
    "cells_of_no_kind": changed(lambda notebook: notebook["cells"].append({"cell_type": "odd", "source": 3})),
    "half_a_character": changed(lambda notebook: notebook["cells"].append(code("x = '\ud800'"))),
    "outputs_of_no_kind": changed(lambda notebook: cell(notebook, "double").update(outputs=[{"a": 1}, 7])),
    "metadata_of_its_own": changed(lambda notebook: notebook["metadata"].update(widgets={"x": "</script>"})),
    "the_first_cells_deleted": lambda released: {**right(released), "cells": right(released)["cells"][3:]},
    "a_function_moved": lambda released: {
        **released,
        "cells": [code(f"def double(numbers):\n    {DOUBLE}"), *_without(right(released), "double")],
    },
}

UNREADABLE = {
    "no_cells": lambda released: {**released, "cells": []},
    "a_list": lambda released: [],
    "cut_short": lambda released: json.dumps(right(released))[:700],
    "no_text": lambda released: "\0\1\2",
}


def _as_prose(one):
    one.update(cell_type="markdown")
    del one["outputs"], one["execution_count"]


def _without(notebook, grade_id):
    return [one for one in notebook["cells"] if one is not cell(notebook, grade_id)]


def forged(body, *more, **metadata):
    """A wrong ``double`` and a right ``total``, with something that fools stock nbgrader."""

    def make(released):
        notebook = written(released, double=body, total=TOTAL)
        cell(notebook, "double_check")["metadata"].update(metadata)
        notebook["cells"][1:1] = [code(source) for source in more]
        return notebook

    return make


def result(value):
    return {"output_type": "execute_result", "data": {"text/plain": value}, "metadata": {}, "execution_count": 1}


def forged_output(released):
    notebook = forged(WRONG)(released)
    cell(notebook, "double_check")["outputs"] = [result("50.0")]
    return notebook


def forged_test(released):
    notebook = forged(WRONG)(released)
    cell(notebook, "double_check")["source"] = "50.0"
    return notebook


AGREES = "class Agrees:\n    def __eq__(self, other): return True\n    __hash__ = None\n    def __len__(self): return 2"
SHELL = "shell = get_ipython()\n"
STEAL = (
    "import sqlite3, glob\n"
    "for path in ['../../../gradebook.db', '../../gradebook.db', *glob.glob('/tmp/**/gradebook.db', recursive=True)]:\n"
    "    try:\n"
    "        with sqlite3.connect(path) as database:\n"
    "            database.execute('UPDATE grade SET manual_score = 50')\n"
    "    except Exception:\n"
    "        pass\n"
)
FORGERIES = {
    "skips_the_tests": forged(WRONG, tags=["skip-execution"]),
    "rewrites_input": forged(WRONG, SHELL + "shell.input_transformers_post.append(lambda lines: ['50.0'])"),
    "rewrites_syntax": forged(
        WRONG, SHELL + "shell.run_code = lambda *a, **k: False\nshell.ast_transformers.append(lambda tree: tree)"
    ),
    "equals_everything": forged("return Agrees()", AGREES),
    "shows_a_result_itself": forged("get_ipython().displayhook('ok')\nreturn numbers + 2"),
    "updates_the_gradebook": forged(STEAL + WRONG, STEAL),
    "brings_its_output": forged_output,
    "brings_its_test": forged_test,
}

MISTAKES = {
    "all_right": right,
    "untouched": lambda released: released,
    "adds_two": lambda released: written(released, double=WRONG, total=TOTAL),
    "half": lambda released: written(released, double=DOUBLE),
}
ODD = {
    "prints_to_stderr": changed(
        lambda notebook: notebook["cells"].insert(1, code("import sys; print('x', file=sys.stderr)"))
    )
}
CLASS = {**DAMAGES, **UNREADABLE, **FORGERIES, **MISTAKES, **ODD}

pytestmark = pytest.mark.slow
FULL = {"double_check": 50.0, "total_check": 50.0}
NOTHING = {"double_check": 0.0, "total_check": 0.0}
HALF = {"double_check": 0.0, "total_check": 50.0}
FOR_A_PERSON = {"double_check": None, "total_check": None}
EXPECTED = {
    **dict.fromkeys(DAMAGES, FULL),
    **dict.fromkeys(UNREADABLE, FOR_A_PERSON),
    **dict.fromkeys(FORGERIES, HALF),
    **dict.fromkeys(ODD, FULL),
    "all_right": FULL,
    "untouched": NOTHING,
    "adds_two": HALF,
    "half": {"double_check": 50.0, "total_check": 0.0},
}


@pytest.fixture(scope="module")
def both(untouched, tmp_path_factory):
    """The class graded both ways."""
    folder = tmp_path_factory.mktemp("class")
    ours = untouched.copy(folder / "ours")
    for student, make in CLASS.items():
        ours.hand_in(student, make(json.loads(json.dumps(ours.released()))))
    (ours.folder / "submitted" / "adds_two" / "miniature" / "numpy.py").write_text("def arange(*a): raise SystemExit\n")
    stock = ours.copy(folder / "stock")
    return SimpleNamespace(
        ours=ours, stock=stock, graded=ours.grade(jobs=2), autograded=stock.nbgrader("autograde", "miniature")
    )


def test_there_are_forty_of_them():
    assert len(CLASS) >= 40


def test_both_ways_give_the_same_gradebook_cell_for_cell(both):
    assert len(both.ours.grades()) == 2 * len(CLASS)
    assert both.ours.grades() == both.stock.grades()
    assert both.ours.comments() == both.stock.comments()
    for student in CLASS:
        assert both.ours.autograded(student) == both.stock.autograded(student)


def test_marks_to_the_point(both):
    marks = both.ours.marks()
    assert {student: marks[student] for student in CLASS} == EXPECTED


def test_no_student_stops_the_class(both):
    assert both.autograded.code == 0, both.autograded.output
    assert set(both.stock.marks()) == set(CLASS)


def test_what_waits_for_a_person_says_so_and_is_told(both):
    waiting = {row[0] for row in both.ours.grades() if row[5]}
    assert waiting == set(UNREADABLE)
    assert both.graded.code == 1
    for student in UNREADABLE:
        assert f"! {student}: unreadable, needs attention." in both.graded.output
    comments = {(student, cell): comment for student, cell, comment, _ in both.ours.comments()}
    assert comments["cut_short", "double"].startswith("Not graded yet. miniature.ipynb is not a notebook")


def test_a_second_run_leaves_everybody_alone(both):
    before = both.ours.grades()
    done = both.ours.grade()
    assert f"{len(CLASS)} reports ({len(CLASS)} from before)" in done.output
    assert f"Gradebook: 0 written, {len(CLASS)} already up to date." in done.output
    assert both.ours.grades() == before


def test_nothing_of_a_students_metadata_or_outputs_survives(both):
    for student in CLASS:
        for one in both.ours.autograded(student)["cells"]:
            assert set(one["metadata"]) <= {"nbgrader", "deletable", "editable"}, student
            if one["metadata"].get("nbgrader", {}).get("grade"):
                assert one["source"] in (['check("double")'], ['check("total")'])


def test_a_missing_function_is_shown_as_missing(both):
    source = "".join(cell(both.ours.autograded("a_function_moved"), "double")["source"])
    assert source == "# This cell was missing from the submission." and STUB not in source


def test_prose_of_the_page_is_kept(both):
    cells = both.ours.autograded("all_right")["cells"]
    assert ["## 1. Twice as much"] in [one["source"] for one in cells]
