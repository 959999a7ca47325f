"""Writes ``docs/reference/settings.md``: every key of ``assignment.toml``. Run it after a change of one.

Which keys there are is asked of the engine; what each of them means is here.
"""

from pathlib import Path

from autograder import datasets
from autograder.content import assignment_settings as settings
from autograder.content.assignment import AssignmentLimits

TARGET = Path(__file__).parents[2] / "docs" / "reference" / "settings.md"

HEAD = """# Settings of an assignment

`assignment.toml` is beside the page in the assignment's folder. It holds data only. The order of the exercises comes from the
page, and the points come from the checks. `solutions/mnist/assignment.toml` is a whole example. This page is made by
`python tests/support/settings_reference.py`.
"""
TABLES = {  # table -> what it is for
    "": "The first lines, before any table.",
    "limits": "`[limits]`: what one submission may use. What is not given is as in the table.",
    "budgets": "`[budgets.quick]` and `[budgets.full]`: how a check trains a network, and what the network must reach. `--budget` "
    "chooses one of them. An assignment that trains nothing has none.",
    "exercises": "`[exercises.NAME]`, one table for each function that students write. NAME is the function's name on the page.",
    "texts": "`[texts.NAME]`, one table for each text that a person marks. NAME is the variable on the page that holds the text. "
    "See [Texts for a person to mark](../authors/engine.md#texts-for-a-person-to-mark).",
}
MEANINGS = {
    "": {
        "format": "The version of these settings: `1`.",
        "title": "What people read instead of the folder's name.",
        "data": f"The data set that the page and the checks use, by name: {', '.join(f'`{name}`' for name in datasets.NAMES)}, or "
        "that of [the assignment's own](../authors/engine.md#a-data-set-of-the-assignments-own).",
        "version": "The author's number of the version, a text: `\"2.1\"`. Reports show it before a hash of the contents. Two assignments of one name with different versions share no hidden checks.",
        "after": "The name of the assignment that comes before this one. Without a name, `start` and `demo` take the assignment that comes after no other.",
        "home": "The address from which git clones the kit. The notebook's first cell uses it in Google Colab. May be empty; `autograder build --home ADDRESS` gives another one.",
        "name": "Of the form for students only: the assignment's name. The build writes it.",
        "requires": 'Packages that the assignment needs beside the kit, as pip understands them: `["pandas>=2.2"]`.',
        "demonstrations": "Functions whose call at the top level of a page is demonstration and is never run by the judge. See "
        "[Demonstrations](../authors/engine.md#demonstrations).",
        "limits": "A table, see [below](#limits).",
        "budgets": "Tables, see [below](#budgets).",
        "exercises": "Tables, see [below](#exercises).",
        "texts": "Tables, see [below](#texts).",
        "variants": "Named parameters, each with the list of its allowed values, the ordinary one first: `white = [255, 100]`. See "
        "[Variants](../authors/engine.md#variants).",
    },
    "limits": {
        "call": "Seconds for one ordinary call of a function.",
        "training": "Seconds for a call in a check with the mark `training`.",
        "load": "Seconds for the imports and definitions of the page.",
        "submission": "Seconds for all functions of a submission together.",
        "memory": "MiB of memory for one process that runs a student's code.",
    },
    "budgets": {
        "images": "How many training images.",
        "rows": "How many training rows, where the data is a table.",
        "epochs": "How often the training goes through them.",
        "batch_size": "How many of them one step uses.",
        "threshold": "The test accuracy that the network must reach.",
        "threshold_NAME": "The same with the data that takes the place of the data set, by its name: `threshold_digits` for the drawn "
        "digits, in the place of MNIST.",
        "thresholds": "`[budgets.quick.thresholds.NAME]`: other numbers that depend on the data set, one key for each data set. A check "
        'reads them with `budget.at_least("NAME", dataset.name)`.',
        "unmeasured": "`[budgets.full.unmeasured]`: backends of Keras with which these numbers have not been measured, each with the reason: "
        '`torch = "It takes two days."` A check that asks for a number then says so and costs nothing.',
    },
    "exercises": {
        "minutes": "How long a beginner needs, with reading.",
        "libraries": "The modules that are imported before the student's code runs. Its first call is fast then.",
        "hints": "The hints, the mildest first.",
        "points": "Of the form for students only: the points of all checks, hidden ones too. The build writes them.",
    },
    "texts": {
        "title": "What the text is about, in a few words.",
        "question": "What is asked, for the person who marks it.",
        "points": "What a person can give for it. These points are not among the 100 of the checks.",
        "minutes": "How long a beginner needs.",
        "hints": "The hints, the mildest first.",
    },
}


def known() -> dict[str, list[str]]:
    """Table -> its keys, as the engine reads them."""
    budgets = [*settings.BUDGET, "threshold_NAME"]  # of what takes the data set's place, so it is in no list
    tables = {"": settings.TOP, "limits": settings.LIMITS, "budgets": budgets, "exercises": settings.EXERCISE}
    return {table: list(keys) for table, keys in tables.items()} | {"texts": list(settings.TEXT_QUESTION)}


def unexplained() -> set[str]:
    """Keys that the engine reads, and that have no meaning here."""
    return {f"{table}.{key}" for table, keys in known().items() for key in keys if key not in MEANINGS[table]}


def text() -> str:
    """The page as Markdown."""
    usual = AssignmentLimits()
    parts = [HEAD]
    for table, keys in known().items():
        parts.append(f"## {table.capitalize() or 'The assignment'}\n\n{TABLES[table]}\n")
        rows = [(key, MEANINGS[table][key]) for key in MEANINGS[table] if key in keys]
        if table == "limits":
            rows = [(key, f"{meaning} Default: {getattr(usual, key)}.") for key, meaning in rows]
        parts.append("\n".join(["| key | meaning |", "| --- | --- |", *(f"| `{key}` | {meaning} |" for key, meaning in rows)]) + "\n")
    return "\n".join(parts).rstrip() + "\n"


if __name__ == "__main__":
    if unexplained():
        raise SystemExit(f"Say in {Path(__file__).name} what these mean: {', '.join(sorted(unexplained()))}")
    TARGET.write_text(text(), "utf-8")
    print(TARGET)
