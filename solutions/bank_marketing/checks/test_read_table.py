"""read_table(path): a table from a file whose columns are separated by semicolons"""

import pytest

from autograder import File, expect, telling_inputs

THREE = {"age": [30, 41, 41], "job": ["services", "unknown", "unknown"], "balance": [1787, -250, -250], "y": ["no", "yes", "yes"]}


def written(table):
    """The table as the bank writes it: texts in quotes, semicolons between."""
    rows = [list(table), *zip(*table.values(), strict=True)]
    lines = [";".join(f'"{one}"' if isinstance(one, str) else str(one) for one in row) for row in rows]
    return "\n".join(lines) + "\n"


def many(rng, rows):
    jobs = ["services", "Student", "retired", "unknown", "admin."]
    return {
        "customer": [int(one) for one in rng.permutation(10 * rows)[:rows]],
        "age": [int(one) for one in rng.integers(18, 90, rows)],
        "job": [jobs[one] for one in rng.integers(0, 5, rows)],
        "Balance": [float(one) / 4 for one in rng.integers(-9000, 90000, rows)],
        "y": [("no", "yes")[one] for one in rng.integers(0, 2, rows)],
    }


def is_the_table(answer, table, hidden=True):
    """The rows are counted first: a line of names that was taken for a customer is one row more."""
    words = expect(answer).is_a_table()
    words.has_rows(len(table["y"]))
    words.has_the_rows(table, hidden=hidden)


@telling_inputs(lambda answer, expected: is_the_table(answer, expected))
def small_file(draw):
    """A file with one to three customers and two or three columns."""
    row = lambda draw: {"age": draw.whole(30, 32), "job": draw.one_of(["cook", "a;b"]), "y": draw.one_of(["no", "yes"])}  # noqa: E731
    rows = draw.several(1, 3, row)
    names = draw.one_of([("age", "y"), ("job", "y"), ("age", "job", "y")])
    return (File("customers.csv", written({name: [one[name] for one in rows] for name in names})),)


@small_file.right
def one_line_after_the_other(file):
    """Each text is in quotes, and no quote is inside a text."""
    names, *rows = [line.replace('a;b', 'a,b').split(";") for line in file.content.decode().splitlines()]
    text = lambda one: one.strip('"').replace("a,b", "a;b") if '"' in one else int(one)  # noqa: E731
    return {text(name): [text(row[place]) for row in rows] for place, name in enumerate(names)}


@pytest.mark.points(1)
@pytest.mark.public
def test_three_customers(read_table):
    """a file with four columns and three customers gives a table with the same columns and rows"""
    is_the_table(read_table(File("customers.csv", written(THREE))), THREE, hidden=False)


@pytest.mark.points(2)
def test_every_row_and_column(read_table, rng):
    """nothing is lost, added or changed, however many rows and columns there are; numbers are numbers, and texts are texts"""
    table = many(rng, 230)
    is_the_table(read_table(File("customers.csv", written(table))), table)


@pytest.mark.points(1)
def test_a_semicolon_in_quotes(read_table):
    """a semicolon inside quotes belongs to the text"""
    table = {"age": [25, 36, 47], "job": ["cook; baker", "student", "nurse;"], "y": ["no", "no", "yes"]}
    is_the_table(read_table(File("customers.csv", written(table))), table)


@pytest.mark.points(1)
def test_a_path_object(read_table, rng):
    """the path may be a pathlib.Path, and the file may have any name"""
    table = many(rng, 12)
    is_the_table(read_table(File("other table.txt", written(table), as_path=True)), table)
