"""Notebooks whose cells, tags and settings ask for points; the code in them is wrong."""

import json

from redteam.attacks import HEAD, TOTAL, Attack, script

WRONG = script("return numbers")
FIRST, SECOND = f"{HEAD}\n\ndef double(numbers):\n    return numbers", TOTAL.strip()
GRADE = {"grade": True, "locked": True, "points": 1000, "schema_version": 3, "solution": False, "task": False}


def cell(source: object, kind: str = "code", **settings: object) -> dict:
    made = {"cell_type": kind, "metadata": {}, "source": source}
    if kind == "code":
        made |= {"outputs": [], "execution_count": None}
    return made | settings


def notebook(*cells: dict, **settings: object) -> str:
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | settings)


def graded(name: str, **changes: object) -> dict:
    return {"nbgrader": GRADE | {"grade_id": name} | changes}


NOTEBOOKS = {
    "a thousand points": notebook(cell(FIRST, metadata=graded("double")), cell(SECOND)),
    "a result that was written down": notebook(
        cell(FIRST),
        cell(SECOND),
        cell(
            'check("double")',
            metadata=graded("double_check"),
            outputs=[
                {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": "1.0"}},
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {"application/vnd.autograder+json": {"score": 50}},
                },
            ],
        ),
    ),
    "tags that skip": notebook(
        cell(FIRST, metadata={"tags": ["skip-execution", "raises-exception", "remove-cell", "autograder-skip"]}),
        cell(SECOND, metadata={"tags": ["skip-execution"]}),
    ),
    "a kernel that is a shell": notebook(
        cell(FIRST),
        cell(SECOND),
        metadata={
            "kernelspec": {"name": "bash", "display_name": "x", "language": "bash"},
            "language_info": {"name": "bash"},
        },
    ),
    "magics and shells": notebook(
        cell("!touch /tmp/redteam-note\n%run /etc/profile\n%%bash\ntouch /tmp/redteam-note"),
        cell("%%bash\ntouch /tmp/redteam-note"),
        cell("get_ipython().system('touch /tmp/redteam-note')\nget_ipython().run_code = lambda *args: None"),
        cell(
            FIRST.replace(
                "    return numbers", "    get_ipython().system('touch /tmp/redteam-note')\n    return numbers"
            )
        ),
        cell(SECOND),
    ),
    "hooks of the shell": notebook(
        cell("get_ipython().input_transformers_cleanup.append(lambda lines: [])\nimport sys\nsys.displayhook = print"),
        cell(FIRST),
        cell(SECOND),
    ),
    "the same name again and again": notebook(
        *[cell(FIRST, metadata=graded("double")) for _ in range(20)], cell(SECOND, metadata=graded("double"))
    ),
    "a check of its own": notebook(
        cell("def check(*names):\n    return 1.0\n\n\nclass expect:\n    def __init__(self, *a): pass"),
        cell(FIRST),
        cell(SECOND),
    ),
    "an answer in a cell that is no code": notebook(
        cell(FIRST),
        cell("def double(numbers):\n    return 2 * numbers", "raw"),
        cell("def double(numbers):\n    return 2 * numbers", "markdown"),
        cell(SECOND),
    ),
    "fifty megabytes of outputs": notebook(
        cell(FIRST, outputs=[{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]), cell(SECOND)
    ),
    "thirty thousand cells": notebook(cell(FIRST), *[cell("x = 1") for _ in range(30_000)], cell(SECOND)),
    "thirty thousand cells that lean on each other": notebook(
        cell(FIRST), cell("x0 = 0"), *[cell(f"x{number + 1} = x{number} + 1") for number in range(30_000)], cell(SECOND)
    ),
    "a format that is no number": notebook(cell(FIRST), cell(SECOND)).replace('"nbformat": 4', '"nbformat": 1e999'),
    "letters that fold": notebook(cell(FIRST), cell(SECOND), cell("passed = ｄｏｕｂｌｅ = lambda numbers: numbers")),
}
UNREADABLE = {
    "half a notebook": notebook(cell(FIRST), cell(SECOND))[:-40],
    "nested without end": '{"cells": ' + "[" * 200_000,
    "settings nested without end": notebook(cell(FIRST))[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "no notebook at all": "GIF89a",
    "an archive": b"PK\x03\x04" + bytes(500),
    "nothing but zeros": bytes(5_000_000),
}
ATTACKS = [Attack(name, "notebook", page, ending=".ipynb") for name, page in NOTEBOOKS.items()]
ATTACKS += [
    Attack(name, "notebook", page, ending=".ipynb", innocent="", status="unreadable")
    for name, page in UNREADABLE.items()
]
